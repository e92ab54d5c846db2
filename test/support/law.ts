import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { test } from 'vitest'
import { type AllocationTable, allocate, type IndicativeBudget, loadTable } from '../../src/index.js'
import { arbitraryCase, type GeneratedCase } from './arbitrary/case.js'
import { tableText } from './arbitrary/text.js'

/** How often each law is tried; the night's run sets RAS_RUNS. */
export const RUNS = Number(process.env.RAS_RUNS ?? '500')
export const SEED = Number(process.env.RAS_SEED ?? Math.floor(Math.random() * 2 ** 31))
const KEPT = 'test/kept-seeds.txt'

/** A generated valid table and assessment, loaded and allocated, with a number of its own for any choice a law makes. */
export interface Loaded extends GeneratedCase {
  readonly text: string
  readonly loaded: AllocationTable
  readonly budget: IndicativeBudget
  readonly number: number
}

function load(made: GeneratedCase, number: number): Loaded {
  const text = tableText(made.table)
  const loaded = loadTable(text)
  return { ...made, text, loaded, budget: allocate(made.assessment, loaded), number }
}

/** A law over generated valid tables and assessments. */
export const law = lawOver(arbitraryCase, load, RUNS)

/**
 * Laws over something generated and made ready with a number. Each law of a file is tried on the same cases, so that
 * what is dear, making and loading them, is paid once. A failing case is shrunk by fast-check and reported with its
 * seed, and the seed is kept in `test/kept-seeds.txt` and tried first ever after.
 */
export function lawOver<Made, One>(
  arbitrary: () => fc.Arbitrary<Made>,
  ready: (made: Made, number: number) => One,
  runs: number,
): (title: string, holds: (one: One) => void) => void {
  let shared: readonly One[] | undefined
  const pool = (): readonly One[] => {
    const numbers = fc.sample(fc.nat(), { numRuns: runs, seed: SEED })
    return fc.sample(arbitrary(), { numRuns: runs, seed: SEED }).map((made, i) => ready(made, numbers[i] ?? 0))
  }
  const shrinking = (title: string, seed: number, index: number, holds: (one: One) => void): void => {
    const number = fc.sample(fc.nat(), { numRuns: index + 1, seed })[index] ?? 0
    fc.assert(
      fc.property(arbitrary(), (made) => holds(ready(made, number))),
      {
        seed,
        path: String(index),
        numRuns: index + 1,
        interruptAfterTimeLimit: 20_000,
        reporter: (run) => {
          if (run.failed)
            throw new Error(`${title}: RAS_SEED=${seed}\n${fc.defaultReportMessage(run)}`, { cause: run.errorInstance })
        },
      },
    )
  }
  return (title, holds) =>
    test(title, () => {
      for (const { seed, index } of kept(title)) shrinking(title, seed, index, holds)
      shared ??= pool()
      for (const [index, one] of shared.entries()) {
        try {
          holds(one)
        } catch {
          keep(title, index)
          shrinking(title, SEED, index, holds)
          throw new Error(`${title}: failed on seed ${SEED}, case ${index}, and not when that case was made again`)
        }
      }
    })
}

/** Keeps a case on which a law failed, to be tried first ever after. */
export function keep(title: string, index: number): void {
  appendFileSync(KEPT, `${title}\t${SEED}\t${index}\n`)
}

/** The cases that were kept of a law. */
export function kept(title: string): { readonly seed: number; readonly index: number }[] {
  if (!existsSync(KEPT)) return []
  return readFileSync(KEPT, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter(([named]) => named === title)
    .map(([, seed, index]) => ({ seed: Number(seed), index: Number(index) }))
}

/** A property over anything else, with the same number of runs. */
export function property<T>(title: string, arbitrary: fc.Arbitrary<T>, holds: (value: T) => void): void {
  test(title, () => fc.assert(fc.property(arbitrary, holds), { numRuns: RUNS, seed: SEED }))
}
