import type { Plan } from '../../load/plan.js'
import { must } from '../../must.js'
import type { Given } from '../columns.js'
import { cellValue, isFreeText, type Parts, someWords } from './cell-value.js'
import type { Heading } from './headings.js'

/** The cells of a sheet as codes, and the values that the codes of each input stand for. */
export interface CellEncoding {
  /** For each column; null for one that is no input of a figure. */
  readonly columns: readonly (CellCodes | null)[]
  /** The values by input. They grow, and never change their places. */
  readonly dictionary: Readonly<Record<string, readonly Given[]>>
  /** The codes of each input in the first `n` rows, from each column’s codes. The next call may overwrite them. */
  readonly inputs: (cells: readonly Uint32Array[], n: number) => Readonly<Record<string, Uint32Array>>
  /** How much is remembered, long texts counting more, so that whoever cannot keep it all can begin anew. */
  readonly size: () => number
}

/** Gives each text of a column a code, from 0 in the order in which texts come; an empty cell is always 0. */
export interface CellCodes {
  readonly code: (text: string) => number
  /** Words of a person’s own: many texts and few codes, so that it is not worth remembering the texts. */
  readonly freeText: boolean
}

/** Begins the encoding of a sheet with these columns, at most `most` rows at a time. */
export function encodeCells(headings: readonly (Heading | null)[], plans: readonly Plan[], most: number): CellEncoding {
  const held = { texts: 0 }
  const columns = headings.map((heading) => (heading && heading.path !== 'case' ? textCodes(heading, held) : null))
  const paths = new Set(headings.flatMap((heading, i) => (heading && columns[i] ? [heading.path] : [])))
  const inputs = [...paths].map((path) => {
    const parts = headings.flatMap((heading, i) =>
      heading?.path === path
        ? [{ column: i, part: heading.part ?? '', texts: must(columns[i] ?? undefined).texts }]
        : [],
    )
    const value = cellValue(path, plans)
    return { path, ...(parts.length === 1 ? ofOne(must(parts[0]), value) : ofSeveral(parts, value, most)) }
  })
  return {
    columns,
    dictionary: Object.fromEntries(inputs.map(({ path, values }) => [path, values])),
    inputs: (cells, n) => Object.fromEntries(inputs.map(({ path, codes }) => [path, codes(cells, n)])),
    size: () => inputs.reduce((sum, { values }) => sum + values.length, held.texts),
  }
}

interface TextCodes extends CellCodes {
  readonly texts: readonly string[]
}

/** A text counts as one, and as one more for every so many letters. */
export const LETTERS = 64

function textCodes(heading: Heading, held: { texts: number }): TextCodes {
  const freeText = isFreeText(heading)
  const texts = ['']
  const known = new Map([['', 0]])
  const codeOf = (text: string) => {
    const before = known.get(text)
    if (before !== undefined) return before
    known.set(text, texts.length)
    held.texts += 1 + Math.floor(text.length / LETTERS)
    return texts.push(text) - 1
  }
  return { texts, freeText, code: freeText ? (text) => codeOf(someWords(text)) : codeOf }
}

/** One input: its values so far, and its codes in a block of rows. */
interface Input {
  readonly values: readonly Given[]
  readonly codes: (cells: readonly Uint32Array[], n: number) => Uint32Array
}

interface Part {
  readonly column: number
  readonly part: string
  readonly texts: readonly string[]
}

/** An input in one column: each text is a value, and they share their codes. */
function ofOne({ column, part, texts }: Part, value: (parts: Parts) => Given): Input {
  const values: Given[] = []
  const codes = (cells: readonly Uint32Array[]) => {
    for (let i = values.length; i < texts.length; i++) values.push(value(filled([{ part, text: texts[i] ?? '' }])))
    return must(cells[column])
  }
  return { values, codes }
}

/** More than there are codes: two of them are one whole number by it. */
const PAIR = 2 ** 26

/** An input in several columns: each way in which their texts meet is a value. */
function ofSeveral(parts: readonly Part[], value: (parts: Parts) => Given, most: number): Input {
  const values: Given[] = []
  const [first, ...rest] = parts
  const met = rest.map((part) => ({ column: part.column, ways: new Map<number, number>() }))
  const into = new Uint32Array(most)
  const codes = (cells: readonly Uint32Array[], n: number) => {
    const at = (column: number, row: number) => must(cells[column]?.[row])
    for (let row = 0; row < n; row++) {
      let way = at(must(first).column, row)
      for (const { column, ways } of met) {
        const pair = way * PAIR + at(column, row)
        way = ways.get(pair) ?? ways.size
        if (way === ways.size) ways.set(pair, way)
      }
      if (way === values.length)
        values.push(
          value(filled(parts.map(({ column, part, texts }) => ({ part, text: texts[at(column, row)] ?? '' })))),
        )
      into[row] = way
    }
    return into
  }
  return { values, codes }
}

function filled(parts: Parts): Parts {
  return parts.filter(({ text }) => text !== '')
}
