/**
 * What the reader of assessments made of a part, by context and by the code of what was given: a number, and of an
 * answer its level too. NaN where no assessment that could be read has had it yet.
 */
export interface Learned {
  readonly contexts: number
  /** How many codes there is room for in a context. */
  size: number
  values: Float64Array
  levels: Float64Array
}

const FIRST = 16

export function learned(contexts: number, size = FIRST): Learned {
  return {
    contexts,
    size,
    values: new Float64Array(contexts * size).fill(Number.NaN),
    levels: new Float64Array(contexts * size),
  }
}

/** Makes room for that many codes; what is known stays. */
export function makeRoom(known: Learned, codes: number): void {
  if (codes <= known.size) return
  const wider = learned(known.contexts, 2 ** Math.ceil(Math.log2(codes)))
  for (let context = 0; context < known.contexts; context++) {
    const from = context * known.size
    wider.values.set(known.values.subarray(from, from + known.size), context * wider.size)
    wider.levels.set(known.levels.subarray(from, from + known.size), context * wider.size)
  }
  Object.assign(known, wider)
}

export function forget(known: Learned): void {
  Object.assign(known, learned(known.contexts, FIRST))
}

export function learn(known: Learned, context: number, code: number, value: number, level: number): void {
  known.values[context * known.size + code] = value
  known.levels[context * known.size + code] = level
}

/** A part of some cases: where each finds what is known of it, and the columns into which that goes. */
export interface Columns {
  readonly known: Learned
  /** The code of each case. */
  readonly places: Int32Array
  readonly to: Float64Array
  readonly levels: Float64Array | null
}

/** Fills the columns of the first n cases from what is known, and says whether all of it was. */
export function translate({ known, places, to, levels }: Columns, context: Int32Array, n: number): boolean {
  const { size, values, levels: levelsKnown } = known
  let all = true
  for (let i = 0; i < n; i++) {
    const value = values[(context[i] ?? 0) * size + (places[i] ?? 0)] ?? 0
    to[i] = value
    if (Number.isNaN(value)) all = false
  }
  if (levels) for (let i = 0; i < n; i++) levels[i] = levelsKnown[(context[i] ?? 0) * size + (places[i] ?? 0)] ?? 0
  return all
}

/** The same for one case. */
export function look({ known, places, to, levels }: Columns, context: Int32Array, i: number): boolean {
  const at = (context[i] ?? 0) * known.size + (places[i] ?? 0)
  const value = known.values[at] ?? 0
  to[i] = value
  if (levels) levels[i] = known.levels[at] ?? 0
  return !Number.isNaN(value)
}
