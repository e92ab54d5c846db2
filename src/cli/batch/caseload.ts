import { cellsOf } from '../../caseload/sheet/cells-of.js'
import { columnName } from '../../caseload/sheet/header.js'
import { headingsFor } from '../../caseload/sheet/headings.js'
import { type SyntheticCase, syntheticCases, syntheticHeadings } from '../../caseload/synthetic/cases.js'
import type { AllocationTable } from '../../load/table.js'
import { type ExitCode, type Io, stop } from '../io.js'
import { outputFile } from '../output-file.js'
import { refuse } from '../refuse.js'
import { plansOf } from '../tables.js'
import { loadWanted, type TableOptions, wantedTables } from '../wanted-tables.js'
import { whole } from '../whole.js'
import { csvRow } from './csv-text.js'
import { openOutput } from './outputs.js'
import { thousands } from './summary.js'
import { type Format, formatOf } from './ways.js'

/** What `ras caseload` was asked for. */
export interface CaseloadOptions extends TableOptions {
  readonly cases: string
  readonly seed: string
  readonly output?: string
  readonly format?: Format
}

/** `ras caseload --table T… --cases N --seed S [-o FILE]`: that many invented cases, the same for the same seed. */
export async function caseloadCommand(io: Io, options: CaseloadOptions): Promise<ExitCode> {
  const cases = whole('--cases', options.cases)
  const seed = whole('--seed', options.seed)
  const wanted = wantedTables(io, options)
  const loaded = loadWanted(io, wanted)
  if (!loaded.success) return refuse(io, loaded.findings, loaded.textOf, 'pretty')
  const path = outputFile(options.output)
  const streams = await io.streams()
  if (path !== null && wanted.files.some((table) => table === path || streams.same(table, path)))
    throw stop(2, `${path} is read: it cannot be written as well.`)
  const format = options.format ?? (path === null ? 'csv' : (formatOf(path) ?? 'csv'))
  const { head, row } = format === 'csv' ? asCsv(loaded.tables) : AS_JSON
  const output = openOutput(io, streams, path)
  try {
    let text = head
    let written = 0
    for (const one of inventing(loaded.tables, seed)) {
      if (written++ === cases) break
      text += row(one)
      if (text.length < PIECE) continue
      output.write(Buffer.from(text))
      text = ''
      // A moment in which Ctrl-C is heard.
      await new Promise(setImmediate)
    }
    output.write(Buffer.from(text))
    output.finish()
    output.replace()
  } finally {
    output.discard()
  }
  io.err(`synthetic: ${thousands(cases)} invented cases, no child among them\n`)
  return 0
}

const PIECE = 2 ** 18

interface Writing {
  readonly head: string
  readonly row: (one: SyntheticCase) => string
}

const AS_JSON: Writing = { head: '', row: (one) => `${JSON.stringify({ format: 'ras.assessment/1', ...one })}\n` }

function asCsv(tables: readonly AllocationTable[]): Writing {
  const known = headingsFor(plansOf(tables))
  const headings = syntheticHeadings(plansOf(tables), known)
  const names = headings.map((heading) => columnName(heading, known))
  return { head: csvRow(names), row: (one) => csvRow(cellsOf(one, headings)) }
}

/** @throws Stop where no child could be of an age for all tables. */
export function* inventing(tables: readonly AllocationTable[], seed: number): Generator<SyntheticCase> {
  try {
    yield* syntheticCases(tables, seed)
  } catch (error) {
    if (error instanceof RangeError) throw stop(2, error.message)
    throw error
  }
}
