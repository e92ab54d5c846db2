import { TO_FILL_IN } from '../../load/to-fill-in.js'
import type { About, AboutName } from './about.js'
import { type Heads, shortName } from './heads.js'
import type { PointsRow } from './rows.js'
import { yamlText } from './yaml-text.js'

/** What a draft is made of. */
export interface Read {
  readonly about: About
  readonly heads: Heads
  readonly rows: readonly PointsRow[]
  /** The most points the form can give. */
  readonly highest: string
  /** What is to be said at the top of it, one sentence a line. */
  readonly notes: readonly string[]
}

const LAWS: Readonly<Record<string, string>> = { education: 'education', health: 'health', 'social-care': 'care' }
const ABOUT = ['the amount', 'the plan', 'a refusal'] as const

/** The text of a draft table. Every row stands on a line of its own, in the order of the sheet. */
export function draftOf({ about, heads, rows, highest, notes }: Read): string {
  const said = (name: AboutName) => about.get(name)?.text ?? null
  const text = (name: AboutName, what: string) => yamlText(said(name) ?? `${TO_FILL_IN}: ${what}`)
  const stream = shortName(said('stream') ?? '', 'stream')
  const title = said('title')
  const to = said('in force to')
  const page = said('page')
  const [address, retrieved, amountIs] = [said('address'), said('retrieved'), said('amount is')]
  const lines = heads.amounts.map((column, i) => ({
    id: shortName(column.title ?? title ?? '', 'line'),
    title: column.title === null ? text('title', 'what the line is called') : yamlText(column.title),
    gives: rows.map(({ gives }) => gives[i] ?? ''),
  }))
  return [
    ...notes.map((note) => `# ${note}`),
    'format: ras.table/1',
    `id: ${said('id') ?? shortName(title ?? '', 'imported')}`,
    `version: ${JSON.stringify(said('version') ?? 'draft-1')}`,
    `title: ${text('title', 'what the scheme is called')}`,
    `authority: ${text('authority', 'whose scheme it is')}`,
    `provenance: ${said('provenance') ?? 'synthetic'}`,
    'status: draft',
    `in-force: { from: ${said('in force from')}${to === null ? '' : `, to: ${to}`} }`,
    'rounding: half up',
    'sources:',
    '  sheet:',
    `    title: ${text('source', 'the document that the amounts come from, as its title page names it')}`,
    ...(address === null ? [] : [`    url: ${JSON.stringify(address)}`]),
    ...(retrieved === null ? [] : [`    retrieved: ${retrieved}`]),
    ...(page === null && address !== null ? [] : [`    clause: ${text('page', 'the page, table or paragraph')}`]),
    'challenge:',
    ...ABOUT.flatMap((what) => [
      `  - stream: ${stream}`,
      `    about: ${what}`,
      `    route: ${yamlText(`${TO_FILL_IN}: where to go and what to ask for, to challenge ${what}`)}`,
    ]),
    `advice: ${text('advice', 'where families get free and impartial advice')}`,
    'streams:',
    `  ${stream}: { title: ${STREAMS[stream] ?? stream}, law: ${LAWS[stream] ?? stream} }`,
    'outcomes:',
    `  outcome: ${text('outcome', 'the outcome that the money is meant for')}`,
    'funders:',
    `  council: ${yamlText(said('paid by') ?? said('authority') ?? `${TO_FILL_IN}: who pays`)}`,
    'scores:',
    `  points: { brought: ${text('form', 'whose form the points are scored on')}, at-most: ${highest} }`,
    'lines:',
    ...lines.flatMap(({ id, title: called, gives }) => [
      `  ${id}:`,
      `    title: ${called}`,
      `    stream: ${stream}`,
      '    outcome: outcome',
      '    source: sheet',
      ...(amountIs === null ? [] : [`    amount-is: ${amountIs.toLowerCase()}`]),
      '    paid-by: { all: council }',
      '    price:',
      '      look-up: points',
      '      gives: pounds a year',
      ...(gives.includes('refer') ? [`      refer-to: ${text('refer to', 'who decides where a row says refer')}`] : []),
      '      rows:',
      ...rows.map((row, i) => `        - ${rowOf(row, gives[i] ?? '')}`),
    ]),
    '',
  ].join('\n')
}

const STREAMS: Readonly<Record<string, string>> = {
  education: 'Education',
  health: 'Health',
  'social-care': 'Social care',
}

function rowOf({ from, to, band }: PointsRow, give: string): string {
  const parts = [
    `from: ${from}`,
    ...(to === null ? [] : [`to: ${to}`]),
    `give: ${give}`,
    ...(band === '' ? [] : [`band: ${yamlText(band)}`]),
  ]
  return `{ ${parts.join(', ')} }`
}
