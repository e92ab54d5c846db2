import { type Cell, type CellStyle, rangeRef, writeXlsx } from 'hucre/xlsx'

/** A plain sheet: names above columns, and rows below them. */
export interface PlainSheet {
  readonly name: string
  readonly columns: readonly PlainColumn[]
  /** Null is an empty cell. Text stays text, whatever it begins with. */
  readonly rows: readonly (readonly (string | number | null)[])[]
}

export interface PlainColumn {
  readonly name: string
  readonly is: 'text' | 'number' | 'pounds'
}

const FONT = { name: 'Arial', size: 10 }
const FORMATS = { text: '@', number: 'General', pounds: '#,##0.00' }
const [NARROWEST, WIDEST] = [10, 42]

/**
 * A workbook (.xlsx) with one sheet: its names in bold, which stay in view and filter; amounts with two decimals. The
 * same sheet gives the same bytes. It is held in memory until it is whole.
 */
export async function writeRows({ name, columns, rows }: PlainSheet): Promise<Uint8Array> {
  const style = (is: PlainColumn['is']): CellStyle => ({ font: FONT, numFmt: FORMATS[is] })
  const names = columns.map((column) => column.name)
  const bold = { font: { ...FONT, bold: true }, numFmt: '@' }
  const heads = names.map((value, i): [string, Partial<Cell>] => [`0,${i}`, { value, type: 'string', style: bold }])
  const epoch = new Date(0)
  return await writeXlsx({
    sheets: [
      {
        name,
        columns: columns.map((column) => ({
          width: Math.min(WIDEST, Math.max(NARROWEST, column.name.length + 4)),
          style: style(column.is),
        })),
        rows: [names, ...rows.map((row) => [...row])],
        cells: new Map(heads),
        freezePane: { rows: 1 },
        autoFilter: { range: rangeRef(0, 0, rows.length, columns.length - 1) },
      },
    ],
    defaultFont: FONT,
    properties: { created: epoch, modified: epoch },
  })
}
