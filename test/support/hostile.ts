import * as fc from 'fast-check'
import { type AllocationTable, type Assessment, safeReadAssessment } from '../../src/index.js'
import { type Written, writtenOf } from '../../src/load/table.js'
import type { Tree } from './oracle/tree.js'

/** Words of the format that stand in one place each: put in another they must be told, never stumbled over. */
const WORDS = [
  'across',
  'give',
  'weight',
  'provides',
  'kinds',
  'asked-when',
  'highest-of',
  'protect',
  'uplift',
  'locked',
  'services',
]

/** Pieces that mean something to YAML, to the format or to JavaScript. */
const PIECES = [
  ...[
    '- ',
    '? ',
    ': ',
    ':',
    ',',
    '{',
    '}',
    '[',
    ']',
    '{ ',
    ' }',
    '&a ',
    '*a ',
    '!!str ',
    '!a ',
    '!',
    '|',
    '>-\n',
    '"',
    "'",
    '# ',
    '#',
  ],
  ...[
    '\n',
    '\n',
    '\n  ',
    '\n    ',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '\ufeff',
    '\u0000',
    '\u0085',
    '\u2028',
    '\ud800',
    '\u{1f600}',
    'é',
  ],
  ...['%YAML 1.1\n', '%TAG ! tag:a,2000:\n', '%X\n', '---\n', '...\n', '<<: ', '~', '@', '`', '\\', '\\u0000'],
  ...[
    'a',
    'b: ',
    'format: ras.table/1\n',
    'lines:',
    'questions:',
    'price: ',
    'when: ',
    'all: ',
    'case: a-1\n',
    'answers:',
    'facts:',
  ],
  ...[
    '__proto__: ',
    'constructor: ',
    'prototype: ',
    'toString: ',
    '1e999',
    '-0',
    'NaN',
    '2026-02-30',
    '£1,500',
    '0x10',
    'yes',
    'refer',
  ],
] as const

const piece = fc.constantFrom(...PIECES)

/** Text that looks a little like YAML. */
const yamlish = fc
  .array(
    fc.oneof({ weight: 8, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) }),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''))

/** A few pieces said over and over, then something else. */
const repeated = fc
  .tuple(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 1200 }), yamlish)
  .map(([pieces, times, end]) => `${pieces.join('').repeat(times)}${end}`)

/** Any text at all. */
export const arbitraryText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  yamlish,
  repeated,
  fc.json({ maxDepth: 6 }),
)

/** A text of many lines after one to three accidents of an editor. */
export function accidents(text: string): fc.Arbitrary<string> {
  const lines = text.split('\n')
  const line = fc.nat(lines.length - 1)
  const accident: fc.Arbitrary<(all: readonly string[]) => string[]> = fc.oneof(
    fc.tuple(line, fc.nat(6)).map(
      ([from, many]) =>
        (all: readonly string[]) =>
          spliced(all, from, many + 1),
    ),
    fc.tuple(line, fc.nat(4)).map(
      ([from, many]) =>
        (all: readonly string[]) =>
          spliced(all, from, 0, ...all.slice(from, from + many + 1)),
    ),
    fc.tuple(line, line).map(
      ([a, b]) =>
        (all: readonly string[]) =>
          put(put(all, a, all[b % all.length] ?? ''), b, all[a % all.length] ?? ''),
    ),
    fc
      .tuple(line, fc.integer({ min: -6, max: 6 }))
      .map(([at, by]) => changed(at, (one) => (by < 0 ? one.slice(-by) : ' '.repeat(by) + one))),
    fc.tuple(line, fc.nat(40)).map(([at, length]) => (all: readonly string[]) => [
      ...all.slice(0, at),
      (all[at] ?? '').slice(0, length),
    ]),
    fc
      .tuple(line, fc.nat(80), piece)
      .map(([at, column, said]) => changed(at, (one) => one.slice(0, column) + said + one.slice(column))),
    fc
      .tuple(line, fc.nat(80), fc.integer({ min: 1, max: 5 }))
      .map(([at, column, many]) => changed(at, (one) => one.slice(0, column) + one.slice(column + many))),
    line.map((at) => changed(at, (one) => one.replace(/:\s.*/, ':'))),
  )
  return fc
    .array(accident, { minLength: 1, maxLength: 3 })
    .map((all) => all.reduce<readonly string[]>((now, one) => (now.length > 0 ? one(now) : now), lines).join('\n'))
}

