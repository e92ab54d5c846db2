import type { Given } from '../../caseload/columns.js'
import { readRow } from '../../caseload/read-rows.js'
import { encodeInputs } from '../../caseload/sheet/encode-inputs.js'
import type { SheetFault } from '../../caseload/sheet/fault.js'
import { headingsFor } from '../../caseload/sheet/headings.js'
import { type Inputs, inputsOf } from '../../caseload/sheet/inputs-of.js'
import type { Plan } from '../../load/plan.js'
import { readSource } from '../../load/source.js'
import { BLOCK, type Block, MOST_VALUES, type RowTrouble } from './block.js'
import { nextLine } from './scan-row.js'
import { isFull, LONGEST_ROW, readOn, type Source, type Window } from './source.js'

/** The cases of a file that has an assessment as JSON on each line. Empty lines are counted and passed over. */
export function jsonBlocks(plans: readonly Plan[], window: Window, source: Source): AsyncGenerator<Block> {
  return lineBlocks(fillFromLines(plans), window, source)
}

/** A block that is being filled, line by line. */
export interface LineFilling<B> {
  /** Takes a line, null for one that is too long, and gives the blocks that are full. */
  readonly line: (row: number, text: string | null) => Iterable<B>
  /** The block, which then begins anew. */
  readonly take: () => B
}

/** The lines of a file in blocks of any kind. */
export async function* lineBlocks<B>(filling: LineFilling<B>, window: Window, source: Source): AsyncGenerator<B> {
  let [row, skipping] = [0, false]
  for (;;) {
    await readOn(window, source)
    if (row === 0 && window.bytes.subarray(0, 3).equals(MARK)) window.from = 3
    while (window.from < window.to) {
      const { bytes, from, to, last } = window
      const next = nextLine(bytes, from, to, last)
      if (next < 0 && !isFull(window)) break
      // Of a line end, the second half may still be to come.
      window.from = next >= 0 ? next : bytes[to - 1] === CR ? to - 1 : to
      if (!skipping) {
        row++
        const line = next < 0 || next - from > LONGEST_ROW ? null : bytes.toString('utf8', from, next)
        for (const block of filling.line(row, line)) yield block
      }
      skipping = next < 0
    }
    if (window.last) break
  }
  yield filling.take()
}

const CR = 13

/** The mark that some programs put before a text in UTF-8. */
const MARK = Buffer.from([0xef, 0xbb, 0xbf])

function fillFromLines(plans: readonly Plan[]): LineFilling<Block> {
  const known = new Set(headingsFor(plans).map(({ path }) => path))
  // Names for one of several tables get a column only once they are used.
  const plain = [...known].filter((path) => path !== 'case' && path.split('/').length < 3)
  const rows = new Uint32Array(BLOCK)
  let encoding = encodeInputs(plain, BLOCK)
  let cases: string[] = []
  let troubles: RowTrouble[] = []
  let [n, blank] = [0, 0]
  const take = (): Block => {
    const { dictionary, codes } = encoding
    const block = { n, rows, cases, dictionary, codes, troubles, blank }
    if (encoding.size() > MOST_VALUES) encoding = encodeInputs(Object.keys(dictionary), BLOCK)
    ;[n, blank, cases, troubles] = [0, 0, [], []]
    return block
  }
  const keep = function* (row: number, reference: string, inputs: Inputs) {
    if (!encoding.has(inputs)) {
      const paths = new Set([...Object.keys(encoding.dictionary), ...inputs.keys()])
      if (n > 0) yield take()
      encoding = encodeInputs([...paths], BLOCK)
    }
    rows[n] = row
    cases[n] = reference
    encoding.put(n++, inputs)
  }
  /** Takes one line, null for one that is too long, and gives the blocks that are full before or after it. */
  const line = function* (row: number, text: string | null) {
    const read = text === null ? { is: 'long' as const } : readLine(text.trim(), known, plans)
    const at = { row, case: 'case' in read ? read.case : '' }
    switch (read.is) {
      case 'blank':
        blank++
        break
      case 'long':
        troubles.push({ ...at, is: 'sheet', column: '', fault: TOO_LONG })
        break
      case 'not-json':
        troubles.push({ ...at, is: 'sheet', column: '', fault: { code: 'RAS019', data: { detail: read.detail } } })
        break
      case 'findings':
        troubles.push({ ...at, is: 'assessment', findings: read.findings })
        break
      case 'case':
        yield* keep(row, read.case, read.inputs)
    }
    if (n + troubles.length >= BLOCK || encoding.size() > MOST_VALUES) yield take()
  }
  return { line, take }
}

export const TOO_LONG: SheetFault = { code: 'RAS018', data: { limit: `${LONGEST_ROW / 2 ** 20} MiB` } }

function readLine(text: string, known: ReadonlySet<string>, plans: readonly Plan[]) {
  const line = dataIn(text)
  if (line.is !== 'data') return line
  const { data } = line
  const reference = caseOf(data)
  const inputs = reference === null ? null : inputsOf(data, known, false)
  if (reference !== null && inputs) return { is: 'case', case: reference, inputs } as const
  const row = readRow(plans, data)
  if (!row.success) return { is: 'findings', case: reference ?? '', findings: row.findings } as const
  return { is: 'case', case: reference ?? '', inputs: inputsOf(data, known, true) ?? new Map() } as const
}

/** The data of a line, as the reader of a single assessment has it. */
export function dataIn(text: string) {
  if (text === '') return { is: 'blank' } as const
  let data: Given
  try {
    data = JSON.parse(text)
  } catch (error) {
    return { is: 'not-json', detail: error instanceof Error ? error.message : String(error) } as const
  }
  if (!isPlainly(data, text)) {
    const source = readSource(text, '')
    if (source.tree === undefined) return { is: 'findings', case: '', findings: source.findings } as const
    data = JSON.parse(JSON.stringify(source.tree))
  }
  return { is: 'data', data } as const
}

/**
 * Whether JSON says nothing but its data: no key twice, no number written in a way of its own. Any other line is read
 * from its text, as a single assessment is, so that both say the same of it.
 */
function isPlainly(data: Given, text: string): boolean {
  const plain = JSON.stringify(data)
  return plain === text || plain === text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1')
}

/** What the case is called; null where it is called nothing that is text. */
export function caseOf(data: Given): string | null {
  if (typeof data !== 'object' || data === null || !('case' in data)) return null
  return typeof data.case === 'string' ? data.case : null
}
