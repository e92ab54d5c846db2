import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { must } from '../../../src/must.js'
import { type Office, type OpenWorkbook, startOffice } from './office.js'

/** A folder of its own and a running LibreOffice, for the tests of one `describe`; both are gone after them. */
export function workbench() {
  const folder = mkdtempSync(path.join(tmpdir(), 'ras-office-'))
  let started: Office | undefined
  beforeAll(async () => {
    started = await startOffice()
  }, 120_000)
  afterAll(async () => {
    await started?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    folder,
    get office(): Office {
      return must(started)
    },
    /** Opens the bytes of a workbook. */
    async opened(bytes: Uint8Array, name = 'book.xlsx'): Promise<OpenWorkbook> {
      const file = path.join(folder, name)
      writeFileSync(file, bytes)
      return await must(started).open(file)
    },
  }
}
