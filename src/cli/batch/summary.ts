import type { AllocationTable } from '../../load/table.js'
import { asPence, formatPounds } from '../../pence.js'
import type { Tally } from './tally.js'

/** What a caseload came to, for a person: cases, likely amounts by stream, flags by kind, and how long it took. */
export function summary(
  tally: Tally,
  tables: readonly Pick<AllocationTable, 'id' | 'version' | 'provenance'>[],
  input: string,
  errors: string | null,
  seconds: number,
): string {
  const { cases, bad, blank, streams, total, flags } = tally
  const by = tables.map(
    ({ id, version, provenance }) => `${id} ${version}${provenance === 'official' ? '' : ` (${provenance})`}`,
  )
  const sums = [...streams, total]
  const names = width(sums.map(({ name }) => name))
  const amounts = sums.map(({ settled }) => pounds(settled))
  const most = width(amounts)
  const kinds = KINDS.flatMap(({ kind, words }) => {
    const raised = flags.filter((flag) => flag.kind === kind && flag.yes + flag.unknown > 0)
    return raised.length === 0 ? [] : [`  ${words}: ${raised.map(flagged).join(', ')}`]
  })
  return [
    `${count(cases, 'case')} of ${input} by ${by.join(' and ')}`,
    ...(bad > 0 ? [`${count(bad, 'bad row')} without a result${errors === null ? '' : `: see ${errors}`}`] : []),
    ...(blank > 0 ? [`${count(blank, 'blank row')} passed over`] : []),
    '',
    'Likely amounts a year, as far as they are settled:',
    ...sums.map(({ name, waiting }, i) => {
      const more = waiting > 0 ? `  at least: more is open in ${count(waiting, 'case')}` : ''
      return `  ${name.padEnd(names)}  ${(amounts[i] ?? '').padStart(most)}${more}`
    }),
    ...(kinds.length > 0 ? ['', 'Flags, by how many cases raise them:', ...kinds] : []),
    '',
    `${seconds.toFixed(1)} seconds`,
    '',
  ].join('\n')
}

/** The sum of a caseload has no bound of its own; above what a double holds, its pennies are not known. */
function pounds(settled: number): string {
  return Number.isSafeInteger(settled)
    ? formatPounds(asPence(settled))
    : `about £${thousands(Math.round(settled / 100))}`
}

const KINDS = [
  { kind: 'say', words: 'said' },
  { kind: 'refer', words: 'referred' },
  { kind: 'agreed-by', words: 'agreed by' },
  { kind: 'cap', words: 'limit reached' },
] as const

function flagged({ id, yes, unknown }: Tally['flags'][number]): string {
  return `${id} ${thousands(yes)}${unknown > 0 ? ` (open in ${thousands(unknown)})` : ''}`
}

function count(n: number, word: string): string {
  return `${thousands(n)} ${word}${n === 1 ? '' : 's'}`
}

export function thousands(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',')
}

function width(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length))
}
