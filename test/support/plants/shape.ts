import type { Code } from '../../../src/diagnostic.js'
import { type Located, loadTable, safeAllocate } from '../../../src/index.js'
import type { Pick } from '../arbitrary/choices.js'
import type { TableTree } from '../arbitrary/known.js'
import { put } from '../arbitrary/planted-tree.js'
import { makeTable } from '../arbitrary/table.js'
import { at, entries, has, text } from '../oracle/tree.js'
import { first, GROUP, idsIn, LINE, OTHER, POINTS, QUESTION, SCORE, WHOLE } from './furnished.js'
import { FILE, inTable, type Plant, type Planted } from './plant.js'
import { type Path, written } from './written.js'

type ShapeCode = Extract<Code, `RAS1${string}`>

/** Faults of shape: keys, kinds of values, and names. */
export const shapePlants = {
  RAS101: inTable('RAS101', (tree, pick) => {
    const path = [...pick.one(mappings(tree)), pick.one(['zzz', 'Title', 'no-such-word', '1', 'toString', 'from '])]
    return { tree: put(tree, path, pick.one<string | TableTree>(['x', '', { title: 'x' }])), at: path, on: 'key' }
  }),
  RAS102: inTable('RAS102', (tree, pick) => {
    const needed = mappings(tree).flatMap((path) =>
      [...(NEEDED[String(path[0] ?? '')] ?? []), ...(path.length === 0 ? ['title', 'authority', 'rounding'] : [])]
        .filter((key) => has(at(tree, ...path.map(String)), key))
        .map((key) => ({ path, key })),
    )
    const { path, key } = pick.one(needed)
    return { tree: put(tree, [...path, key], undefined), at: path, on: 'key', with: ['RAS502'] }
  }),
  RAS103: inTable('RAS103', (tree, pick) => {
    const places: readonly Path[] = [
      ...['title', 'authority'].map((key) => [key]),
      ...['lines', 'sources', 'streams'].flatMap((part) => idsIn(tree, part).map((id) => [part, id, 'title'])),
      ...idsIn(tree, 'outcomes').map((id) => ['outcomes', id]),
    ]
    const path = pick.one(places)
    return { tree: put(tree, path, pick.one([['x'], { a: 'b' }, [], {}])), at: path }
  }),
  RAS104: inTable('RAS104', (tree, pick) => {
    const places: readonly Path[] = [
      ...['status', 'rounding', 'provenance', 'format'].map((key) => [key]),
      ...idsIn(tree, 'streams').map((id) => ['streams', id, 'law']),
      ...idsIn(tree, 'rates').map((id) => ['rates', id, 'per']),
      ...idsIn(tree, 'facts').map((id) => ['facts', id, 'is']),
      ['questions', GROUP, 'ask', QUESTION, 'direction'],
      ['lines', LINE, 'tier'],
      ['lines', LINE, 'price', 'gives'],
    ]
    return { ...wrong(tree, pick.one(places), pick.one(['sometimes', 'Half up', 'none'])), with: BY_KIND }
  }),
  RAS105: inTable('RAS105', (tree, pick) => {
    const [path, value] = pick.one<readonly [Path, string]>([
      [['version'], ''],
      [['version'], 'a b'],
      [['id'], 'Upper'],
      [['in-force', 'from'], pick.one(['2026-02-30', '1.4.2026', 'today'])],
      [['lines', LINE, 'title'], pick.one([' ', '\t'])],
      [['lines', POINTS, 'price', 'rate'], 'A rate'],
      [['rates', first(tree, 'rates'), 'pounds'], pick.one(['£5', '1,500.00', '-5', '1e3', '5.', '0.12345'])],
      [['lines', LINE, 'price', 'rows', 1, 'from'], pick.one(['-1', '8.125', 'eight', ''])],
      [['lines', LINE, 'price', 'rows', 1, 'give'], pick.one(['£5', 'Refer', '1.234', '500.5'])],
      [['questions', GROUP, 'ask', QUESTION, 'levels', 1, 'some'], pick.one(['many', '-1', '1.234'])],
    ])
    return wrong(tree, path, value)
  }),
  RAS106: inTable('RAS106', (tree, pick) => {
    const line = pick.one(idsIn(tree, 'lines'))
    const [path, value] = pick.one<readonly [Path, TableTree]>([
      [['lines', line, 'paid-by'], { all: first(tree, 'funders'), 'per-cent': {} }],
      [['lines', line, 'paid-by'], {}],
      [['scores', WHOLE], { sum: [QUESTION], 'highest-of': [OTHER] }],
      [['questions', GROUP, 'ask', OTHER], { text: 'Neither levels nor kinds' }],
    ])
    return { tree: put(tree, path, value), at: path, on: 'key', with: ['RAS606'] }
  }),
  RAS107: inTable('RAS107', (tree, pick) => {
    const [path, most] = pick.one<readonly [Path, number]>([
      [['lines', LINE, 'price', 'rows'], 0],
      [['lines', LINE, 'changes'], 0],
      [['questions', GROUP, 'ask', QUESTION, 'levels'], 0],
      [['scores', SCORE, 'sum'], 0],
      [['lines', LINE, 'ways', 'consent'], 501],
    ])
    const items = Array.from({ length: most }, (_, i) => `Consent ${i}`)
    return { tree: put(tree, path, items), at: path, with: ['RAS606'] }
  }),
  RAS109: inTable('RAS109', (tree, pick) => {
    const path = pick.one(references(tree))
    return { ...wrong(tree, path, 'nobody-knows-it'), with: ['RAS502', 'RAS606', 'RAS609', 'RAS307', 'RAS308'] }
  }),
  RAS110: inTable('RAS110', (tree, pick) => {
    if (pick.chance(50)) {
      const change = { name: 'twice', why: 'Why', times: '1' }
      const sound = put(tree, ['lines', LINE, 'changes'], [change, { ...change, name: 'once' }])
      const path = ['lines', LINE, 'changes', 1, 'name']
      return { sound, tree: put(sound, path, 'twice'), at: path }
    }
    const name = pick.one([GROUP, QUESTION, ...idsIn(tree, 'questions')])
    const path = ['scores', name]
    return { tree: put(tree, path, { brought: 'A form', 'at-most': '5' }), at: path, on: 'key', with: BY_NAME }
  }),
  RAS111: beside('RAS111', (tree, pick) => {
    const line = pick.one(idsIn(tree, 'lines'))
    const law = text(tree, 'streams', text(tree, 'lines', line, 'stream'), 'law')
    const byTitle = pick.chance(50)
    const title = pick.one([(one: string) => one.toUpperCase(), (one: string) => one.replaceAll(' ', '  ')])
    const id = byTitle ? 'another-line' : line
    const other = put(
      plainTable(id, byTitle ? title(text(tree, 'lines', line, 'title')) : 'X'),
      ['streams', 'money', 'law'],
      law,
    )
    return {
      tree,
      other: law === 'education' ? put(other, ['lines', id, 'amount-is'], 'top-up') : other,
      at: ['lines', line],
      on: 'key',
    }
  }),
  RAS112: beside('RAS112', (tree) => {
    const other = put(plainTable('another-line', 'X'), ['id'], text(tree, 'id'))
    return { tree, other, at: ['id'], on: 'value' }
  }),
} satisfies Readonly<Record<ShapeCode, Plant>>

