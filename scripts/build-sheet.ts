import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type AllocationTable, loadTable } from '../src/index.js'
import { appsScript } from '../src/sheet/apps-script.js'
import { excelAddIn, PLACEHOLDER } from '../src/sheet/excel-add-in.js'
import { sheetLibrary } from './sheet-library.js'

/*
 * Writes dist/sheet/: the library that scripts for spreadsheets are made of, one such script for Google Apps Script and
 * one add-in for Excel, both with the tables that travel with the package. `npx tsx scripts/build-sheet.ts` writes.
 */

const root = path.resolve(import.meta.dirname, '..')

/** Names nobody’s add-in: whoever puts the files on a server of theirs writes an id of their own. */
export const NOBODY = '00000000-0000-4000-8000-000000000000'

/** Every table that travels with the package, by its file. */
export function shippedTables(): AllocationTable[] {
  return readdirSync(path.join(root, 'tables'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => loadTable(readFileSync(path.join(root, 'tables', name), 'utf8'), { file: name }))
}

/** Every file of dist/sheet, by its name. */
export async function sheetFiles(licences: string): Promise<ReadonlyMap<string, string>> {
  const library = await sheetLibrary(licences)
  const tables = shippedTables()
  const addIn = excelAddIn(library, tables, { address: PLACEHOLDER, id: NOBODY })
  return new Map([
    ['send-ras.js', library],
    ['send-ras.gs', appsScript(library, tables)],
    ...Object.entries(addIn).map(([name, text]): [string, string] => [`excel/${name}`, text]),
  ])
}

if (path.resolve(process.argv[1] ?? '') === import.meta.filename) {
  const folder = path.join(root, 'dist/sheet')
  mkdirSync(path.join(folder, 'excel'), { recursive: true })
  for (const [name, text] of await sheetFiles(path.join(folder, 'LICENCES.txt')))
    writeFileSync(path.join(folder, name), text)
}