function changed(at: number, how: (line: string) => string): (all: readonly string[]) => string[] {
  return (all) => put(all, at, how(all[at % all.length] ?? ''))
}

function spliced<T>(list: readonly T[], from: number, without: number, ...put: readonly T[]): T[] {
  return [...list.slice(0, from), ...put, ...list.slice(from + without)]
}

/** A list with another item at an index, counted round and round. */
function put<T>(list: readonly T[], at: number, item: T): T[] {
  return list.map((old, i) => (i === at % list.length ? item : old))
}

type Path = readonly (string | number)[]

/** A tree in which one to three parts are replaced by something of another kind, or called something else. */
export function disturbed(tree: Tree): fc.Arbitrary<Tree> {
  const paths = pathsOf(tree, [])
  const keys = [...new Set([...paths.map((path) => String(path.at(-1))), ...WORDS, 'zzz', 'toString'])]
  const part = fc.oneof(
    fc.constantFrom<Tree>(
      '',
      'x',
      '0',
      '-1',
      '1.5',
      '99999999',
      'refer',
      'yes',
      [],
      {},
      [''],
      [[]],
      ['x'],
      { a: 'b' },
      [{ a: 'b' }],
      { is: 'x' },
    ),
    fc.constantFrom(...paths).map((path) => at(tree, path)),
  )
  const change = fc.tuple(
    fc.constantFrom(...paths),
    fc.constantFrom(...keys),
    part,
    fc.constantFrom('replace', 'rename', 'add', 'remove'),
  )
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce((now, [path, key, value, how]) => edit(now, path, key, value, how), tree))
}

/** A tree in which one mapping is replaced by another made of its own words, words of other places, and others. */
export function nonsense(tree: Tree): fc.Arbitrary<Tree> {
  const paths = pathsOf(tree, []).filter((path) => isMapping(at(tree, path)))
  const words = [
    ...new Set(pathsOf(tree, []).flatMap((path) => (typeof path.at(-1) === 'string' ? [String(path.at(-1))] : []))),
  ]
  const value = fc.constantFrom<Tree>(
    '',
    'x',
    '1',
    'refer',
    'yes',
    [],
    ['x'],
    [{ from: 'x' }],
    {},
    { a: 'b' },
    { all: 'x' },
  )
  return fc.constantFrom(...paths).chain((path) => {
    const before = at(tree, path)
    const own = isMapping(before) ? Object.entries(before) : []
    const entry = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom<[string, Tree]>(...own, ['zzz', 'x']) },
      { weight: 2, arbitrary: fc.tuple(fc.constantFrom('zzz', ...own.map(([key]) => key)), value) },
      { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...WORDS), value) },
      fc.tuple(fc.constantFrom(...words), value),
    )
    return fc
      .array(entry, { minLength: 1, maxLength: 7 })
      .map((entries) => edit(tree, path, '', Object.fromEntries(entries), 'replace'))
  })
}

function isMapping(tree: Tree): tree is Readonly<Record<string, Tree>> {
  return typeof tree === 'object' && !Array.isArray(tree)
}

function pathsOf(tree: Tree, above: Path): Path[] {
  if (typeof tree === 'string') return []
  const entries: [string | number, Tree][] = Array.isArray(tree)
    ? [...(tree as readonly Tree[]).entries()]
    : Object.entries(tree)
  return entries.flatMap(([key, inner]) => [[...above, key], ...pathsOf(inner, [...above, key])])
}

function at(tree: Tree, path: Path): Tree {
  return path.reduce<Tree>(
    (now, key) => (typeof now === 'string' ? now : ((now as Readonly<Record<string | number, Tree>>)[key] ?? '')),
    tree,
  )
}

