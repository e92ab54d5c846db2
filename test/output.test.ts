import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { streams } from '../src/cli/batch/node-streams.js'
import { files } from '../src/cli/files.js'
import { cannotWrite } from '../src/cli/io.js'
import { main } from '../src/cli/main.js'
import { safeLoadTable } from '../src/index.js'
import { asText } from '../src/report/as-text.js'
import { asSarif } from '../src/report/findings/sarif.js'
import { visible } from '../src/visible.js'
import { workshop } from './support/batch.js'

const TABLE = 'tables/norfolk/short-breaks-primary.yaml'
const FAULTS = 'fixtures/faults/table-with-five-faults.yaml'
const OLD = 'fixtures/diff/2026-27.yaml'
const CASELOAD = 'fixtures/diff/caseload.csv'

const shop = workshop()
afterAll(shop.remove)

describe('a report never takes the place of a table, or of the record of what was published', () => {
  const ways: Readonly<Record<string, readonly string[]>> = {
    validate: ['validate', TABLE, '--format', 'json', '-o'],
    diff: ['diff', OLD, OLD, '-o'],
    doc: ['doc', TABLE, '-o'],
    batch: ['batch', CASELOAD, '--table', OLD, '--to', 'csv', '-o'],
    'errors of batch': ['batch', CASELOAD, '--table', OLD, '--errors'],
    caseload: ['caseload', '--table', TABLE, '--cases', '1', '--format', 'csv', '-o'],
  }

  it.each(Object.entries(ways))('%s', async (_, argv) => {
    for (const name of ['published.lock.json', '2026-27.yaml', 'other.YML']) {
      shop.write(name, 'as it was')
      const { exit, err } = await shop.ras(...argv, shop.at(name))
      expect([exit, shop.read(name)]).toEqual([2, 'as it was'])
      expect(err).toContain(`${shop.at(name)} has the name of a table`)
    }
  })
})

describe('whoever stops reading changes nothing of what was found', () => {
  /** The exit code where the reader of standard output has left before the first word. */
  async function unheard(stdin: string, ...argv: string[]): Promise<number> {
    return main({
      argv,
      readFile: (file) => readFileSync(file, 'utf8'),
      readStdin: () => stdin,
      files,
      out: () => {
        throw cannotWrite(Object.assign(new Error(), { code: 'EPIPE' }))
      },
      err: () => {},
      env: () => undefined,
      streams: async () => streams,
    })
  }

  it.each(['pretty', 'json', 'github', 'sarif', 'junit'])('validate, as %s', async (format) => {
    expect(await unheard(readFileSync(FAULTS, 'utf8'), 'validate', '-', '--format', format)).toBe(1)
    expect(await unheard(readFileSync(OLD, 'utf8'), 'validate', '-', '--format', format)).toBe(0)
  })
  it.each(['text', 'markdown', 'json', 'html'])('diff, as %s', async (format) => {
    const costs = 'fixtures/diff/RAS912-one-child-loses.yaml'
    const argv = ['diff', OLD, costs, '--caseload', CASELOAD, '--format', format]
    expect(await unheard('', ...argv, '--max-loss', '500')).toBe(1)
    expect(await unheard('', ...argv, '--max-loss', '5000')).toBe(0)
  })
  it.each(['pretty', 'json', 'junit'])('cases, as %s', async (format) => {
    expect(await unheard('', 'cases', 'fixtures/case-that-fails', '--format', format)).toBe(1)
  })
})

describe('what steers a page or a terminal', () => {
  const steering = ['\u001b[31m', '\u0000', '\u202e', '\u200e', '\u061c', '\u200b', '\u115f', '\u{e0041}']

  it.each(steering.map((mark) => [JSON.stringify(mark), mark]))('%s is shown and does nothing', (_, mark) => {
    const page = asText({ title: `a${mark}b`, blocks: [{ is: 'paragraph', text: `c${mark}d` }] })
    expect(page).not.toContain(mark)
    expect(page).toContain('A�')
    expect(visible(`x${mark}y`)).not.toContain(mark)
  })

  it('leaves words as they are, with their joiners and soft hyphens', () => {
    for (const word of ['café', 'co\u00adoperate', 'نمی\u200cخواهم', '👩\u200d👧', '“£1,500”', '−'])
      expect(visible(word)).toBe(word)
  })

  it('is not in what SARIF says', () => {
    const result = safeLoadTable(readFileSync(OLD, 'utf8').replace('status:', '"sta\u202etus":'))
    const sarif = asSarif({ findings: result.success ? [] : result.error.findings })
    expect(sarif).toContain('sta\ufffdtus')
    expect(sarif).not.toContain('\u202e')
  })
})
