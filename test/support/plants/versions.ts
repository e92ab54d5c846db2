import type { Code, Located } from '../../../src/diagnostic.js'
import { type AllocationTable, loadTable } from '../../../src/index.js'
import { chooseTable } from '../../../src/load/choose.js'
import { checkSeries, type Lock } from '../../../src/load/series/check.js'
import { lockText, readLock } from '../../../src/load/series/lock.js'
import { planOf } from '../../../src/load/table.js'
import type { Pick } from '../arbitrary/choices.js'
import type { TableTree } from '../arbitrary/known.js'
import { DAYS, ground, version } from '../arbitrary/series.js'
import { workshop } from '../batch.js'
import { text } from '../oracle/tree.js'
import type { Plant, Planted } from './plant.js'
import { type Path, type WrittenTree, written } from './written.js'

/** Faults of several tables, and of the record of what was published. */
export type VersionCode = Extract<Code, `RAS40${3 | 4 | 5 | 6 | 7 | 8 | 9}` | `RAS41${string}`>

/** Two versions that follow one another; each plant changes what it needs to. */
interface Two {
  readonly pick: Pick
  readonly first: TableTree
  readonly second: TableTree
  readonly days: readonly string[]
  /** The number of the day on which the first ends, which the second follows. */
  readonly end: number
}

function two(pick: Pick): Two {
  const { base, days } = ground(pick)
  const end = pick.int(1, DAYS - 4)
  const says = pick.chance(50)
  return {
    pick,
    days,
    end,
    first: version(base, 1, days, { from: pick.int(0, end), to: says ? end : null, over: null }),
    second: version(base, 2, days, { from: end + 1, to: null, over: says && pick.chance(50) ? null : 1 }),
  }
}

const [ONE, OTHER] = ['first.yaml', 'second.yaml']

export const VERSION_PLANTS = {
  RAS403: (pick) => {
    const { first, second, days, end } = two(pick)
    const last = pick.chance(50) ? undefined : (days[pick.int(end + 1, DAYS - 1)] ?? '')
    const from = text(first, 'in-force', 'from')
    return among(pick, 'RAS403', [
      [ONE, without({ ...first, 'in-force': last === undefined ? { from } : { from, to: last } })],
      [OTHER, without(second), ['in-force'], 'key'],
    ])
  },
  RAS404: (pick) => {
    const { first, second, days, end } = two(pick)
    const inForce = { from: days[pick.int(end + 2, DAYS - 1)] ?? '' }
    const from = text(first, 'in-force', 'from')
    return among(pick, 'RAS404', [
      [ONE, { ...first, 'in-force': { from, to: days[end] ?? '' } }],
      [OTHER, { ...second, 'in-force': inForce }, ['in-force', 'from'], 'value'],
    ])
  },
  RAS405: (pick) => {
    const { first, second } = two(pick)
    const again = pick.chance(50) ? second : { ...second, title: 'Something else' }
    return among(pick, 'RAS405', [
      [ONE, first],
      [OTHER, second],
      ['again.yaml', again, ['version'], 'value'],
    ])
  },
  RAS406: (pick) => {
    const { first, second } = two(pick)
    const changed = pick.one([
      { ...second, title: 'Another title' },
      { ...second, status: 'draft' },
    ])
    const place = { file: OTHER, tree: changed, path: ['version'], on: 'value' } as const
    return beside(pick, 'RAS406', [first, second], [first, changed], place)
  },
  RAS407: (pick) => {
    const { first, second } = two(pick)
    return beside(pick, 'RAS407', [first, second], [null, second], { line: 4 })
  },
  RAS408: (pick) => {
    const { first, second, days, end } = two(pick)
    const before = { id: 'scheme', version: 'v0' }
    const spoilt = pick.one([
      { ...second, supersedes: before },
      { ...second, supersedes: { id: 'scheme', version: 'v2' } },
    ])
    const ends = { ...first, 'in-force': { from: text(first, 'in-force', 'from'), to: days[end] ?? '' } }
    return among(pick, 'RAS408', [
      [ONE, ends],
      [OTHER, spoilt, ['supersedes'], 'key'],
    ])
  },
  RAS409: (pick) => {
    const { first, second, days, end } = two(pick)
    const tables = [first, { ...second, status: pick.one(['draft', 'trial', 'withdrawn']) }]
    const ends = { ...first, 'in-force': { from: text(first, 'in-force', 'from'), to: days[end] ?? '' } }
    return asked('RAS409', [ends, ...tables.slice(1)], days[end + 1] ?? '', pick)
  },
  RAS410: (pick) => {
    const { first, second, days, end } = two(pick)
    const open = { ...first, 'in-force': { from: text(first, 'in-force', 'from') } }
    return asked('RAS410', [open, without(second)], days[end + 1] ?? '', pick)
  },
  RAS411: (pick) => {
    const { first, second } = two(pick)
    const place = { file: OTHER, tree: second, path: ['status'], on: 'value' } as const
    return beside(pick, 'RAS411', [first], [first, second], place)
  },
  RAS412: async (pick) => {
    const { second } = two(pick)
    const status = pick.one(['draft', 'trial', 'withdrawn'])
    const paper = written(pick, { ...second, status })
    const shop = workshop()
    shop.write(OTHER, paper.text)
    const { out } = await shop.ras('publish', shop.at(OTHER))
    shop.remove()
    const found = [...out.matchAll(/^(\S+):(\d+):\d+ error (RAS\d+)/gm)].map(([, file = '', line, code = '']) => ({
      code,
      file,
      line: Number(line),
    }))
    // What else is against publishing it is of the table that was made.
    const told = found.filter(({ code }) => !code.startsWith('RAS8'))
    return { found: told, code: 'RAS412', file: shop.at(OTHER), line: paper.lineOf(['status']) }
  },
} satisfies Readonly<Record<VersionCode, Plant>>

