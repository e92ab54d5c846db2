import { afterAll, describe, expect, it } from 'vitest'
import { records, workshop } from './support/batch.js'

const NORFOLK = 'tables/norfolk/short-breaks-primary.yaml'
const shop = workshop()
afterAll(() => shop.remove())

/** What `ras batch` says of one line, and what `ras allocate` says of the same text: the total in pounds, or the codes. */
async function both(line: string) {
  shop.write('in.ndjson', `${line}\n`)
  shop.write('in.json', line)
  const batch = ['batch', shop.at('in.ndjson'), '--table', NORFOLK, '--to', 'csv', '-o', shop.at('out.csv')]
  await shop.ras(...batch)
  const single = await shop.ras('allocate', shop.at('in.json'), '--table', NORFOLK, '--format', 'json')
  const [row] = records(shop.read('out.csv'))
  const errors = row ? [] : records(shop.read('out.errors.csv')).map((one) => one.code)
  const said = JSON.parse(single.out)
  return {
    batch: row ? Math.round(Number(row.total) * 100) : errors,
    single: single.exit === 0 ? said.total.settled : said.map(({ code }: { code: string }) => code),
  }
}

describe('a line of JSON is read as a single assessment is', () => {
  const line = (age: string, points: string, more = '') =>
    `{"case":"EX-1","date":"2026-10-01","facts":{${age},"safeguarding":false},"scores":{"points":${points}}${more}}`

  it.each([
    ['plainly', line('"age":9', '145'), 150000],
    ['with spaces', line(' "age" : 9 ', ' 145 '), 150000],
    ['with decimals that end in nothing', line('"age":9', '145.00'), 150000],
    ['with letters written by their number', line('"\\u0061ge":9', '145'), 150000],
    ['with a key twice', line('"age":9,"age":12', '145'), ['RAS004']],
    ['with a power of ten', line('"age":9', '1e2'), ['RAS631']],
    ['with less than nothing', line('"age":9', '-0'), ['RAS631']],
    ['with a fraction of a power of ten', line('"age":9', '0.1e1'), ['RAS631']],
    ['with more decimals than a number keeps', line('"age":9', '145.00000000000000001'), ['RAS631']],
    ['with the same, and words', line('"age":9', '145', ',"participants":["a { \\"b\\" : c }"]'), 150000],
  ])('%s', async (_, text, expected) => {
    expect(await both(text)).toEqual({ batch: expected, single: expected })
  })
})