/** What a wrong kind can bring with it: what was to be read from it cannot be. */
const BY_KIND: readonly Code[] = ['RAS307', 'RAS605', 'RAS606', 'RAS609', 'RAS102', 'RAS101', 'RAS106', 'RAS502']
/** What a name that means two things can bring with it. */
const BY_NAME: readonly Code[] = ['RAS603', 'RAS604', 'RAS606', 'RAS609']

/** What mappings under a section cannot do without. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  lines: ['title', 'paid-by', 'source'],
  sources: ['title'],
  streams: ['title'],
  rates: ['source', 'pounds'],
  questions: ['title', 'text'],
  'in-force': ['from'],
}

function wrong(tree: TableTree, path: Path, value: string): { tree: TableTree; at: Path } {
  return { tree: put(tree, path, value), at: path }
}

/** Mappings that have fixed keys: the whole, and what stands in most sections. */
function mappings(tree: TableTree): readonly Path[] {
  const named = ['lines', 'sources', 'streams', 'rates', 'questions'].flatMap((part) =>
    idsIn(tree, part).map((id) => [part, id]),
  )
  const asked = idsIn(tree, 'questions').flatMap((group) =>
    idsIn(tree, 'questions', group, 'ask').map((id) => ['questions', group, 'ask', id]),
  )
  return [[], ['in-force'], ...named, ...asked]
}