function edit(
  tree: Tree,
  [key, ...rest]: Path,
  other: string,
  value: Tree,
  how: 'replace' | 'rename' | 'add' | 'remove',
): Tree {
  if (typeof tree === 'string' || key === undefined) return tree
  if (Array.isArray(tree)) {
    const list = tree as readonly Tree[]
    const index = Number(key)
    if (!(index in list)) return tree
    if (rest.length > 0) return put(list, index, edit(list[index] ?? '', rest, other, value, how))
    return how === 'replace'
      ? put(list, index, value)
      : spliced(list, index, how === 'remove' ? 1 : 0, ...(how === 'remove' ? [] : [value]))
  }
  const entries = Object.entries(tree as Readonly<Record<string, Tree>>)
  if (!entries.some(([name]) => name === key)) return tree
  return Object.fromEntries(
    entries.flatMap(([name, inner]): [string, Tree][] => {
      if (name !== key) return [[name, inner]]
      if (rest.length > 0) return [[name, edit(inner, rest, other, value, how)]]
      if (how === 'replace') return [[name, value]]
      if (how === 'rename') return [[other, inner]]
      return how === 'remove'
        ? []
        : [
            [name, inner],
            [other, value],
          ]
    }),
  )
}

type Fact = NonNullable<Written['facts']>[string]

/** A valid assessment of any table: the first of everything there is to choose, or the last. */
export function plainAssessment(loaded: AllocationTable, which: 'first' | 'last'): Assessment {
  const table = writtenOf(loaded)
  const pick = <T>(list: readonly T[]): T | undefined => (which === 'first' ? list[0] : list.at(-1))
  const form = pick(Object.entries(table.forms ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)))
  const [youngest, below] = [Number(form?.[1]['from-age'] ?? 0), Number(form?.[1]['below-age'] ?? 26)]
  const stateOf = (fact: Fact): string | number | boolean => {
    switch (fact.is) {
      case 'age':
        return Math.min(25, which === 'first' ? youngest : below - 1)
      case 'setting':
        return which === 'first' ? 'unknown' : (pick(fact['one-of']) ?? '')
      case 'phase':
      case 'area':
      case 'judged-band':
        return pick(fact['one-of']) ?? ''
      case 'entitlement':
        return pick(fact['one-of'] ?? ['0', fact['at-most'] ?? '0']) ?? ''
      case 'quote':
      case 'other-package':
      case 'previous-budget':
        return which === 'first' ? '0' : fact['at-most']
      case 'decision':
        return which === 'first' ? 'pending' : 'agreed'
      case 'circumstance':
        return which === 'last'
      case 'hours':
        return pick(fact['one-of'] ?? ['0', fact['at-most']]) ?? '0'
      case 'terms':
        return which === 'first' ? 1 : 3
      case 'start':
        return '2028-02-29'
      case 'end':
        return which === 'first' ? '2028-02-29' : '2028-12-31'
    }
  }
  const facts = Object.entries(table.facts ?? {}).map(([id, fact]) => [id, stateOf(fact)] as const)
  const asked = Object.values(table.questions ?? {}).flatMap(({ ask }) => Object.entries(ask))
  const answers = asked
    .filter(([, question]) => !question.forms || question.forms.includes(form?.[0] ?? ''))
    .map(([id, question]): [string, string] => {
      const [kind, levels] = Object.entries(question.kinds ?? {})[0] ?? [undefined, question.levels ?? []]
      const level = Object.keys(pick(levels) ?? {})[0] ?? ''
      return [id, kind === undefined ? level : `${kind}/${level}`]
    })
  const scores = Object.entries(table.scores ?? {}).flatMap(([id, score]): [string, string][] =>
    'brought' in score ? [[id, which === 'first' ? '0' : score['at-most']]] : [],
  )
  const assessment = {
    case: 'any-1',
    date: '2027-01-15',
    ...(form ? { form: form[0] } : {}),
    facts: Object.fromEntries(facts),
    answers: Object.fromEntries(answers),
    scores: Object.fromEntries(scores),
  }
  return withoutUnasked(assessment, loaded)
}

/** The same without the answers to questions that the other answers mean are not asked. */
function withoutUnasked(assessment: Assessment, table: AllocationTable): Assessment {
  const result = safeReadAssessment(assessment, table)
  const unasked = result.success
    ? []
    : result.error.findings.flatMap((one) => (one.code === 'RAS634' ? [one.data.question] : []))
  if (unasked.length === 0) return assessment
  const answers = Object.entries(assessment.answers ?? {}).filter(([id]) => !unasked.includes(id))
  return withoutUnasked({ ...assessment, answers: Object.fromEntries(answers) }, table)
}
