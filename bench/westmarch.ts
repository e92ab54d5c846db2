import { readFileSync } from 'node:fs'
import { type AllocationTable, loadTable } from '../src/index.js'

/** The text of the table that everything here is measured on. */
export function westmarchText(): string {
  return readFileSync(new URL('../tables/westmarch/children-2026-27.yaml', import.meta.url), 'utf8')
}

export function westmarch(): AllocationTable {
  return loadTable(westmarchText(), { file: 'tables/westmarch/children-2026-27.yaml' })
}
