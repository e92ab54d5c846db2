import type { Code } from '../../../src/diagnostic.js'
import type { Pick } from '../arbitrary/choices.js'
import { inText, type Plant, type SpoilLines } from './plant.js'

/** The faults of a text that cannot be read, or not as a mapping of names. */
export type FileCode = Extract<Code, `RAS00${string}`>

/** What spoils the lines of any text of several keys: of a table, and of an assessment. */
export const SPOILT_LINES = {
  RAS001: oneOf(['\tzzz: x', 'zzz', 'zzz: ]', 'zzz: @x', 'zzz: `x', 'zzz: "\\q"', 'zzz: a: b', 'zzz: "a" b']),
  RAS002: (lines, pick) => {
    const piece = pick.chance(85) ? `# ${'é'.repeat(511)}` : 'a: 1'
    const many = piece.startsWith('#') ? 1024 : 100_001
    return { lines: [...lines, ...Array.from({ length: many }, () => piece)], line: 1 }
  },
  RAS003: (lines, pick) => {
    const marked = pick.one(['zzz: &a b', 'zzz: *a', 'zzz: !!str b', 'zzz: !a b', 'zzz: [a, &b c]', 'zzz: { a: !b c }'])
    if (pick.chance(20)) return { lines: ['%YAML 1.2', '---', ...lines], line: 1 }
    return between(lines, pick, [marked])
  },
  RAS004: (lines, pick) => {
    const twice = lines.flatMap((line, i) => (isWhole(line) && !/^\s*[\]}]/.test(lines[i + 1] ?? '') ? [i] : []))
    if (twice.length === 0) return null
    const i = pick.one(twice)
    const [, key = ''] = WHOLE.exec(lines[i] ?? '') ?? []
    const again = pick.chance(50) ? (lines[i] ?? '') : `${key}: zzz`
    return { lines: [...lines.slice(0, i + 1), again, ...lines.slice(i + 1)], line: i + 2 }
  },
  RAS005: (lines, pick) => {
    if (pick.chance(50)) return between(lines, pick, [`zzz: ${'['.repeat(41)}${']'.repeat(41)}`])
    const steps = Array.from({ length: 50 }, (_, i) => `${' '.repeat(i)}zzz:`)
    // The mapping of the whole is the first level, and what stands under a key of it the second.
    return between(lines, pick, steps, 40)
  },
  RAS006: oneOf(['? [a, b]\n: c', '? { a: b }\n: c']),
  RAS007: (lines, pick) => {
    if (pick.chance(30)) return { lines: lines.map((line) => `# ${line}`), line: 1 }
    // Before the first key it would only say that a document begins.
    return pick.chance(30) ? between(lines, pick, ['...', '---'], 1, 1) : between(lines, pick, ['---'], 0, 1)
  },
  RAS008: oneOf([
    '__proto__: x',
    'constructor: x',
    'prototype: x',
    'zzz: { a: b, __proto__: c }',
    '"constructor": [x]',
  ]),
} satisfies Readonly<Record<FileCode, SpoilLines>>

export const FILE_CODES = Object.keys(SPOILT_LINES) as readonly FileCode[]

export const filePlants = {
  RAS001: inText('RAS001', SPOILT_LINES.RAS001),
  RAS002: inText('RAS002', SPOILT_LINES.RAS002),
  RAS003: inText('RAS003', SPOILT_LINES.RAS003),
  RAS004: inText('RAS004', SPOILT_LINES.RAS004),
  RAS005: inText('RAS005', SPOILT_LINES.RAS005),
  RAS006: inText('RAS006', SPOILT_LINES.RAS006),
  RAS007: inText('RAS007', SPOILT_LINES.RAS007),
  RAS008: inText('RAS008', SPOILT_LINES.RAS008),
} satisfies Readonly<Record<FileCode, Plant>>

/** A key of a block mapping with plain text on the same line. */
const WHOLE = /^(\s*[a-z-]+): [A-Za-z0-9][A-Za-z0-9 ./_-]*$/

function isWhole(line: string): boolean {
  return WHOLE.test(line)
}

/** One of these on lines of its own, between two keys of the whole. */
function oneOf(faults: readonly string[]): SpoilLines {
  return (lines, pick) => between(lines, pick, pick.one(faults).split('\n'))
}

/** Lines put before a key of the whole; the fault is in the one of them with this number. */
function between(lines: readonly string[], pick: Pick, put: readonly string[], fault = 0, first = 0) {
  const keys = lines.flatMap((line, i) => (/^[a-z]/.test(line) ? [i] : []))
  const at = pick.one(keys.slice(first))
  return { lines: [...lines.slice(0, at), ...put, ...lines.slice(at)], line: at + 1 + fault }
}
