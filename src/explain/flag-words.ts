import type { Flag } from '../allocate/budget.js'
import type { Written } from '../load/table.js'
import { asPence, formatPounds } from '../pence.js'
import { when } from './condition-words.js'
import { capital, or, stop } from './grammar.js'
import { why } from './working-words.js'

/** A raised flag, and what follows from it. */
export function flag({ id, kind, evidence }: Flag, table: Written): string {
  if (kind === 'cap') {
    const [line = '', name = ''] = id.split('/')
    const before = asPence(Number(evidence[0]?.value ?? 0))
    return `${table.lines[line]?.title ?? line}: before the limit it was ${formatPounds(before)}${why(table, line, name)}.`
  }
  const plan = table.flags?.[id]
  if (plan && 'say' in plan) return `${stop(plan.say)} ${stop(plan.next)} (For ${plan.to}.)`
  if (plan && 'refer' in plan) return `${stop(plan.why)} ${stop(`${capital(plan.refer)} looks at it`)}`
  return ''
}

/** Flags that hang on a figure that is still open. */
export function openFlags(flags: readonly Flag[], table: Written): string {
  const said = flags.flatMap(({ id }) => {
    const plan = table.flags?.[id]
    return plan && 'when' in plan
      ? [`whether ${when(plan.when, table)}${'refer' in plan ? `; if so, ${plan.refer} looks at it` : ''}`]
      : []
  })
  return said.length === 0 ? '' : `Not known until then: ${said.join('; ')}.`
}

export function agreedBy(who: readonly { readonly who: string; readonly state: 'yes' | 'unknown' }[]): string {
  if (who.length === 0) return 'The table does not say who may agree this budget.'
  return `Who may agree it: ${or(who.map((one) => `${one.who}${one.state === 'unknown' ? ' (not yet known)' : ''}`))}.`
}
