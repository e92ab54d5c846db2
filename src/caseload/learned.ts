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

export function learned(contexts: number, size: number): Learned {
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

export function learn(known: Learned, context: number, code: number, value: number, level: number): void {
  known.values[context * known.size + code] = value
  known.levels[context * known.size + code] = level
}
