import { scaled } from '../decimal.js'
import { asPence, formatPounds } from '../pence.js'

/** Pounds as a table writes them, as a person reads them: `1500` is £1,500.00. */
export function pounds(text: string): string {
  return formatPounds(asPence(scaled(text, 2)))
}

export function count(value: number, word: string): string {
  return `${value} ${word}${value === 1 ? '' : 's'}`
}

export function spaced(id: string): string {
  return id.replaceAll('-', ' ')
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The first letter made small, unless the word is a name or an abbreviation. */
export function lower(text: string): string {
  return /^[A-Z][a-z]*[ ,]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

export function stop(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

export function and(list: readonly string[]): string {
  return joined(list, 'and')
}

export function or(list: readonly string[]): string {
  return joined(list, 'or')
}

function joined(list: readonly string[], word: string): string {
  return list.length < 2 ? (list[0] ?? '') : `${list.slice(0, -1).join(', ')} ${word} ${list.at(-1)}`
}
