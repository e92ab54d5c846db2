import { isDate } from '../../calendar.js'
import { didYouMean } from '../../did-you-mean.js'
import type { Grid } from '../grid.js'
import { quoted, type Tell, textAt } from './import-fault.js'
import { pointsIn } from './number.js'

/** What may stand above the rows: a name, and beside it what is so. `null` takes any words. */
const NAMES = {
  title: null,
  authority: null,
  id: /^(?!constructor$)[a-z][a-z0-9-]{0,63}$/,
  version: /^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/,
  provenance: /^(reconstructed|synthetic)$/,
  'in force from': isDate,
  'in force to': isDate,
  stream: /^(education|health|social care)$/i,
  'amount is': /^(whole cost|top-up)$/i,
  outcome: null,
  'paid by': null,
  form: null,
  'highest points': (text: string) => pointsIn(text) !== null,
  'refer to': null,
  source: null,
  address: /^https?:\/\/\S+$/,
  page: null,
  retrieved: isDate,
  advice: null,
} as const

const EXPECTED: Readonly<Record<string, string>> = {
  id: 'a short name: small letters, digits and hyphens, beginning with a letter',
  version: 'a version such as 2026-27',
  provenance: 'reconstructed or synthetic; that a table is official only its authority says, in the table itself',
  'in force from': 'a day such as 2026-04-01',
  'in force to': 'a day such as 2027-03-31',
  stream: 'education, health or social care',
  'amount is': 'whole cost or top-up',
  'highest points': 'points such as 200 or 21.5',
  address: 'an address beginning with https://',
  retrieved: 'a day such as 2026-04-01',
}

export type AboutName = keyof typeof NAMES

/** Every name that may stand above the heads. */
export const ABOUT_NAMES: readonly string[] = Object.keys(NAMES)

/** What a sheet says of its table, by name, and in which row. */
export type About = ReadonlyMap<AboutName, { readonly text: string; readonly row: number }>

const LONGEST = 2000

/** Reads the rows above the row of heads: a name in the first column, and what is so in the second. */
export function readAbout(grid: Grid, to: number, tell: Tell): About {
  const about = new Map<AboutName, { readonly text: string; readonly row: number }>()
  for (let row = 0; row < to; row++) {
    const cells = Array.from({ length: grid.width }, (_, column) => textAt(grid, row, column, tell))
    if (cells.every((text) => text === '')) continue
    const [label, value, ...more] = cells
    const extra = more.findIndex((text) => text !== '')
    if (extra >= 0)
      tell(row, extra + 2, 'Above the heads there are two columns.', 'Leave a name and what is beside it.')
    if (label === null || label === undefined || value === null || value === undefined) continue
    const name = named(label)
    if (name === null) {
      tell(
        row,
        0,
        `${quoted(label)} is no name that stands above the heads.`,
        `${didYouMean(spoken(label), ABOUT_NAMES)} Other words belong on another sheet.`,
      )
    } else if (about.has(name)) tell(row, 0, `${quoted(label)} stands here for the second time.`, 'Keep one of them.')
    else if (value === '') tell(row, 1, `There is nothing beside ${quoted(label)}.`, 'Fill it in, or remove the row.')
    else if (value.length > LONGEST) tell(row, 1, 'The text is longer than 2,000 characters.', 'Shorten it.')
    else if (!fits(name, value)) tell(row, 1, `${quoted(value)} is not what is meant here.`, `Give ${EXPECTED[name]}.`)
    else about.set(name, { text: value, row })
  }
  missing(about, tell)
  return about
}

/** What no table can do without, and cannot be left for later. */
function missing(about: About, tell: Tell): void {
  const stream = about.get('stream')
  const [from, to, amountIs] = [about.get('in force from'), about.get('in force to'), about.get('amount is')]
  if (!stream)
    tell(
      0,
      0,
      'Nothing says which stream the money is.',
      'Put a row above the heads: stream, and beside it social care.',
    )
  if (!from)
    tell(
      0,
      0,
      'Nothing says from which day it is in force.',
      'Put a row above the heads: in force from, and beside it a day.',
    )
  if (from && to && to.text < from.text)
    tell(to.row, 1, `It ends on ${to.text}, before it begins on ${from.text}.`, 'Correct one of the dates.')
  const education = stream?.text.toLowerCase() === 'education'
  if (stream && education && !amountIs)
    tell(
      stream.row,
      0,
      'Nothing says whether the amounts are the whole cost, or come on top of the school’s own money.',
      'Put a row above the heads: amount is, and beside it whole cost or top-up.',
    )
  if (stream && !education && amountIs)
    tell(amountIs.row, 0, 'Only in education is money a whole cost or a top-up.', 'Remove the row.')
}

function named(label: string): AboutName | null {
  const name = spoken(label)
  return isName(name) ? name : null
}

function isName(name: string): name is AboutName {
  return Object.hasOwn(NAMES, name)
}

function spoken(label: string): string {
  return label
    .toLowerCase()
    .replace(/\s*:$/, '')
    .replaceAll(/[\s_]+/g, ' ')
}

function fits(name: AboutName, value: string): boolean {
  const rule = NAMES[name]
  if (rule === null) return true
  return typeof rule === 'function' ? rule(value) : rule.test(value)
}
