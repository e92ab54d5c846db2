import type { Amount, BudgetLine } from '../allocate/budget.js'
import { formatPounds } from '../pence.js'
import { spaced } from './grammar.js'

/** A line's name and what it comes to. */
export function amountOf({ title, amount, amountIs, provides }: BudgetLine): string {
  const kind =
    amountIs === null ? '' : amountIs === 'top-up' ? ', on top of the school’s own money' : ', the whole cost'
  switch (amount.state) {
    case 'settled':
      return `${title}: likely amount ${formatPounds(amount.pence)}${kind}`
    case 'waiting':
      return `${title}: waiting; ${amount.pence === null ? provided(provides) : formatPounds(amount.pence)} if it is agreed`
    case 'provides':
      return `${title}: likely ${provided(amount)}`
    case 'by-setting':
      return `${title}${kind}: ${amount.settings.map((one) => `${spaced(one.setting)} ${amountWords(one.amount)}`).join('; ')}`
    case 'refused':
      return `${title}: refused${amount.pence === null ? '' : `; the figure was ${formatPounds(amount.pence)}`}`
    case 'refer':
      return `${title}: ${amount.to} decides; no figure is published here`
  }
}

/** An amount in a few words, where several stand side by side. */
function amountWords(amount: Amount): string {
  switch (amount.state) {
    case 'settled':
      return formatPounds(amount.pence)
    case 'waiting':
      return amount.pence === null ? 'waiting' : `${formatPounds(amount.pence)}, waiting`
    case 'refused':
      return 'refused'
    case 'refer':
      return `${amount.to} decides`
    case 'provides':
      return `${amount.quantity} ${amount.of}`
    case 'by-setting':
      return 'by setting'
  }
}

/** Hours or units, on a line that gives no money. */
function provided(provides: BudgetLine['provides']): string {
  return provides?.quantity === null || provides === null
    ? 'people decide how much'
    : `${provides.quantity} ${provides.of}, in kind and not in money`
}
