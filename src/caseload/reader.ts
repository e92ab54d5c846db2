import type { Located } from '../diagnostic.js'
import type { Plan } from '../load/plan.js'
import { must } from '../must.js'
import type { Reading } from '../score/read-assessment.js'
import { assembler, type Codes, type Dictionary, noValue } from './assemble.js'
import { type Block, encode } from './block.js'
import type { CaseProblem, Column } from './columns.js'
import { type Joint, joint } from './joint.js'
import { type Columns, forget, learn, learned, look, makeRoom, translate } from './learned.js'
import { type Kept, type Part, partsOf } from './parts.js'
import { readRow } from './read-rows.js'

/**
 * Fills the blocks of several tables from codes. A case goes through the one reader of assessments unless each of its
 * parts has been read before, in the same context, in a case that could be read: nothing is checked in two ways.
 */
export interface Reader {
  /** Reads the first n cases; a case that cannot be read is left as some other case is, and told. */
  readonly read: (codes: Codes, n: number) => readonly CaseProblem[]
}

/** So many ways in which columns meet are kept at a time, so that memory stays bounded. */
const MOST = 2 ** 16

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
    const checked = new Map(paths.map((path) => [path, codesOf(path, codes, n, dictionary)]))
    for (const { part, joint, known, places } of reads) {
      const columns = part.sources.map((path) => must(checked.get(path)))
      const [first] = columns
      if (joint && known.size > MOST) {
        joint.forget()
        forget(known)
      }
      if (joint || !first) makeRoom(known, joint?.join(columns, n, places) ?? 1)
      else {
        makeRoom(known, first instanceof Uint8Array ? 2 ** 8 : must(dictionary[part.sources[0] ?? '']).length)
        places.set(first.subarray(0, n))
      }
    }
  }

  const assemble = assembler(paths, dictionary)

  /** Has the one reader read a case, and keeps what it made of each part. */
  const teach = (codes: Codes, i: number): readonly Located[] => {
    const row = readRow(plans, assemble(codes, i))
    if (!row.success) return row.findings
    const within = row.each.map((reading, k) => contextIn(must(blocks[k]), reading))
    for (const { part, known, places } of reads) {
      const { kept } = part
      const block = must(blocks[kept.plan])
      const reading = must(row.each[kept.plan])
      const context = must(within[kept.plan])
      const place = must(places[i])
      if (kept.is === 'context') learn(known, 0, place, context, 0)
      else learn(known, context, place, numberOf(kept, block, reading), levelOf(kept, block, reading))
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
    known: learned(contexts),
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

function contextIn({ forms }: Block, { needs, scored }: Reading): number {
  return 2 * Math.max(0, forms.indexOf(needs.form ?? '')) + (scored ? 1 : 0)
}

/** What is kept of a part, as a number. A child who is not scored has no points. */
function numberOf(kept: Exclude<Kept, { readonly is: 'context' }>, { plan, days }: Block, reading: Reading): number {
  switch (kept.is) {
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
function levelOf(kept: Kept, { named }: Block, { levels }: Reading): number {
  const level = kept.is === 'question' ? (levels[kept.index] ?? null) : null
  return kept.is === 'question' && level !== null ? must(named[kept.index]).indexOf(level) + 1 : 0
}
