import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { type Ask, asking } from './ask.js'
import type { Caseload } from './questions/caseloads.js'
import type { Loading } from './questions/loading.js'
import type { OneBudget } from './questions/one-budget.js'
import type { WithStatement } from './questions/statement.js'
import { spread, type Timing } from './rounds.js'
import { table } from './section.js'

/** One asking, and what is read off its answer, by name. By hand is measured too: its ratio shows the noise. */
type Measure = (ask: Ask) => Promise<Readonly<Record<string, number>>>

const MEASURES: Readonly<Record<string, Measure>> = {
  'One budget': async (ask) => {
    const { allocate, itemised } = await ask<OneBudget>('one-budget', 'named', 12)
    return medians({ '`allocate`': allocate, 'the same by hand': itemised })
  },
  'One budget, points between levels': async (ask) => {
    const { allocate, itemised } = await ask<OneBudget>('one-budget', 'mixed', 12)
    return medians({ '`allocate`': allocate, 'the same by hand': itemised })
  },
  'One budget with its statement': async (ask) => {
    const { both } = await ask<WithStatement>('statement', 8)
    return medians({ '`allocate` and `explain`': both })
  },
  Loading: async (ask) => {
    const { first, warm } = await ask<Loading>('loading')
    return { 'first time in a process': first, warm: warm.median }
  },
  'Caseload of 100,000': async (ask) => {
    const { library, byHand } = await ask<Caseload>('caseloads', 'named', 100_000)
    return medians({ '`allocateCaseload`': library, 'typed arrays by hand': byHand })
  },
}

const PAIRS = 5

/**
 * Compares the code with that of an earlier commit, by today's questions on today's table: each measure as new ÷ old of
 * neighbouring processes, the median and the middle half of several pairs. What the commit lacks is left out, and said.
 *
 * @throws Error when the commit is not known.
 */
export async function against(commit: string): Promise<string> {
  const name = execFileSync('git', ['rev-parse', '--short', `${commit}^{commit}`], { encoding: 'utf8' }).trim()
  const tree = `temp/bench/against-${name}`
  unpack(name, tree)
  const rows: (readonly string[])[] = []
  for (const [title, measure] of Object.entries(MEASURES))
    rows.push(...(await compared(title, measure, asking('now'), asking(`against-${name}-bundles`, tree))))
  return `Now ÷ ${name}: below 1 is faster now. Medians of ${PAIRS} neighbouring pairs of processes, the middle half in brackets.

${table(['', 'now ÷ then'], rows)}`
}

function unpack(commit: string, tree: string): void {
  rmSync(tree, { recursive: true, force: true })
  mkdirSync(tree, { recursive: true })
  const archive = execFileSync('git', ['archive', commit, 'src', 'package.json'], { maxBuffer: 1e9 })
  execFileSync('tar', ['-x', '-C', tree], { input: archive })
}

async function compared(title: string, measure: Measure, now: Ask, then: Ask): Promise<(readonly string[])[]> {
  const ratios: Record<string, number[]> = {}
  try {
    for (let pair = 0; pair < PAIRS; pair++) {
      // Turned each time, so that neither always has the other's heat before it.
      const [first, second] = pair % 2 === 0 ? [now, then] : [then, now]
      const [one, other] = [await measure(first), await measure(second)]
      const [mine, theirs] = pair % 2 === 0 ? [one, other] : [other, one]
      for (const [what, time] of Object.entries(mine)) {
        const before = theirs[what]
        if (before !== undefined) ratios[what] = [...(ratios[what] ?? []), time / before]
      }
      console.error(`${title}: ${pair + 1} of ${PAIRS}`)
    }
  } catch (error) {
    return [[`${title}: not in both (${error instanceof Error ? error.message.trim().split('\n').at(-1) : error})`, '']]
  }
  return Object.entries(ratios).map(([what, all]) => [`${title}: ${what}`, shown(spread(all))])
}

function shown({ median, low, high }: Timing): string {
  return `${median.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`
}

function medians(timings: Readonly<Record<string, Timing>>): Record<string, number> {
  return Object.fromEntries(Object.entries(timings).map(([what, { median }]) => [what, median]))
}
