import { and, stop } from '../../explain/grammar.js'
import { holds, type Row, row, type Sheet } from '../book.js'
import type { Expression } from '../formula/expression.js'
import type { Block } from '../program/program.js'
import { blockRows, blockWidth } from './block.js'
import { footerOf, headerOf, identityRows } from './identity.js'
import type { Arranging, Scheme } from './scheme.js'

export const TABLE = 'Table'

/** The width of the names, and of every column beside them. */
const NAMES = 44
const FIGURES = 15
/** So many columns at least, so that sources can be read. */
const LEAST = 6
/** So many columns at most on an upright page. */
const PORTRAIT = 7

/**
 * The published table: who, in force when, from which sources, and every row that a figure is looked up in. The figures
 * of a draft can be changed here, and everything else follows.
 */
export function tableSheet(arranging: Arranging, more: readonly Block[]): Sheet<Expression> {
  const { schemes } = arranging
  const blocks = [...schemes.flatMap(({ program }) => program.blocks), ...more]
  const width = Math.max(LEAST, ...blocks.map((block) => blockWidth(block)))
  return {
    name: TABLE,
    purpose: 'The published table: who stands behind it, its sources, and every row in which a figure is looked up.',
    columns: [NAMES, ...Array.from({ length: width - 1 }, () => FIGURES)],
    rows: [
      row(holds('title', 'Table', { span: width })),
      row(holds('status', headerOf(arranging), { span: width })),
      ...identityRows(arranging, width),
      row(holds('help', howOf(arranging), { span: width })),
      ...schemes.flatMap((scheme) => schemeRows(scheme, width)),
      ...(more.length === 0 ? [] : moreRows(more, width)),
    ],
    frozen: 2,
    landscape: width > PORTRAIT,
    header: headerOf(arranging),
    footer: footerOf(arranging),
  }
}

/** Whether figures can be changed here, and if not, why. */
function howOf({ schemes }: Arranging): string {
  const said = schemes.map(({ plan, program }) => {
    if (program.live) return LIVE
    return plan.status === 'draft' || plan.status === 'trial' ? NOT_PROVEN : FIXED
  })
  return ['Every figure of this workbook is looked up here.', ...new Set(said)].join(' ')
}

const LIVE =
  'Figures with a frame belong to a draft or a trial and can be changed: the sheet Result follows. What was written ' +
  'stands beside them.'
const NOT_PROVEN =
  'Figures of this draft cannot be changed here: with larger ones, a spreadsheet could be a penny out. Change the ' +
  'table, and make the workbook again.'
const FIXED = 'Figures of a published table cannot be changed.'

function schemeRows({ program, written, plan }: Scheme, width: number): Row<Expression>[] {
  const fact = (label: string, said: string) => row(holds('strong', label), holds('text', said, { span: width - 1 }))
  const made = written['co-production']
  return [
    row(holds('heading', written.title, { span: width })),
    fact('Authority', written.authority),
    fact('Table and version', `${plan.id}, ${plan.version}`),
    fact('Hash', plan.hash),
    fact('Provenance and status', `${plan.provenance}, ${plan.status}`),
    fact('In force', plan.to === null ? `from ${plan.from}` : `from ${plan.from} to ${plan.to}`),
    fact('Rounding to whole pence', plan.rounding),
    ...(made ? [fact('Made together with', stop(and(made.with)) + (made.record ? ` ${made.record}` : ''))] : []),
    ...Object.entries(written.sources).map(([id, source]) => fact(`Source: ${id}`, sourceWords(source))),
    ...program.blocks.flatMap((block) => blockRows(block, width, written)),
  ]
}

type Source = Scheme['written']['sources'][string]

function sourceWords({ title, clause, url, retrieved, note }: Source): string {
  return [
    stop(title),
    clause === undefined ? '' : stop(clause),
    url === undefined ? '' : `${url}${retrieved === undefined ? '' : ` (read on ${retrieved})`}.`,
    note === undefined ? '' : stop(note),
  ]
    .filter((said) => said !== '')
    .join(' ')
}

/** What the other sheets read here besides the tables. */
function moreRows(more: readonly Block[], width: number): Row<Expression>[] {
  return [
    row(holds('heading', 'What the other sheets read here', { span: width })),
    ...more.flatMap((block) => blockRows(block, width, null)),
  ]
}