type One = readonly [file: string, tree: TableTree, at?: Path, on?: 'key' | 'value']

/** Some tables, the last of which has the fault; given in any order. */
function among(pick: Pick, code: VersionCode, all: readonly One[]): Planted {
  const papers = all.map(([file, tree, at, on]) => ({ file, at, on, paper: written(pick, tree) }))
  const last = papers.at(-1)
  if (!last?.at) throw new RangeError('no place')
  const files = papers.map(({ file, paper }) => inSeries(file, paper))
  const found = checkSeries(pick.chance(50) ? files : [...files].reverse(), [])
  const { at, on, paper, file } = last
  return { found: once(code, found), code, file, line: paper.lineOf(at, on), text: paper.text }
}

/** Once for each place: an overlap and a hole are told for each stream, and a version given twice in both files. */
function once(code: VersionCode, found: readonly Located[]): readonly Located[] {
  const places = new Map(found.map((one) => [`${one.code} ${one.file}:${one.line}`, one]))
  return [...places.values()].filter(({ file }) => code !== 'RAS405' || file === 'again.yaml')
}

type Place =
  | { readonly line: number }
  | { readonly file: string; readonly tree: TableTree; readonly path: Path; readonly on: 'key' | 'value' }

/** Tables beside a record of what they were; null for one that is gone. */
function beside(
  pick: Pick,
  code: VersionCode,
  before: readonly TableTree[],
  after: readonly (TableTree | null)[],
  place: Place,
): Planted {
  const names = [ONE, OTHER]
  const entries = before.map((tree, i) => {
    const { id, version: of } = loadTable(written(pick, tree).text)
    return { id, version: of, hash: hashOf(tree, pick), file: names[i] ?? '', on: '2026-03-02' }
  })
  const now = after.flatMap((tree, i) => (tree ? [{ file: names[i] ?? '', paper: written(pick, tree) }] : []))
  const lock: Lock = {
    ...readLock(lockText(entries), 'published.lock.json'),
    folder: 'here',
    present: new Set(now.map(({ file }) => file)),
  }
  const found = checkSeries(
    now.map(({ file, paper }) => inSeries(file, paper)),
    [lock],
  )
  if ('line' in place) return { found, code, file: 'published.lock.json', line: place.line }
  const paper = now.find(({ file }) => file === place.file)?.paper
  return { found, code, file: place.file, line: paper?.lineOf(place.path, place.on) ?? 0, text: paper?.text ?? '' }
}

function hashOf(tree: TableTree, pick: Pick): string {
  return planOf(loadTable(written(pick, tree).text)).hash
}

/** A question on which no one table can be chosen: there is no line to tell it at. */
function asked(code: VersionCode, trees: readonly TableTree[], on: string, pick: Pick): Planted {
  const tables = trees.map((tree, i): AllocationTable => loadTable(written(pick, tree).text, { file: `${i}.yaml` }))
  try {
    chooseTable(tables, { on })
  } catch (error) {
    const { findings } = error as { readonly findings: readonly Located[] }
    return { found: findings, code, file: 'the tables', line: 0 }
  }
  return { found: [], code, file: 'the tables', line: 0 }
}

function inSeries(file: string, { text: said }: WrittenTree) {
  const table = loadTable(said, { file })
  return { file, folder: 'here', base: file, table, name: `${table.id} ${table.version}` }
}

function without({ supersedes: _, ...tree }: TableTree): TableTree {
  return tree
}
