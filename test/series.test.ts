import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compare, type Located } from '../src/diagnostic.js'
import { type AllocationTable, allocate, loadTable, replay } from '../src/index.js'
import { type Choice, chooseTable } from '../src/load/choose.js'
import { checkSeries } from '../src/load/series/check.js'
import { arbitraryChain, arbitrarySeries, type Series } from './support/arbitrary/series.js'
import { workshop } from './support/batch.js'
import { wrongWords } from './support/faults.js'
import { lawOver, RUNS } from './support/law.js'
import { entries } from './support/oracle/tree.js'
import { asFile, isInForce, lineOf, type Version, versions } from './support/series.js'

const FOLDER = 'fixtures/series'

interface Expected {
  readonly ask: 'validate' | { readonly publish: string } | { readonly on: string; readonly stream?: string }
  readonly found: readonly string[]
}

const folders = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
)

/** What a folder of tables is found to be, as its `expect.json` asks. */
async function found(name: string, { ask }: Expected): Promise<readonly Located[]> {
  const folder = `${FOLDER}/${name}`
  const { ras, remove } = workshop()
  try {
    if (ask === 'validate') return JSON.parse((await ras('validate', folder, '--format', 'json')).out) as Located[]
    if ('publish' in ask) return publishing((await ras('publish', `${folder}/${ask.publish}`)).out)
  } finally {
    remove()
  }
  const tables = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => loadTable(readFileSync(`${folder}/${file}`, 'utf8'), { file }))
  return findingsOf(() => chooseTable(tables, ask))
}

/** The findings in what a person is told. */
function publishing(out: string): readonly Located[] {
  return [...out.matchAll(/^(\S+):(\d+):(\d+) error (RAS\d+)/gm)].map(
    ([, file, line, column, code]) =>
      ({ file, line: Number(line), column: Number(column), code }) as unknown as Located,
  )
}

function findingsOf(act: () => AllocationTable): readonly Located[] {
  try {
    act()
    return []
  } catch (error) {
    return (error as { readonly findings: readonly Located[] }).findings
  }
}

describe('one folder for each fault of several tables', () => {
  it.each(['RAS403', 'RAS404', 'RAS405', 'RAS406', 'RAS407', 'RAS408', 'RAS409', 'RAS410', 'RAS411', 'RAS412'])(
    '%s has a folder',
    (code) => {
      expect(folders.map((name) => name.slice(0, 6))).toContain(code)
    },
  )

  it.each(folders)('%s', async (name) => {
    const expected = JSON.parse(readFileSync(`${FOLDER}/${name}/expect.json`, 'utf8')) as Expected
    const told = await found(name, expected)
    const places = told.map(({ code, file, line, column }) =>
      line > 0 ? `${code} ${file.slice(file.lastIndexOf('/') + 1)} ${line}:${column}` : code,
    )
    expect(places, JSON.stringify(told, null, 2)).toEqual(expected.found)
    if (/^RAS/.test(name)) for (const place of places) expect(place.slice(0, 6)).toBe(name.slice(0, 6))
    for (const one of told) if ('message' in one) expect(wrongWords(one, '')).toEqual([])
  })
})

interface Made extends Series {
  readonly all: readonly Version[]
  readonly found: readonly Located[]
  readonly number: number
}

function ready(series: Series, number: number): Made {
  const all = versions(series)
  return { ...series, all, found: checkSeries(all.map(asFile), []), number }
}

/** A case is three tables or so. */
const law = lawOver(arbitrarySeries, ready, Math.ceil(RUNS / 8))
const chainLaw = lawOver(arbitraryChain, ready, Math.ceil(RUNS / 8))

/** Of every stream, whether each version is in force on each day, asked day by day. */
function eachStream({ trees, days }: Made) {
  const streams = [...new Set(trees.flatMap((tree) => entries(tree, 'streams').map(([id]) => id)))].sort()
  return streams.map((stream) => ({
    stream,
    held: trees.map((tree) => days.map((day) => isInForce(tree, stream, day, trees))),
  }))
}