/** Places at which a name stands that is declared elsewhere. */
function references(tree: TableTree): readonly Path[] {
  const lines = entries(tree, 'lines').flatMap(([id, line]) => [
    ...['stream', 'outcome', 'source', 'gate'].filter((key) => has(line, key)).map((key) => ['lines', id, key]),
    ...['look-up', 'each-point-of', 'rate', 'quote', 'entitlement']
      .filter((key) => has(at(line, 'price'), key))
      .map((key) => ['lines', id, 'price', key]),
    ...['all', 'by', 'then-by']
      .filter((key) => has(at(line, 'paid-by'), key))
      .map((key) => ['lines', id, 'paid-by', key]),
  ])
  const rates = idsIn(tree, 'rates').map((id) => ['rates', id, 'source'])
  const groups = idsIn(tree, 'questions').map((id) => ['questions', id, 'outcome'])
  return [...lines, ...rates, ...groups, ['scores', SCORE, 'sum', 0], ['scores', WHOLE, 'sum', 0]]
}

interface SpoiltBeside {
  readonly tree: TableTree
  readonly other: TableTree
  readonly at: Path
  readonly on: 'key' | 'value'
}

/** Plants what is wrong with a table only beside another. */
function beside(code: Code, spoil: (tree: TableTree, pick: Pick) => SpoiltBeside): Plant {
  return (pick): Planted => {
    const { tree, other, at: path, on } = spoil(titled(put(makeTable(pick), ['id'], 'the-first')), pick)
    const { text: own, lineOf } = written(pick, tree)
    const found = together(own, written(pick, other).text).filter(({ file }) => file === FILE)
    return { found, code, file: FILE, line: lineOf(path, on), before: () => [], text: own }
  }
}

function together(own: string, other: string): readonly Located[] {
  const result = safeAllocate({}, [loadTable(own, { file: FILE }), loadTable(other, { file: 'other.yaml' })])
  return result.success ? [] : result.error.findings
}

/** A table of which no two lines are called alike. */
function titled(tree: TableTree): TableTree {
  return idsIn(tree, 'lines').reduce((all, id) => put(all, ['lines', id, 'title'], `The line ${id}`), tree)
}

/** A sound table of one line. */
function plainTable(line: string, title: string): TableTree {
  return {
    format: 'ras.table/1',
    id: 'the-other',
    version: '1',
    title: 'Another',
    authority: 'Another',
    provenance: 'synthetic',
    status: 'draft',
    'in-force': { from: '2026-04-01' },
    rounding: 'down',
    sources: { paper: { title: 'A paper' } },
    streams: { money: { title: 'Money', law: 'care' } },
    outcomes: { good: 'A good life' },
    funders: { payer: 'The payer' },
    lines: {
      [line]: {
        title,
        stream: 'money',
        outcome: 'good',
        source: 'paper',
        price: { pounds: '1.00', a: 'year' },
        'paid-by': { all: 'payer' },
      },
    },
  }
}
