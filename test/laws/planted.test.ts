import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromChoices } from '../support/arbitrary/choices.js'
import { keep, kept, RUNS, SEED } from '../support/law.js'
import { PLANTS } from '../support/plants/index.js'
import type { Plant, Planted, Told } from '../support/plants/plant.js'

/** So many grounds for a code: there are more than a hundred codes, and an audit takes as long as several loadings. */
function groundsFor(code: string): number {
  return Math.max(5, Math.round(RUNS / (code.startsWith('RAS8') ? 250 : 125)))
}

/** What became of the plants of each code. */
const tallies: Tally[] = []

describe('a fault that is planted in something generated is found where it is', () => {
  test.each(Object.entries(PLANTS))('%s', async (code, plant) => {
    const tally = { tried: 0, places: 0, compared: 0, alone: 0 }
    const numRuns = groundsFor(code)
    const title = `planted ${code}`
    for (const { seed, index } of kept(title))
      fail(await planting(code, plant, tally, { seed, path: `${index}`, numRuns: index + 1 }))
    const run = await planting(code, plant, tally, { seed: SEED, numRuns })
    if (run.counterexamplePath !== null) keep(title, Number(run.counterexamplePath.split(':')[0]))
    fail(run)
    tallies.push(tally)
    if (tally.tried >= 20) expect(tally.places).toBeGreaterThan(tally.tried / 3)
  })

  test('nearly always has a place, and is told alone', () => {
    const sum = (of: keyof Tally) => tallies.reduce((all, tally) => all + tally[of], 0)
    expect(sum('places') / sum('tried')).toBeGreaterThan(0.9)
    expect(sum('alone') / sum('compared')).toBeGreaterThan(0.9)
  })
})

/** How many grounds there were, how many had a place, of how many it was asked what was found before, and how often that was all. */
interface Tally {
  tried: number
  places: number
  compared: number
  alone: number
}

function planting(
  code: string,
  plant: Plant,
  tally: Tally,
  how: { seed: number; path?: string; numRuns: number },
): Promise<fc.RunDetails<[Ground]>> {
  const grounds = fromChoices((pick): Ground => {
    const made = plant(pick)
    return { made: () => made }
  })
  return fc.check(
    fc.asyncProperty(grounds, async ({ made }) => {
      const planted = await made()
      // What was found before takes as long to find again: one ground in four will do, the first among them.
      const whole = tally.tried++ % 4 === 0
      if (planted === null) return
      tally.places++
      expectTold(code.slice(0, 6), planted)
      if (!whole) return
      tally.compared++
      if (isAlone(planted)) tally.alone++
    }),
    { ...how, interruptAfterTimeLimit: 10_000 + 500 * how.numRuns },
  )
}

/** A plant at work. What it made is behind a function, so that it is not printed beside its text. */
interface Ground {
  readonly made: () => ReturnType<Plant>
}

function fail(run: fc.RunDetails<[Ground]>): void {
  if (run.failed) throw new Error(`RAS_SEED=${run.seed}\n${fc.defaultReportMessage(run)}`, { cause: run.errorInstance })
}

/** Fails unless the fault is told at its line. */
function expectTold(code: string, { found, code: planted, file, line, text }: Planted): void {
  expect(planted).toBe(code)
  const told = found.some((one) => one.code === code && one.file === file && one.line === line)
  if (!told) expect.fail(`${code} at ${file}:${line} is not among ${shown(found)}\n${text ?? ''}`)
}

/** Whether nothing else is told that was not told before; fails where it is nothing that the plant names. */
function isAlone({ found, code, line, before, with: brought, text }: Planted): boolean {
  const others = found.length === 1 ? [] : more(found, before?.() ?? [], code)
  const strange = others.filter((one) => brought?.includes(one.code) !== true)
  if (strange.length > 0 && brought !== undefined)
    expect.fail(`besides ${code}:${line} ${shown(strange)}\n${text ?? ''}`)
  return others.length === 0
}

/** What is found now and was not before, by code and as often; the planted fault itself left out once. */
function more(now: readonly Told[], before: readonly Told[], code: string): readonly Told[] {
  const left = [code, ...before.map((one) => one.code)]
  return now.filter((one) => {
    const at = left.indexOf(one.code)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

function shown(found: readonly Told[]): string {
  return `[${found.map((one) => `${one.code} ${one.file}:${one.line}`).join(', ')}]`
}
