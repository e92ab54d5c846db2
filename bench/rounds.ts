/** Something to time: it does one unit of work for a number that counts up, and gives back a number that depends on it. */
export type Work = (i: number) => number

/** The same, where a unit may also be done later or in another thread. */
export type AsyncWork = (i: number) => number | Promise<number>

/** The median, and the middle half, over all rounds; microseconds of processor time for one unit of work, or as told. */
export interface Timing {
  readonly median: number
  readonly low: number
  readonly high: number
}

/** How long one work runs before the next has its turn, in microseconds: long enough that every turn pays for its garbage. */
const TURN = 15000

/**
 * Times several works in turn, round after round in one process, so that a throttled machine slows all of them alike,
 * and gives medians. Processor time is counted, garbage collection with it, and not time on the wall: on a busy machine
 * the wall also shows what others did. What the works return is added up, so that nothing can be left out as unused.
 */
export function interleaved<Name extends string>(
  works: Readonly<Record<Name, Work>>,
  rounds: number,
): Record<Name, Timing> {
  const entries = Object.entries<Work>(works).map(([name, work]) => ({
    name,
    work,
    each: enough(work),
    times: [] as number[],
  }))
  for (const { work, each, times } of turns(entries, rounds)) times.push(timed(work, each))
  return timings(entries)
}

/**
 * The same for works of which some are asynchronous. Those have several units under way at once, as whoever has many
 * would; and what they do in threads of their own counts as well, since processor time is that of the whole process.
 */
export async function interleavedAsync<Name extends string>(
  works: Readonly<Record<Name, AsyncWork>>,
  rounds: number,
): Promise<Record<Name, Timing>> {
  const entries: Entry<AsyncWork>[] = []
  for (const [name, work] of Object.entries<AsyncWork>(works))
    entries.push({ name, work, each: await enoughAsync(work), times: [] })
  for (const { work, each, times } of turns(entries, rounds)) times.push(await timedAsync(work, each))
  return timings(entries)
}

interface Entry<Of> {
  readonly name: string
  readonly work: Of
  readonly each: number
  readonly times: number[]
}

/** Turned by one each round, so that no work always follows the same other one. */
function* turns<Of>(entries: readonly Entry<Of>[], rounds: number): Generator<Entry<Of>> {
  for (let round = 0; round < rounds; round++) {
    const first = round % entries.length
    yield* entries.slice(first)
    yield* entries.slice(0, first)
  }
}

function timings<Name extends string>(entries: readonly Entry<unknown>[]): Record<Name, Timing> {
  const found = entries.map(({ name, times }) => [name, spread(times)])
  return Object.fromEntries(found) as Record<Name, Timing>
}

/** Warms a work up, and finds how often it must be done to fill a turn. */
function enough(work: Work): number {
  const turns: number[] = []
  let each = 1
  for (let spent = 0; spent < MOST_WARMING && !isWarm(turns); spent += (turns.at(-1) ?? 0) * each) {
    each = toFillTurn(turns)
    turns.push(timed(work, each))
  }
  return toFillTurn(turns)
}

async function enoughAsync(work: AsyncWork): Promise<number> {
  const turns: number[] = []
  let each = 1
  for (let spent = 0; spent < MOST_WARMING && !isWarm(turns); spent += (turns.at(-1) ?? 0) * each) {
    each = toFillTurn(turns)
    turns.push(await timedAsync(work, each))
  }
  return toFillTurn(turns)
}

/** The longest that a work is warmed up, in microseconds. */
const MOST_WARMING = 80 * TURN
const FEW_TURNS = 20

/** The compiler is done with a work when its last turns were no better than those before them. */
function isWarm(turns: readonly number[]): boolean {
  const last = turns.slice(-FEW_TURNS)
  const before = turns.slice(-2 * FEW_TURNS, -FEW_TURNS)
  return before.length === FEW_TURNS && Math.min(...last) > 0.97 * Math.min(...before)
}

function toFillTurn(turns: readonly number[]): number {
  const last = turns.at(-1)
  return last === undefined ? 1 : Math.max(1, Math.ceil(TURN / last))
}

let kept = 0

function timed(work: Work, each: number): number {
  let sum = 0
  const start = process.cpuUsage()
  for (let i = 0; i < each; i++) sum += work(i)
  return perUnit(start, sum, each)
}

/** How many asynchronous units are under way at once. */
const AT_ONCE = 50

async function timedAsync(work: AsyncWork, each: number): Promise<number> {
  let sum = 0
  let underWay: Promise<number>[] = []
  const start = process.cpuUsage()
  for (let i = 0; i < each; i++) {
    const done = work(i)
    if (typeof done === 'number') sum += done
    else underWay.push(done)
    if (underWay.length < AT_ONCE) continue
    for (const one of await Promise.all(underWay)) sum += one
    underWay = []
  }
  for (const one of await Promise.all(underWay)) sum += one
  return perUnit(start, sum, each)
}

function perUnit(start: NodeJS.CpuUsage, sum: number, units: number): number {
  const { user, system } = process.cpuUsage(start)
  kept += sum
  if (Number.isNaN(kept)) throw new RangeError('A work gave no number')
  return Math.max(user + system, 1) / units
}

export function spread(times: readonly number[]): Timing {
  return { median: quantile(times, 0.5), low: quantile(times, 0.25), high: quantile(times, 0.75) }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
