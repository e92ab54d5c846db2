import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { streams } from '../src/cli/batch/node-streams.js'
import { files } from '../src/cli/files.js'
import { main } from '../src/cli/main.js'
import { records, sourceOf } from './support/batch.js'

const NORFOLK = 'tables/norfolk/short-breaks-primary.yaml'
const HEAD = 'case,date,age,safeguarding,points,name\n'
const MIB = 2 ** 20
const PIPE = [65_536]

/** Works out a caseload that comes in pieces of these sizes: which rows have a result, and what is told of the others. */
async function inPieces(text: string, sizes: readonly number[], ...more: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const exit = await main({
    argv: ['batch', '-', '--from', 'csv', '--to', 'csv', '--ignore', 'name', '--table', NORFOLK, ...more],
    readFile: (file) => readFileSync(file, 'utf8'),
    readStdin: () => '',
    files,
    out: (words) => out.push(words),
    err: (words) => err.push(words),
    env: () => undefined,
    streams: async () => ({ ...streams, open: async () => sourceOf(Buffer.from(text), sizes) }),
  })
  const told = err.join('').match(/row \d+[^:]*: RAS\d+/g) ?? []
  return { exit, rows: records(out.join('')).map(({ row }) => Number(row)), told, err: err.join('') }
}

const row = (name: string) => `A-1,2026-10-01,9,no,145,${name}\n`
const fill = (length: number) => 'x'.repeat(length - row('').length)

describe('how a caseload is cut into pieces', () => {
  it('does not hide the mark before its text', async () => {
    for (const sizes of [[], [1], [2], [1, 1, 1000]])
      expect(await inPieces(`\ufeff${HEAD}${row('')}`, sizes)).toMatchObject({ exit: 0, rows: [2] })
    expect(await inPieces('\ufeff', [1])).toMatchObject({ exit: 1, err: expect.stringContaining('RAS011') })
  })

  it.each([
    ['a row of as many bytes as it may have', row(fill(MIB)), [2, 3], []],
    ['a row of one byte more', row(fill(MIB + 1)), [3], ['row 2: RAS018']],
    ['a row of many more', row(fill(1.5 * MIB)), [3], ['row 2: RAS018']],
    [
      'a cell over many lines',
      row(`"${fill(1.2 * MIB)}\n${row('')}"`),
      [3, 5],
      ['row 2: RAS018', 'row 4, case: RAS017'],
    ],
  ])('does not decide of %s', async (_, long, rows, told) => {
    for (const before of [0, 3000])
      for (const sizes of [[], PIPE, [MIB - 7]]) {
        const text = `${HEAD}${row('').repeat(before)}${long}${row('')}`
        const some = await inPieces(text, sizes)
        const moved = (words: string) => words.replace(/\d+/, (number) => String(Number(number) + before))
        expect(some.told).toEqual(told.map(moved))
        expect(some.rows.slice(before)).toEqual(rows.map((number) => number + before))
      }
  })

  it('loses no row where a line that is too long ends at the end of a piece', async () => {
    const text = `${HEAD}${row('')}${row(fill(1.5 * MIB))}${row('')}${row('')}`.replaceAll('\n', '\r')
    const end = text.length - 2 * row('').length
    for (const sizes of [[end], [end - MIB, MIB]])
      expect(await inPieces(text, sizes)).toMatchObject({ rows: [2, 4, 5], told: ['row 3: RAS018'] })
  })
})

it('a line of JSON that is too long is told as one row', async () => {
  const { err } = await inPieces(`{"case":"${'x'.repeat(3 * MIB)}"}\n`, PIPE, '--from', 'ndjson')
  expect(err).toContain('row 1: RAS018 The row does not end within 1 MiB. Shorten it;')
})
