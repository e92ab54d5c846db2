import type { Located } from '../diagnostic.js'
import type { Plan } from '../load/plan.js'
import { must } from '../must.js'
import type { Reading } from '../score/read-assessment.js'
import { type Block, encode } from './block.js'
import type { CaseProblem, Column } from './columns.js'
import { type Joint, joint } from './joint.js'
import { type Learned, learn, learned, makeRoom } from './learned.js'
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
interface Reads {
  readonly part: Part
  readonly known: Learned
  readonly joint: Joint | null
  readonly to: Float64Array | Int32Array
  readonly levels: Float64Array | null
  /** The codes of the block at hand. */
  codes: Column['codes']
}

export function reader(plans: readonly Plan[], blocks: readonly Block[], dictionary: Dictionary): Reader {
  const paths = Object.keys(dictionary)
  const parts = partsOf(plans, paths)
  const reads = parts.map((part) => readsOf(part, must(blocks[part.kept.plan])))
  const contextOf = ({ part }: Reads) => (part.kept.is === 'context' ? null : must(blocks[part.kept.plan]).context)

  const prepare = (codes: Codes, n: number) => {
    for (const path of paths) checkCodes(path, must(codes[path]), n, must(dictionary[path]).length)
    for (const one of reads) {
      const columns = one.part.sources.map((path) => must(codes[path]))
      const [first] = columns
      if (!one.joint) one.codes = must(first)
      const [path = ''] = one.part.sources
      makeRoom(one.known, one.joint ? one.joint.join(columns, n) : (dictionary[path]?.length ?? 1))
    }
  }

  /** Has the one reader read a case, and keeps what it made of each part. */
  const teach = (codes: Codes, i: number): readonly Located[] => {
    const row = readRow(plans, assessmentFrom(paths.map((path) => [path, dictionary[path]?.[codes[path]?.[i] ?? 0]])))
    if (!row.success) return row.findings
    for (const { part, known, codes } of reads) {
      const { kept } = part
      const { plan, days } = must(blocks[kept.plan])
      const reading = must(row.each[kept.plan])
      const context = kept.is === 'context' ? 0 : contextIn(plan, reading)
      learn(known, context, must(codes[i]), numberOf(kept, plan, days, reading), levelOf(kept, plan, reading))
    }
    return []
  }

  return {
    read: (codes, n) => {
      prepare(codes, n)
      const found = new Map<number, readonly Located[]>()
      for (const one of reads) {
        const context = contextOf(one)
        if (translate(one, context, n)) continue
        for (let i = 0; i < n; i++) {
          // An earlier case may have taught this by now.
          if (found.has(i) || look(one, context, i)) continue
          const findings = teach(codes, i)
          if (findings.length > 0) found.set(i, findings)
          else look(one, context, i)
        }
        for (const i of found.keys()) one.to[i] = 0
      }
      standIn(reads, found, n)
      return [...found].sort(([a], [b]) => a - b).map(([row, findings]) => ({ row, findings }))
    },
  }
}

function readsOf(part: Part, block: Block): Reads {
  const { kept } = part
  const several = part.sources.length === 1 ? null : joint(block.n)
  const contexts = kept.is === 'context' ? 1 : 2 * Math.max(1, block.plan.forms.size)
  const codes = several?.codes ?? new Uint8Array(0)
  return { part, known: learned(contexts, 16), joint: several, ...placeOf(kept, block), codes }
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

function checkCodes(path: string, codes: Column['codes'], n: number, values: number): void {
  if (codes.length < n) throw new RangeError(`The column ${path} has ${codes.length} codes for ${n} cases.`)
  let most = 0
  for (let i = 0; i < n; i++) most = Math.max(most, codes[i] ?? 0)
  if (n > 0 && most >= values) throw new RangeError(`The column ${path} has the code ${most} and ${values} values.`)
}

/** Fills a column from what is known, and says whether all of it was. */
function translate({ known, codes, to, levels }: Reads, context: Int32Array | null, n: number): boolean {
  const { size, values } = known
  let sum = 0
  for (let i = 0; i < n; i++) {
    const value = values[(context?.[i] ?? 0) * size + (codes[i] ?? 0)] ?? Number.NaN
    to[i] = value
    sum += value
  }
  if (levels) for (let i = 0; i < n; i++) levels[i] = known.levels[(context?.[i] ?? 0) * size + (codes[i] ?? 0)] ?? 0
  return !Number.isNaN(sum)
}

/** The same for one case. */
function look({ known, codes, to, levels }: Reads, context: Int32Array | null, i: number): boolean {
  const at = (context?.[i] ?? 0) * known.size + (codes[i] ?? 0)
  const value = known.values[at] ?? Number.NaN
  to[i] = value
  if (levels) levels[i] = known.levels[at] ?? 0
  return !Number.isNaN(value)
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
