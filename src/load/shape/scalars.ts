import * as z from 'zod'
import { isDate } from '../../calendar.js'

// Apps Script and strict content policies forbid `new Function`, which zod otherwise tries for speed.
z.config({ jitless: true })

/**
 * A scalar of a table, always text here: the file is read with YAML's failsafe schema, so `0.10` is never a binary
 * fraction. `json` says what an editor, which reads plain YAML, takes it for.
 */
export function scalar(pattern: RegExp, expected: string, json: string | readonly string[] = 'string') {
  return z.string().regex(pattern, { error: expected }).meta({ 'x-json': json })
}

const NUMBER = ['number']
const EITHER = ['number', 'string']

export const words = z.string().regex(/\S/, { error: 'some words' }).max(2000, { error: 'at most 2,000 characters' })

export const id = scalar(
  /^(?!constructor$)[a-z][a-z0-9-]{0,63}$/,
  'a short name: small letters, digits and hyphens, beginning with a letter',
)

export const levelName = scalar(
  /^(?!(constructor|not-applicable)$)[a-z][a-z0-9-]{0,63}$/,
  'a short name: small letters, digits and hyphens, and not not-applicable, which scores 0 by itself',
)

export const pounds = scalar(
  /^(0|[1-9]\d{0,7})(\.\d{2})?$/,
  'pounds, such as 1500 or 1500.00, without £ or commas',
  NUMBER,
)
export const somePounds = scalar(
  /^(?=.*[1-9])(0|[1-9]\d{0,7})(\.\d{2})?$/,
  'pounds above nothing, such as 5 or 0.50, without £ or commas',
  NUMBER,
)
export const poundsOrRefer = scalar(
  /^(refer|(0|[1-9]\d{0,7})(\.\d{1,2})?)$/,
  'an amount such as 1500 or 1500.00, without £ or commas, or refer',
  EITHER,
)
export const unitPrice = scalar(
  /^(0|[1-9]\d{0,7})(\.\d{2,4})?$/,
  'pounds, such as 16.29, with two to four decimals',
  NUMBER,
)
export const points = scalar(/^(0|[1-9]\d{0,5})(\.\d{1,2})?$/, 'points, such as 21 or 21.5', NUMBER)
export const hours = scalar(/^(0|[1-9]\d{0,3})(\.\d{1,2})?$/, 'hours, such as 15 or 7.5', NUMBER)
export const someHours = scalar(
  /^(?=.*[1-9])(0|[1-9]\d{0,3})(\.\d{1,2})?$/,
  'hours above nothing, such as 30 or 7.5',
  NUMBER,
)
export const count = scalar(/^[1-9]\d{0,3}$/, 'a whole number from 1 to 9999', NUMBER)
export const years = scalar(/^(0|[1-9]\d?)$/, 'an age in whole years', NUMBER)
export const perCent = scalar(/^(0|[1-9]\d{0,2})(\.\d{1,2})?$/, 'a percentage such as 60 or 12.5, without %', NUMBER)
export const factor = scalar(/^(0|[1-9]\d{0,3})(\.\d{1,6})?$/, 'a factor such as 1.05', NUMBER)
export const countOrFact = scalar(
  /^([1-9]\d{0,3}|[a-z][a-z0-9-]{0,63})$/,
  'a whole number, or the name of a fact',
  EITHER,
)
export const hoursOrFact = scalar(
  /^((0|[1-9]\d{0,3})(\.\d{1,2})?|[a-z][a-z0-9-]{0,63})$/,
  'hours such as 7.5, or the name of a fact',
  EITHER,
)
export const levelRef = scalar(
  /^(?!constructor$)[a-z][a-z0-9-]{0,63}(\/[a-z][a-z0-9-]{0,63})?$/,
  'a short name, or a kind and its level such as turning/nightly',
)
export const monthDay = scalar(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/, 'a month and day such as 04-01')
export const date = z
  .string()
  .refine(isDate, { error: 'a date of the calendar such as 2026-04-01' })
  .meta({ 'x-json': 'string' })
export const yes = z.literal('yes')
export const version = scalar(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/, 'a version such as 2026-27 or 1.2', EITHER)
export const url = scalar(/^https?:\/\/\S+$/, 'an address beginning with https://')

/** A mapping from short names to something. zod's own record drops `__proto__` silently; the reader refuses it first. */
export function named<T extends z.ZodType>(value: T) {
  return z.record(id, value).refine((all) => Object.keys(all).length <= 500, { error: 'at most 500' })
}

/** A mapping with at least one entry. */
export function someNamed<T extends z.ZodType>(value: T) {
  return named(value).refine((all) => Object.keys(all).length > 0, { error: 'at least one' })
}

/** A list with at least one item. */
export function list<T extends z.ZodType>(item: T) {
  return z.array(item).min(1, { error: 'at least one' }).max(500, { error: 'at most 500' })
}
