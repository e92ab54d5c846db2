import { readFileSync } from 'node:fs'
import { type AllocationTable, loadTable } from '../src/index.js'

const FILE = 'tables/westmarch/children-2026-27.yaml'

/** The text of the table that everything here is measured on; the bench runs in the package's folder. */
export function westmarchText(): string {
  return readFileSync(FILE, 'utf8')
}

export function westmarch(): AllocationTable {
  return loadTable(westmarchText(), { file: FILE })
}
