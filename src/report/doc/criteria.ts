import { when } from '../../explain/condition-words.js'
import { capital, stop } from '../../explain/grammar.js'
import type { FlagCondition } from '../../load/shape/when.js'
import type { Deep, Written } from '../../load/table.js'
import type { Block } from '../page.js'
import { list, paragraph, section } from './words.js'

type Flag = NonNullable<Written['flags']>[string]

/** Who may agree a budget, and in which cases. */
export function agreedBlocks(scheme: Written): Block[] {
  return list(
    flags(scheme).flatMap((one) =>
      'agreed-by' in one ? [`${capital(one['agreed-by'])}: when ${stop(when(one.when, scheme))}`] : [],
    ),
  )
}

/** How to be an exceptional case, and the criteria that are published. */
function exceptionalBlocks(scheme: Written): Block[] {
  const criteria = raised(scheme, true)
  const known = criteria.length > 0 ? ' The criteria are below; asking is not bound to them.' : ''
  return [
    ...paragraph(`You may ask to be an exceptional case.${known} A criterion never changes a sum: people look.`),
    ...list(criteria),
  ]
}

/** What else is said or asked of people, and when. */
function raisedBlocks(scheme: Written): Block[] {
  return list(raised(scheme, false))
}

/** Whether any criterion looks at a family having asked. */
export function looksAtAsking(scheme: Written): readonly string[] {
  return flags(scheme).flatMap((one) => ('refer' in one && asks(one.when) ? [one.refer] : []))
}

function asks(condition: Deep<FlagCondition>): boolean {
  if ('all' in condition) return condition.all.some(asks)
  if ('any' in condition) return condition.any.some(asks)
  return 'asked-exceptional' in condition
}

function raised(scheme: Written, exceptional: boolean): string[] {
  return flags(scheme).flatMap((one) => {
    if ('agreed-by' in one || (one.exceptional === 'yes') !== exceptional) return []
    const said =
      'say' in one
        ? `${stop(one.say)} ${stop(one.next)} (For ${one.to}.)`
        : `${stop(one.why)} ${stop(`${capital(one.refer)} looks at it`)}`
    return [`${said} When ${stop(when(one.when, scheme))}`]
  })
}

function flags({ flags: all = {} }: Written): Flag[] {
  return Object.values(all)
}

/** All of it, each under its heading. */
export function criteriaBlocks(scheme: Written): Block[] {
  return [
    ...section(2, 'Who may agree the budget', agreedBlocks(scheme)),
    ...section(2, 'If your child is an exceptional case', exceptionalBlocks(scheme)),
    ...section(2, 'What else people look at', raisedBlocks(scheme)),
  ]
}
