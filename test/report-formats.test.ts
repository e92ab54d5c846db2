import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { check } from '../src/cli/audited.js'
import { FORMATS } from '../src/report/findings/formats.js'
import { asSummary } from '../src/report/findings/summary.js'
import { accidents, arbitraryText } from './support/hostile.js'
import { property } from './support/law.js'

const NORFOLK = readFileSync('tables/norfolk/short-breaks-primary.yaml', 'utf8')

/** What each format makes of any file. */
function inEach(file: string, text: string): readonly string[] {
  const { findings, loaded } = check(file, text)
  const report = { findings, files: [{ file, text, about: loaded ? 'a table\n' : '' }], most: 0 }
  return [...Object.values(FORMATS), asSummary].map((format) => format(report))
}

describe('each format', () => {
  property('has something to say of any text', fc.oneof(arbitraryText, accidents(NORFOLK)), (text) => {
    for (const told of inEach('a.yaml', text)) expect(told.endsWith('\n')).toBe(true)
  })

  it.each([
    ['of a mebibyte', `${'a: [\n'.repeat(39)}${'x'.repeat(2 ** 20 - 200)}`],
    ['too large', 'x\n'.repeat(2 ** 20)],
    ['of one long line', `${NORFOLK.slice(0, 200)}${'"a": 1, '.repeat(50_000)}`],
    ['of many unknown words', Array.from({ length: 20_000 }, (_, i) => `w${i}: 1\n`).join('')],
    ['nested too deeply', '['.repeat(10_000)],
    ['of no text at all', '\u0000\u0001\ufffd\ufffe'.repeat(1000)],
    ['empty', ''],
  ])('has something short to say of a file %s', (_, text) => {
    for (const told of inEach('a.yaml', text)) {
      expect(told.endsWith('\n')).toBe(true)
      expect(told.length).toBeLessThan(2 ** 20)
    }
  })
})
