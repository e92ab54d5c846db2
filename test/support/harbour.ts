import { type AllocationTable, loadTable } from '../../src/index.js'

/** What is particular in an invented table; the rest is as in the others. */
export interface Harbour {
  readonly version: string
  readonly from: string
  readonly to?: string
  readonly id?: string
  readonly authority?: string
  readonly status?: string
  /** The version that it supersedes, of its own scheme; or another scheme and version. */
  readonly supersedes?: string
  readonly over?: readonly [string, string]
  readonly line?: string
  readonly stream?: string
  /** One more stream, with a line of its own. */
  readonly also?: string
  readonly give?: number
}

/** A small invented table, loaded; `harbour.text` gives it as YAML. Nobody’s policy. */
export function harbour(one: Harbour): AllocationTable {
  return loadTable(text(one), { file: `${one.id ?? 'harbour'}-${one.version}.yaml` })
}
harbour.text = text

function text({ version, from, to, id = 'harbour-short-breaks', status = 'published', ...rest }: Harbour): string {
  const { authority = 'Harbour Council (invented)', line = 'short-breaks', stream = 'social-care', also } = rest
  const over = rest.over ?? (rest.supersedes === undefined ? null : [id, rest.supersedes])
  const lineOf = (name: string, of: string) =>
    `  ${name}: { title: ${name}, stream: ${of}, outcome: breaks, source: scheme, paid-by: { all: council }, price: { look-up: points, gives: pounds a year, rows: [{ from: 0, give: ${rest.give ?? 500} }] } }`
  return [
    'format: ras.table/1',
    `id: ${id}`,
    `version: "${version}"`,
    'title: Harbour short breaks (invented)',
    `authority: ${authority}`,
    'provenance: synthetic',
    `status: ${status}`,
    `in-force: { from: ${from}${to === undefined ? '' : `, to: ${to}`} }`,
    ...(over === null ? [] : [`supersedes: { id: ${over[0]}, version: "${over[1]}" }`]),
    'rounding: half up',
    'sources: { scheme: { title: The scheme (invented) } }',
    'co-production: { with: [the parent carer forum (invented)] }',
    'streams:',
    ...[stream, ...(also === undefined ? [] : [also])].map((name) => `  ${name}: { title: ${name}, law: care }`),
    'outcomes: { breaks: A break }',
    'funders: { council: Harbour Council }',
    "scores: { points: { brought: the council's form, at-most: 260 } }",
    'lines:',
    lineOf(line, stream),
    ...(also === undefined ? [] : [lineOf(`${also}-too`, also)]),
    '',
  ].join('\n')
}
