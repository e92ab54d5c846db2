import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { encodeCells } from '../../src/caseload/sheet/encode-cells.js'
import { headingsFor } from '../../src/caseload/sheet/headings.js'
import { openBytes, putPounds, putWhole, takeBytes } from '../../src/cli/batch/bytes.js'
import { cellCache, codeOf } from '../../src/cli/batch/cell-cache.js'
import { csvRow } from '../../src/cli/batch/csv-text.js'
import { hashed, type RowSeen, scanRow } from '../../src/cli/batch/scan-row.js'
import { openWindow, readOn } from '../../src/cli/batch/source.js'
import { asPence, formatPounds, loadTable } from '../../src/index.js'
import { planOf } from '../../src/load/table.js'
import { sourceOf } from '../support/batch.js'

const piece = fc.constantFrom('a', 'é', '£', ' ', ',', ';', '\t', '"', '""', '\n', '\r', '\r\n', '=', '-', '5', 'none')
const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''))
const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })

/** The rows of a text that comes in pieces; a row whose quotation marks are not in order is null. */
async function scanned(text: string, sizes: readonly number[], separator: string): Promise<(string[] | null)[]> {
  const window = openWindow()
  const source = sourceOf(Buffer.from(text), sizes)
  const seen: RowSeen = { cells: 0, blank: true, badQuote: -1 }
  const found: (string[] | null)[] = []
  do {
    await readOn(window, source)
    while (window.from < window.to) {
      const { bytes, from, to, last } = window
      const row: string[] = []
      const take = (_: number, cell: Buffer, start: number, end: number) => row.push(cell.toString('utf8', start, end))
      const next = scanRow(bytes, from, to, last, separator.charCodeAt(0), take, seen)
      if (next < 0) break
      found.push(seen.badQuote < 0 ? row : null)
      window.from = next
    }
  } while (!window.last)
  return found
}

describe('CSV', () => {
  test('is read as it was written, by whatever program, and in whatever pieces it comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        sizes,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        async (rows, sizes, delimiter, newline, quotes) => {
          const text = `${Papa.unparse(rows, { delimiter, newline, quotes })}${newline}`
          expect(await scanned(text, sizes, delimiter)).toEqual(rows)
        },
      ),
    )
  })

  test('of any text is read alike in whatever pieces it comes, and to its end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), sizes, async (pieces, sizes) => {
        const text = pieces.join('')
        expect(await scanned(text, sizes, ',')).toEqual(await scanned(text, [2 ** 20], ','))
      }),
    )
  })

  test('without quotation marks is read as Papa Parse reads it', async () => {
    const plain = fc
      .array(
        piece.filter((one) => !/["\r\n]/.test(one)),
        { maxLength: 6 },
      )
      .map((pieces) => pieces.join(''))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(plain, { minLength: 1, maxLength: 5 }), { minLength: 1 }),
        sizes,
        async (rows, sizes) => {
          const text = `${rows.map((row) => row.join(',')).join('\n')}\n`
          const { data } = Papa.parse(text, { delimiter: ',', newline: '\n' })
          expect(await scanned(text, sizes, ',')).toEqual(data.slice(0, -1))
        },
      ),
    )
  })

  test('is written so that no cell is a formula, and every other cell is what it was', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        const theirs = { delimiter: ',', newline: '\n' } as const
        const [row] = Papa.parse<string[]>(csvRow(cells), theirs).data
        expect(row).toEqual(cells.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)))
        // Papa Parse does the same, save for formulas of several lines, which it lets be.
        if (cells.some((text) => /[\r\n]/.test(text))) return
        expect(row).toEqual(
          Papa.parse<string[]>(Papa.unparse([cells], { escapeFormulae: true }), theirs).data[0] ?? [''],
        )
      }),
    )
  })
})

describe('figures as bytes', () => {
  test('are those of the statement', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        const bytes = openBytes()
        putPounds(bytes, value)
        expect(takeBytes(bytes).toString()).toBe(formatPounds(asPence(value)).replaceAll(/[£,]/g, '').replace('−', '-'))
        putWhole(bytes, value)
        expect(takeBytes(bytes).toString()).toBe(String(value))
      }),
    )
  })
})

describe('the cells of a column', () => {
  const plans = [planOf(loadTable(readFileSync('tables/norfolk/short-breaks-primary.yaml', 'utf8')))]
  const age = headingsFor(plans).filter(({ name }) => name === 'facts/age')

  test('have the codes of their texts, however many there are', () => {
    const texts = fc.array(fc.oneof(cell, fc.nat(20_000).map(String)), { minLength: 1, maxLength: 300 })
    const { columns, dictionary, inputs } = encodeCells(age, plans, 1)
    const [codes] = columns
    const cache = codes ? cellCache(codes) : null
    fc.assert(
      fc.property(texts, (texts) => {
        for (const text of texts) {
          const bytes = Buffer.from(text)
          let hash = 0
          for (const byte of bytes) hash = hashed(hash, byte)
          const code = cache ? codeOf(cache, bytes, 0, bytes.length, hash) : -1
          inputs([Uint32Array.of(code)], 1)
          expect(dictionary['facts/age']?.[code]).toBe(text === '' ? undefined : text)
        }
      }),
    )
  })
})
