import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { auditTable, loadTable } from '../src/index.js'

const files = readdirSync('tables', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => `tables/${name}`)

/** The words that are parts of the file, each after those that it builds on. */
const WORDS = ['facts', 'questions', 'scores', 'rates', 'lines', 'flags', 'services']

describe.each(files)('%s', (file) => {
  const text = readFileSync(file, 'utf8')
  const table = loadTable(text, { file })
  const written: Readonly<Record<string, unknown>> = parse(text, { schema: 'failsafe' })

  it('breaks none of the six principles', () => {
    expect(auditTable(table).principles.filter(({ verdict }) => verdict === 'breach')).toEqual([])
  })

  it('says whose it is: invented, or rebuilt from sources that can be found again', () => {
    expect(['reconstructed', 'synthetic']).toContain(table.provenance)
    expect(table.title).toMatch(table.provenance === 'synthetic' ? /\(invented\)$/ : /\(reconstructed\)$/)
  })

  it('reads from top to bottom: the header, then each word after those that it builds on', () => {
    const words = Object.keys(written).filter((key) => WORDS.includes(key))
    expect(words).toEqual(WORDS.filter((word) => words.includes(word)))
    expect(Object.keys(written).slice(-words.length)).toEqual(words)
  })

  it('builds each score on what stands above it', () => {
    const above = new Set(Object.keys(object(written.questions)))
    for (const group of Object.values(object(written.questions)))
      for (const question of Object.keys(object(object(group).ask))) above.add(question)
    for (const [id, score] of Object.entries(object(written.scores))) {
      const { sum, 'highest-of': highest, 'per-cent-of': perCent } = object(score)
      const parts = [...list(sum), ...list(highest), ...Object.keys(object(perCent))]
      expect(parts.filter((part) => !above.has(part))).toEqual([])
      above.add(id)
    }
  })
})

describe('the simplest table', () => {
  it('fits twenty lines without its header', () => {
    const text = readFileSync('tables/norfolk/short-breaks-primary.yaml', 'utf8').trimEnd()
    const words = text.slice(text.search(/^facts:/m)).split('\n')
    expect(words.length).toBeLessThanOrEqual(20)
    for (const line of words) expect(line.length).toBeLessThanOrEqual(300)
  })
})

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function list(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : []
}
