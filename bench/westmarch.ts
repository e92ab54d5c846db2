import { readFileSync } from 'node:fs'
import { type AllocationTable, loadTable } from '../src/index.js'

/** The table that everything here is measured on; the bench runs in the package's folder. */
export const WESTMARCH_FILE = 'tables/westmarch/children-2026-27.yaml'

export function westmarchText(): string {
  return readFileSync(WESTMARCH_FILE, 'utf8')
}

export function westmarch(): AllocationTable {
  return loadTable(westmarchText(), { file: WESTMARCH_FILE })
}