describe('days in force', () => {
  law('two versions overlap exactly where a day finds both in force, and it is told at the later of them', (made) => {
    const { all, days } = made
    const expected = eachStream(made).flatMap(({ stream, held }) =>
      pairs(all.length).flatMap(([a, b]) => {
        const both = days.filter((_, day) => held[a]?.[day] && held[b]?.[day])
        if (both.length === 0) return []
        const [before, later] = inOrder(all[a], all[b])
        // A day later than any that begins or ends something: there both go on.
        const to = both.at(-1) === days.at(-1) ? null : both.at(-1)
        return [`${later.file}:${lineOf(later.text, 'in-force')} ${stream} ${before.tree.version} ${both[0]} ${to}`]
      }),
    )
    const told = made.found.flatMap(({ code, file, line, data }) => {
      if (code !== 'RAS403' || !('other' in data) || !('stream' in data) || !('to' in data)) return []
      const where = data.other.replace('scheme ', '')
      return [`${file}:${line} ${data.stream} ${where} ${data.from} ${data.to}`]
    })
    expect([...told].sort()).toEqual([...expected].sort())
  })

  law('a hole is told exactly where days between two in force find none, at the first version after them', (made) => {
    const { all, days, found } = made
    const expected = eachStream(made).flatMap(({ stream, held }) => {
      const any = days.map((_, day) => held.some((version) => version[day]))
      return any.flatMap((is, day) => {
        const before = any.lastIndexOf(true, day - 1)
        if (!is || day === 0 || before < 0 || before === day - 1) return []
        const [after] = all.filter((_, i) => held[i]?.[day]).sort((a, b) => (inOrder(a, b)[0] === a ? -1 : 1))
        if (!after) return []
        const line = lineOf(after.text, 'in-force', 'from')
        return [`${after.file}:${line} ${stream} ${days[before + 1]} ${days[day - 1]}`]
      })
    })
    const told = found.flatMap(({ code, file, line, data }) =>
      code === 'RAS404' && 'stream' in data && 'from' in data && 'to' in data
        ? [`${file}:${line} ${data.stream} ${data.from} ${data.to}`]
        : [],
    )
    expect([...told].sort()).toEqual([...expected].sort())
  })

  law(
    'chooseTable finds the one version that a day finds in force, or says that there is none, or which there are',
    (made) => {
      const { all, days } = made
      const tables = all.map(({ loaded }) => loaded)
      for (const { stream, held } of eachStream(made))
        for (const [i, on] of days.entries()) {
          const names = all.filter((_, version) => held[version]?.[i]).map(({ loaded }) => `scheme ${loaded.version}`)
          expect(chosen(tables, { on, stream }), `${stream} on ${on}`).toEqual(names.sort())
        }
    },
  )

  law('what is found and what is chosen does not depend on the order of the tables', ({ all, found, days, number }) => {
    const turned = [...all.slice(number % all.length), ...all.slice(0, number % all.length)].reverse()
    expect(checkSeries(turned.map(asFile), [])).toEqual(found)
    const [one, other] = [all, turned].map((some) => some.map(({ loaded }) => loaded))
    for (const on of days) expect(chosen(other ?? [], { on })).toEqual(chosen(one ?? [], { on }))
  })

  chainLaw('of versions that follow one another, one is in force on every day from the first to the last', (made) => {
    const { all, days, found } = made
    expect(found).toEqual([])
    const tables = all.map(({ loaded }) => loaded)
    const starts = all.map(({ loaded }) => days.indexOf(loaded['in-force'].from))
    const { to } = all.at(-1)?.loaded['in-force'] ?? {}
    const end = to === undefined ? days.length - 1 : days.indexOf(to)
    for (const [i, on] of days.entries()) {
      const last = starts.filter((start) => start <= i).length - 1
      const names = last < 0 || i > end ? [] : [`scheme v${last}`]
      expect(chosen(tables, { on }), on).toEqual(names)
      expect(chosen(tables, { on, scheme: 'scheme', authority: 'HARBOUR council' }), on).toEqual(names)
      expect(chosen(tables, { on, scheme: 'another' }), on).toEqual([])
    }
  })

  chainLaw('a case of an earlier day comes out byte for byte the same once a later version is published', (made) => {
    const tables = made.all.map(({ loaded }) => loaded)
    for (const [i, { loaded }] of made.all.entries()) {
      const assessment = { ...made.assessment, date: loaded['in-force'].from }
      const [before, after] = [tables.slice(0, i + 1), tables].map((some) => chooseTable(some, { on: assessment.date }))
      if (!before || !after) throw new RangeError('nothing was chosen')
      const budget = allocate(assessment, before)
      expect(JSON.stringify(allocate(assessment, after))).toBe(JSON.stringify(budget))
      expect(replay(budget, after)).toEqual({ same: true })
    }
  })
})

/** The names of what is chosen, or of what is refused as several; none where none is in force. */
function chosen(tables: readonly AllocationTable[], choice: Choice): readonly string[] {
  try {
    return [`scheme ${chooseTable(tables, choice).version}`]
  } catch (error) {
    const [first] = (error as { readonly findings: readonly Located[] }).findings
    if (first?.code === 'RAS410' && 'tables' in first.data) return first.data.tables
    expect(first?.code).toBe('RAS409')
    return []
  }
}

function pairs(count: number): readonly (readonly [number, number])[] {
  return Array.from({ length: count }, (_, a) => a).flatMap((a) =>
    Array.from({ length: count - a - 1 }, (_, i): readonly [number, number] => [a, a + 1 + i]),
  )
}

function inOrder(a: Version | undefined, b: Version | undefined): readonly [Version, Version] {
  if (!a || !b) throw new RangeError('no such version')
  const key = ({ loaded }: Version) => `${loaded['in-force'].from} ${loaded.version}`
  return compare(key(a), key(b)) < 0 ? [a, b] : [b, a]
}
