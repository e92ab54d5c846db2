import type { Grid } from '../../workbook/grid.js'
import { type HowToRead, readSheet } from '../../workbook/xlsx/read.js'
import { workbookWords } from '../../workbook/xlsx/workbook-fault.js'
import { stop } from '../io.js'
import { shown } from './errors.js'
import type { Source } from './source.js'

/** The most that a caseload may take once it is unpacked, in MiB: it is held in memory. */
export const CASELOAD_MEBIBYTES = 192

/**
 * Reads one sheet of a workbook. `file` is what it is called in words.
 *
 * @throws Stop where the file is no workbook that can be read, or has no such sheet.
 */
export async function readWorkbook(source: Source, file: string, how: HowToRead): Promise<Grid> {
  const bytes = await wholeOf(source, how.mebibytes * 2 ** 20)
  const read = bytes
    ? await readSheet(bytes, how)
    : { success: false as const, fault: { is: 'too-large' as const, mebibytes: how.mebibytes } }
  if (!read.success) throw stop(2, shown(`${file} ${workbookWords(read.fault)}`))
  return read.grid
}

/** All bytes of a source; null where there are more than any workbook has that can be read. */
async function wholeOf(source: Source, most: number): Promise<Uint8Array | null> {
  const pieces: Buffer[] = []
  let length = 0
  for (;;) {
    const piece = Buffer.allocUnsafeSlow(2 ** 20)
    const read = await source.read(piece, 0)
    if (read === 0) return Buffer.concat(pieces)
    pieces.push(piece.subarray(0, read))
    length += read
    if (length > most) return null
  }
}
