import path from 'node:path'
import type { Grid } from '../../workbook/grid.js'
import { type Imported, importTable } from '../../workbook/import/import-table.js'
import { shown } from '../batch/errors.js'
import { openSource } from '../batch/open-source.js'
import { writeAll } from '../batch/outputs.js'
import type { Source } from '../batch/source.js'
import type { Streams } from '../batch/streams.js'
import { type ExitCode, type Io, name, stop } from '../io.js'
import { log } from '../log.js'
import { csvGrid } from './csv-grid.js'

/** What `ras import-table` was asked for. */
export interface ImportOptions {
  readonly output?: string
  readonly sheet?: string
}

/**
 * `ras import-table SHEET [-o TABLE.yaml]`: a draft table made of a sheet from points to pounds, or everything that is
 * wrong with the sheet, cell by cell, and exit 1. A file that is there is never written over.
 */
export async function importCommand(io: Io, file: string, options: ImportOptions): Promise<ExitCode> {
  const output = options.output === undefined || options.output === '-' ? null : options.output
  if (output !== null && !/\.ya?ml$/i.test(output)) throw stop(2, `${output} is no name for a table: it ends in .yaml.`)
  free(io, output)
  const streams = await io.streams()
  const imported = importTable(await gridOf(streams, file, options.sheet ?? null), path.basename(file))
  if (!imported.success) {
    log(io, told(name(file), imported.faults))
    return 1
  }
  writeAll(io, streams, [[output, imported.text]], () => free(io, output))
  io.err(made(output, imported))
  return 0
}

/** @throws Stop where a file is already there. */
function free(io: Io, output: string | null): void {
  if (output !== null && io.files.exists(output))
    throw stop(2, `${output} is there already, and nothing is written over it. Name another file.`)
}

async function gridOf(streams: Streams, file: string, sheet: string | null): Promise<Grid> {
  const isCsv = /\.csv$/i.test(file)
  if (!isCsv && !/\.xlsx$/i.test(file)) throw stop(2, `${file} is neither .xlsx nor .csv.`)
  if (isCsv && sheet !== null) throw stop(2, `--sheet is for a workbook, and ${file} is none.`)
  const source = await openSource(streams, file)
  try {
    if (isCsv) return csvGrid(await wholeOf(source, file), file)
    const { readWorkbook } = await import('../batch/xlsx-read.js')
    return await readWorkbook(source, file, { sheet, styles: true, mebibytes: MEBIBYTES })
  } finally {
    await source.close()
  }
}

/** The most that a workbook may take once it is unpacked, and a file of CSV; a table itself has at most a MiB. */
const MEBIBYTES = 16
const LARGEST = 4 * 2 ** 20

async function wholeOf(source: Source, file: string): Promise<Buffer> {
  const all = Buffer.alloc(LARGEST + 1)
  let length = 0
  for (let more = -1; more !== 0; length += more) {
    if (length > LARGEST) throw stop(2, `${file} has more than 4 MiB: it is no sheet of points and pounds.`)
    more = await source.read(all, length)
  }
  return all.subarray(0, length)
}

function told(file: string, faults: Extract<Imported, { success: false }>['faults']): string {
  const lines = faults.map(({ at, what, mend }) => `${shown(`${file} ${at}: ${what} ${mend}`)}\n`)
  return `${lines.join('')}\n${faults.length === 1 ? '1 thing' : `${faults.length} things`} to mend, and no table was made.\n`
}

function made(output: string | null, { rows, lines, toFill, notes }: Extract<Imported, { success: true }>): string {
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`
  const where = output === null ? '' : `${output}: `
  const fill =
    toFill === 0 ? [] : [`${count(toFill, 'thing')} to fill in: ras validate ${output ?? 'TABLE'} says where.`]
  return `${where}a draft with ${count(rows, 'row')} for ${count(lines, 'line')}\n${[...notes, ...fill].map((one) => `${shown(one)}\n`).join('')}`
}
