import type { Located } from '../diagnostic.js'
import type { Plan } from '../load/plan.js'
import { must } from '../must.js'
import type { Reading } from '../score/read-assessment.js'
import { type Block, encode } from './block.js'
import type { CaseProblem, Column, Given } from './columns.js'
import { type Joint, joint } from './joint.js'
import { type Columns, learn, learned, look, makeRoom, translate } from './learned.js'
import { type Kept, type Part, partsOf } from './parts.js'
import { assessmentFrom, type Dictionary, readRow } from './read-rows.js'

export type Codes = Readonly<Record<string, Column['codes']>>

/**
 * Fills the blocks of several tables from codes. A case goes through the one reader of assessments unless each of its
 * parts has been read before, in the same context, in a case that could be read: nothing is checked in two ways.
 */
export interface Reader {
  /** Reads the first n cases; a case that cannot be read is left as some other case is, and told. */
  readonly read: (codes: Codes, n: number) => readonly CaseProblem[]
}

/** How one part is read. */
interface Reads extends Columns {
  readonly part: Part
  readonly joint: Joint | null
}

export function reader(plans: readonly Plan[], blocks: readonly Block[], dictionary: Dictionary): Reader {
  const paths = Object.keys(dictionary)
  const reads = partsOf(plans, paths).map((part) => readsOf(part, must(blocks[part.kept.plan])))
  const contexts = blocks.map(({ n }) => new Int32Array(n))
  const none = new Int32Array(must(blocks[0]).n)

  const prepare = (codes: Codes, n: number) => {
    for (const { part, joint, known, places } of reads) {
      const columns = part.sources.map((path) => codesOf(path, codes, n, dictionary))
      const [first] = columns
      if (joint || !first) makeRoom(known, joint?.join(columns, n, places) ?? 1)
      else {
        makeRoom(known, first instanceof Uint8Array ? 2 ** 8 : must(dictionary[part.sources[0] ?? '']).length)
        places.set(first.subarray(0, n))
      }
    }
  }

  /** Has the one reader read a case, and keeps what it made of each part. */
  const teach = (codes: Codes, i: number): readonly Located[] => {
    const row = readRow(plans, assessmentFrom(paths.map((path) => [path, valueAt(path, codes, i, dictionary)])))
    if (!row.success) return row.findings
    for (const { part, known, places } of reads) {
      const { kept } = part
      const { plan, days } = must(blocks[kept.plan])
      const reading = must(row.each[kept.plan])
      const context = kept.is === 'context' ? 0 : contextIn(plan, reading)
      learn(known, context, must(places[i]), numberOf(kept, plan, days, reading), levelOf(kept, plan, reading))
    }
    return []
  }

  return {
    read: (codes, n) => {
      prepare(codes, n)
      const found = new Map<number, readonly Located[]>()
      for (const one of reads) {
        const { kept } = one.part
        const context = kept.is === 'context' ? none : must(contexts[kept.plan])
        if (!translate(one, context, n))
          for (let i = 0; i < n; i++) {
            // An earlier case may have taught this by now.
            if (found.has(i) || look(one, context, i)) continue
            const findings = teach(codes, i)
            if (findings.length > 0) found.set(i, findings)
            else look(one, context, i)
          }
        for (const i of found.keys()) one.to[i] = 0
        if (kept.is === 'context') must(contexts[kept.plan]).set(one.to)
      }
      standIn(reads, found, n)
      return [...found].sort(([a], [b]) => a - b).map(([row, findings]) => ({ row, findings }))
    },
  }
}

function readsOf(part: Part, block: Block): Reads {
  const { kept, sources } = part
  const contexts = kept.is === 'context' ? 1 : 2 * Math.max(1, block.plan.forms.size)
  const places = new Int32Array(block.n)
  return {
    part,
    known: learned(contexts, 16),
    joint: sources.length > 1 ? joint() : null,
    places,
    ...placeOf(kept, block),
  }
}

/** Where in the block what is kept of a part goes. */
function placeOf(kept: Kept, block: Block): Pick<Reads, 'to' | 'levels'> {
  switch (kept.is) {
    case 'context':
      return { to: block.context, levels: null }
    case 'fact':
      return { to: must(block.facts[kept.index]), levels: null }
    case 'question':
      return { to: must(block.ofQuestion[kept.index]), levels: block.levels[kept.index] ?? null }
    case 'brought':
      return { to: must(block.ofNode[kept.index]), levels: null }
    case 'date':
      return { to: block.date, levels: null }
    case 'asked':
      return { to: block.asked, levels: null }
    case 'nothing':
      return { to: new Float64Array(block.n), levels: null }
  }
}

/** The codes of a column. Codes of a byte find their place whatever they are; longer ones must have a value. */
function codesOf(path: string, codes: Codes, n: number, dictionary: Dictionary): Column['codes'] {
  const column = must(codes[path])
  if (column.length < n) throw new RangeError(`The column ${path} has ${column.length} codes for ${n} cases.`)
  if (column instanceof Uint8Array) return column
  let most = 0
  for (let i = 0; i < n; i++) most = Math.max(most, column[i] ?? 0)
  if (n > 0 && most >= must(dictionary[path]).length) throw noValue(path, most)
  return column
}

function valueAt(path: string, codes: Codes, i: number, dictionary: Dictionary): Given {
  const code = must(codes[path]?.[i])
  const values = must(dictionary[path])
  if (code >= values.length) throw noValue(path, code)
  return values[code]
}

function noValue(path: string, code: number): RangeError {
  return new RangeError(`The column ${path} has the code ${code}, and no value for it.`)
}

/** A case that cannot be read is worked out as another, and what comes of it is not looked at. */
function standIn(reads: readonly Reads[], found: ReadonlyMap<number, unknown>, n: number): void {
  let good = 0
  while (found.has(good) && good < n) good++
  for (const { to, levels } of reads)
    for (const i of found.keys()) {
      to[i] = to[good] ?? 0
      if (levels) levels[i] = levels[good] ?? 0
    }
}

function contextIn({ forms }: Plan, { needs, scored }: Reading): number {
  return 2 * Math.max(0, [...forms.keys()].indexOf(needs.form ?? '')) + (scored ? 1 : 0)
}

/** What is kept of a part, as a number. A child who is not scored has no points. */
function numberOf(kept: Kept, plan: Plan, days: string[], reading: Reading): number {
  switch (kept.is) {
    case 'context':
      return contextIn(plan, reading)
    case 'fact':
      return encode(must(plan.facts[kept.index]), reading.facts[kept.index] ?? null)
    case 'question':
      return reading.scored ? must(reading.points[kept.index]) : 0
    case 'brought':
      return reading.scored ? must(reading.brought[kept.index]) : 0
    case 'date': {
      if (!plan.dated) return 0
      if (!days.includes(reading.date)) days.push(reading.date)
      return days.indexOf(reading.date)
    }
    case 'asked':
      return reading.needs.askedExceptional ? 1 : 0
    case 'nothing':
      return 0
  }
}

/** The place of an answer's level, from 1. */
function levelOf(kept: Kept, { questions }: Plan, { levels }: Reading): number {
  const level = kept.is === 'question' ? (levels[kept.index] ?? null) : null
  return kept.is === 'question' && level !== null
    ? [...must(questions[kept.index]).levels.keys()].indexOf(level) + 1
    : 0
}
