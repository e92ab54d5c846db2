import type { Figures } from '../handwritten.js'
import type { Timing } from '../rounds.js'

/** What was measured of the peers, under the names in `NAMES`. It knows nothing of the packages themselves. */
export interface PeersMeasured {
  /** Of each package that was measured; the others are ours. */
  readonly versions: Readonly<Record<string, string>>
  readonly agreement: readonly PeerAgreement[]
  readonly timings: Readonly<Record<string, Timing>>
}

export interface PeerAgreement {
  readonly name: string
  readonly cases: number
  /** How many cases differ in any figure: a line, a stream, the total, or whether something waits. */
  readonly differ: number
  readonly first: Difference | null
}

/** The first figure that differs, in whole pence where it is money. */
export interface Difference {
  /** Which draw, and its number in it. */
  readonly case: string
  readonly figure: keyof Figures
  readonly right: number | boolean | null
  readonly given: number | boolean | null
}

export const NAMES = {
  byHand: 'By hand',
  ours: '`allocate`',
  naive: 'By hand with decimal.js',
  jsonRulesEngine: 'json-rules-engine',
  zen: '@gorules/zen-engine',
  publicodes: 'publicodes',
} as const

/** The section on other tools: a table, and the first difference of each tool that has one. */
export function peersReport({ versions, agreement, timings }: PeersMeasured): string {
  const ours = timings[NAMES.ours]?.median ?? Number.NaN
  const rows = agreement.map(({ name, cases, differ }) => {
    const time = timings[name]
    const cells = [
      name,
      versions[name] ?? '',
      time ? `${time.median.toFixed(2)} (${time.low.toFixed(2)} to ${time.high.toFixed(2)})` : '',
      name === NAMES.ours || !time ? '' : `${(time.median / ours).toFixed(2)} ×`,
      `${differ} of ${cases} (${((100 * differ) / cases).toFixed(2)} %)`,
    ]
    return `| ${cells.join(' | ')} |`
  })
  const firsts = agreement.flatMap(({ name, first }) => (first ? [`- ${name}: ${said(first)}`] : []))
  return `## Other tools

The same table in tools that one might use instead, each as its users would write it, loaded once. They give figures
only (lines, streams, total), where \`allocate\` gives every step, splits and flags too. The points of the levels are
handed to them, and what a tool cannot say is plain JavaScript around it. Processor time of all threads; asynchronous
tools with 50 budgets under way at once. Every other case has plain named answers, the rest also points between levels.

| | Version | µs for one budget | of \`allocate\` | Wrong to the penny |
| --- | --- | ---: | ---: | ---: |
${rows.join('\n')}
${firsts.length > 0 ? `\nThe first that is wrong:\n\n${firsts.join('\n')}\n` : ''}`
}

function said({ case: id, figure, right, given }: Difference): string {
  return `case ${id}, ${figure}, ${shown(given)} where it is ${shown(right)}.`
}

function shown(value: Difference['right']): string {
  return typeof value === 'number' ? `£${(value / 100).toFixed(2)}` : String(value)
}
