import { type Cell, type CellValue, type WriteOptions, writeXlsx } from 'hucre/xlsx'

/** A cell to write: a value; an error; or a formula with the value that is saved with it, undefined for none. */
export type Written =
  | CellValue
  | { readonly error: string }
  | { readonly formula: string; readonly saved: CellValue | undefined }
  | { readonly value: number; readonly shownAs: string }

export type Sheet = readonly (readonly Written[])[]

type More = Partial<WriteOptions['sheets'][number]>

/** A workbook with these sheets, as another program would write it. */
export async function workbookOf(
  sheets: Readonly<Record<string, Sheet>>,
  more: More = {},
  options: Partial<WriteOptions> = {},
): Promise<Buffer> {
  const written = Object.entries(sheets).map(([name, rows]) => {
    const cells = new Map<string, Partial<Cell>>()
    const values = rows.map((row, y) =>
      row.map((one, x): CellValue => {
        if (typeof one !== 'object' || one === null || one instanceof Date) return one
        if ('error' in one) cells.set(`${y},${x}`, { value: one.error, type: 'error' })
        else if ('formula' in one) {
          const { formula, saved } = one
          cells.set(`${y},${x}`, { value: null, formula, ...(saved === undefined ? {} : { formulaResult: saved }) })
        } else cells.set(`${y},${x}`, { value: one.value, type: 'number', style: { numFmt: one.shownAs } })
        return null
      }),
    )
    return { name, rows: values, cells, ...more }
  })
  return Buffer.from(await writeXlsx({ sheets: written, ...options }))
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** What a workbook with one sheet has beside that sheet, as XML. */
const FRAME = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><sheets><sheet name="Caseload" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
}

function relations(type: string, target: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/${type}" Target="${target}"/></Relationships>`
}

/** A workbook with one sheet, whose rows are given as XML: for what no library would write. */
export function workbookOfXml(rows: string): Buffer {
  return stored({
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
  })
}

/** A zip of these parts and of what a workbook needs beside them, none of them packed and none with a check sum. */
export function stored(parts: Readonly<Record<string, string>>): Buffer {
  const [files, list]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, text] of Object.entries({ ...FRAME, ...parts })) {
    const [named, bytes] = [Buffer.from(name), Buffer.from(text)]
    const fields = (length: number, signature: number, from: number) => {
      const head = Buffer.alloc(length)
      head.writeUInt32LE(signature)
      head.writeUInt32LE(bytes.length, from)
      head.writeUInt32LE(bytes.length, from + 4)
      head.writeUInt16LE(named.length, from + 8)
      return head
    }
    const entry = fields(46, 0x02014b50, 20)
    entry.writeUInt32LE(at, 42)
    list.push(entry, named)
    files.push(fields(30, 0x04034b50, 18), named, bytes)
    at += 30 + named.length + bytes.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  for (const place of [8, 10]) end.writeUInt16LE(list.length / 2, place)
  end.writeUInt32LE(Buffer.concat(list).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, ...list, end])
}
