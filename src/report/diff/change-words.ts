import type { Measure, TableChange } from '../../after/diff/change.js'
import { capital } from '../../explain/grammar.js'
import { apart, shortened } from './apart.js'
import { counted, differs } from './counted.js'

/**
 * A change in a sentence, as a councillor reads it.
 *
 * @example
 * // Short breaks (short-breaks): the row from 146 points gives £3,000.00 a year, before £2,800.00 (+£200.00, +7.1%).
 */
export function changeInWords(change: TableChange): string {
  const { kind, name, of } = change
  const [first = '', ...rest] = name
  const subject = rest.length === 0 ? capital(first) : `${capital(first)}: ${rest.join(', ')}`
  switch (kind) {
    case 'added':
      return `New. ${subject}${content(change.after, of)}`
    case 'removed':
      return `Gone. ${subject}${content(change.before, of)}`
    case 'moved':
      return `${subject} began at ${of === null ? change.before : counted(change.before, of)} before.`
    case 'reordered':
      return `${subject}: now in the order ${change.after}; before ${change.before}.`
    case 'changed': {
      const { before, after, difference } = change
      if (of === null) {
        const [was, is] = apart(before, after)
        return `${subject} is “${is}”, before “${was}”.`
      }
      return `${verb(subject)} ${counted(after, of)}, before ${counted(before, of, true)}${differs(difference, of)}.`
    }
  }
}

/** A row gives, and ends; a price that is plain pounds is the price; everything else is. */
function verb(subject: string): string {
  if (/, gives$/.test(subject)) return subject.replace(/, gives$/, ' gives')
  if (/ points, to$/.test(subject)) return subject.replace(/, to$/, ' ends at')
  return /: pounds$/.test(subject) ? subject.replace(/: pounds$/, ': the price is') : `${subject} is`
}

function content(text: string, of: Measure | null): string {
  if (of !== null) return `: ${counted(text, of)}.`
  return text === '' ? '.' : `: “${shortened(text)}”.`
}
