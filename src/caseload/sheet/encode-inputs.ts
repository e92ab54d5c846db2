import type { Given } from '../columns.js'
import { LETTERS } from './encode-cells.js'
import type { Inputs } from './inputs-of.js'

/** The inputs of some assessments as codes. */
export interface InputEncoding {
  /** Whether there is a column for each of these inputs. */
  readonly has: (inputs: Inputs) => boolean
  /** Puts the inputs of an assessment into a row; those that it has not are left out. */
  readonly put: (row: number, inputs: Inputs) => void
  /** The values by input. They grow, and never change their places; the first one is always left out. */
  readonly dictionary: Readonly<Record<string, readonly Given[]>>
  readonly codes: Readonly<Record<string, Uint32Array>>
  /** How much is remembered, long values counting more. */
  readonly size: () => number
}

/** Begins the encoding of assessments with these inputs, at most `most` at a time. */
export function encodeInputs(paths: readonly string[], most: number): InputEncoding {
  const held = { texts: 0 }
  const columns = new Map(paths.map((path) => [path, column(most, held)]))
  const all = [...columns]
  return {
    has: (inputs) => [...inputs.keys()].every((path) => columns.has(path)),
    put: (row, inputs) => {
      for (const [path, { codes, codeOf }] of all) codes[row] = codeOf(inputs.get(path))
    },
    dictionary: Object.fromEntries(all.map(([path, { values }]) => [path, values])),
    codes: Object.fromEntries(all.map(([path, { codes }]) => [path, codes])),
    size: () => held.texts,
  }
}

function column(most: number, held: { texts: number }) {
  const values: Given[] = [undefined]
  const texts = new Map<string, number>()
  const others = new Map<string, number>()
  const codeOf = (value: Given) => {
    if (value === undefined) return 0
    const [known, key] = typeof value === 'string' ? [texts, value] : [others, JSON.stringify(value)]
    const before = known.get(key)
    if (before !== undefined) return before
    known.set(key, values.length)
    held.texts += 1 + Math.floor(key.length / LETTERS)
    return values.push(value) - 1
  }
  return { values, codeOf, codes: new Uint32Array(most) }
}
