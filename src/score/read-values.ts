import { type Finding, finding } from '../diagnostic.js'
import { pointer } from '../pointer.js'

export type Report = (found: Finding) => void
export type Data = Readonly<Record<string, unknown>>

const NOTHING: Data = Object.freeze({})

/** A number within bounds, in whole steps of `unit`; stored as that many of `by`, which is `unit` if left out. */
export function within(
  value: number | undefined,
  low: number,
  high: number,
  unit: number,
  by = unit,
): number | undefined {
  return value !== undefined && value >= low && value <= high && value % unit === 0 ? value / by : undefined
}

/** Some words; `key` names what is missing when there are none. */
export function readText(value: unknown, at: string, key: string, pattern: RegExp, report: Report): string {
  if (typeof value === 'string' && value.length <= MOST_WORDS && pattern.test(value)) return value
  if (value === undefined) report(finding('RAS102', at.slice(0, at.lastIndexOf('/')), { key }, 'key'))
  else if (key === 'case') report(finding('RAS632', at, { got: shown(value) }))
  else report(finding('RAS105', at, { got: shown(value), expected: 'some words, at most 2,000 characters' }))
  return ''
}

/** Whether it is some words, and not too many: a written reason, a reference to evidence. */
export function isWords(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MOST_WORDS && /\S/.test(value)
}

/** In characters. */
const MOST_WORDS = 2000

/** Hundredths of a number given as a number or as text, at most two decimals; anything else is undefined. */
export function hundredths(value: unknown): number | undefined {
  if (typeof value === 'number') {
    if (Number.isInteger(value) && value >= 0 && value < 1e9) return value * 100 + 0
    return hundredths(String(value))
  }
  const match = typeof value === 'string' ? /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(value) : null
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined
}

/** Yes or no, however it was given. */
export function truth(value: unknown): boolean | undefined {
  if (value === true || value === 'yes' || value === 'true') return true
  return value === false || value === 'no' || value === 'false' ? false : undefined
}

/** A mapping; one that was left out is empty, and one that is something else is told and undefined. */
export function mapping(value: unknown, at: string, report: Report): Data | undefined {
  if (value === undefined) return NOTHING
  if (isData(value)) return value
  report(finding('RAS103', at, { expected: 'a mapping', got: kind(value) }))
  return undefined
}

/** A list; one that was left out is empty. A hole in it is an item that is not there, and is told as that. */
export function list(value: unknown, at: string, report: Report): readonly unknown[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return Array.from(value)
  report(finding('RAS103', at, { expected: 'a list', got: kind(value) }))
  return []
}

/** What is given of things that the table does not have. */
export function strangers(
  declared: readonly { readonly id: string }[],
  part: string,
  kind: string,
  given: Data,
  report: Report,
): void {
  const known = declared.map(({ id }) => id)
  for (const name of Object.keys(given))
    if (!known.includes(name)) report(finding('RAS109', pointer([part, name]), { kind, name, known }, 'key'))
}

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function kind(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'a mapping' : typeof value === 'string' ? 'text' : typeof value
}

/** A value as a sentence can show it. */
export function shown(value: unknown): string {
  const text =
    typeof value === 'string' ? value : typeof value === 'object' || value === undefined ? kind(value) : String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
