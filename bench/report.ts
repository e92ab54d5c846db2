import { cpus } from 'node:os'
import type { Agreement } from './agree.js'
import type { Loading } from './loading.js'
import type { OneBudget } from './one-budget.js'
import type { Timing } from './rounds.js'

export interface Measured {
  readonly agreement: Agreement
  readonly named: OneBudget
  readonly mixed: OneBudget
  readonly loading: Loading
  readonly stages: Readonly<Record<string, Timing>>
}

/** The results as a page of Markdown that reads as text too. */
export function report({ agreement, named, mixed, loading, stages }: Measured): string {
  const { cases, figures, itemised, seen } = agreement
  const share = (count: number) => `${count} of ${cases} cases differ (${((100 * count) / cases).toFixed(4)} %)`
  return `${machine()}.

Processor time, garbage collection with it; medians of interleaved rounds, the middle half in brackets; the middle of
three processes.

## One budget

${oneBudget('Every answer the name of a level', named)}
${oneBudget('With points between levels, evidence, views, blanks and reasons', mixed)}
## Loading the table

First time in a process ${loading.first.toFixed(1)} ms, warm ${(loading.warm.median / 1000).toFixed(1)} ms (target 40 ms).

## Where the time of one budget goes

Each stage by itself, named answers.

| Stage | µs |
| --- | ---: |
${Object.entries(stages)
  .map(([name, { median }]) => `| ${name} | ${median.toFixed(2)} |`)
  .join('\n')}

## Agreement

- Figures by hand (lines, streams, total): ${share(figures)}.
- Itemised by hand (splits, totals, flags, part years too): ${share(itemised)}.

| Among the cases | Times |
| --- | ---: |
${Object.entries(seen)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([what, times]) => `| ${what} | ${times} |`)
  .join('\n')}
`
}

function oneBudget(title: string, { handwritten, itemised, allocate }: OneBudget): string {
  const ratio = (to: Timing) => `${(allocate.median / to.median).toFixed(1)} ×`
  return `${title}:

| | µs | \`allocate\` is (target: at most 3 ×) |
| --- | ---: | ---: |
| By hand, figures only | ${shown(handwritten)} | ${ratio(handwritten)} |
| By hand, itemised: splits, totals and flags, no working | ${shown(itemised)} | ${ratio(itemised)} |
| \`allocate\`, with every step | ${shown(allocate)} | |
`
}

function shown({ median, low, high }: Timing): string {
  return `${median.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`
}

function machine(): string {
  const processors = cpus()
  const date = new Date().toISOString().slice(0, 10)
  return `${date}, Node ${process.versions.node}, ${processors.length} × ${processors[0]?.model.trim()}, ${process.platform} ${process.arch}`
}
