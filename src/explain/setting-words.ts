import type { BySetting } from '../allocate/budget.js'
import type { FlagCondition } from '../load/shape/when.js'
import type { Deep, Written } from '../load/table.js'
import { when } from './condition-words.js'
import { flag } from './flag-words.js'
import { and, capital, or, spaced } from './grammar.js'
import { sum } from './words.js'

/** How a line's figure was reached in each setting; settings where it was reached alike are told together. */
export function inSettings(each: readonly { readonly setting: string; readonly how: string }[]): string[] {
  const ways = [...new Set(each.map(({ how }) => how))].filter((how) => how !== '')
  return ways.map((how) => {
    const settings = each.filter((one) => one.how === how).map(({ setting }) => spaced(setting))
    return `In ${and(settings)}: ${how}`
  })
}

/** Why a line hangs on the setting. */
export function whySetting(condition: Deep<FlagCondition> | undefined, table: Written): string {
  return condition
    ? `It depends on the setting, which is not known yet: it applies only when ${when(condition, table)}.`
    : 'It depends on the setting, which is not known yet.'
}

/** What the whole comes to in one setting, and what is asked of whom there. */
export function settingTotal({ setting, total, flags, agreedBy: who }: BySetting, table: Written): string {
  const raised = flags.filter(({ kind }) => kind !== 'agreed-by').map((one) => flag(one, table))
  const agreed = who.length === 0 ? '' : `Who may agree it: ${or(who.map((one) => one.who))}.`
  return [`${capital(spaced(setting))}: ${sum(total)} a year.`, ...raised, agreed]
    .filter((text) => text !== '')
    .join(' ')
}
