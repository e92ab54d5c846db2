import type * as fc from 'fast-check'
import { fromChoices, type Pick } from './choices.js'

/** What one accident makes of the lines of a file. Every line has the line end that came after it. */
type Damage = (lines: readonly string[], pick: Pick) => readonly string[]

const STRANGE = ['', ' ', '\t', '\ufeff', '\u0000', '🙂', 'é\u0301', '\u2028', '\u0085', '\ud800', 'x: "', '- ', '---']
const LONG = ['x', 'x ', '[', '- ', 'a: ', '"', '# ', '🙂']

const DAMAGES: readonly Damage[] = [
  /** A line is gone, or a few. */
  (lines, pick) => {
    const at = place(lines, pick)
    return [...lines.slice(0, at), ...lines.slice(at + pick.one([1, 1, 2, 5]))]
  },
  /** A line stands elsewhere. */
  (lines, pick) => {
    const from = place(lines, pick)
    const left = without(lines, from)
    return inserted(left, place(left, pick), lines[from] ?? '')
  },
  /** Two lines have changed places. */
  (lines, pick) => {
    const [a, b] = [place(lines, pick), place(lines, pick)]
    return lines.map((line, i) => (i === a ? (lines[b] ?? '') : i === b ? (lines[a] ?? '') : line))
  },
  /** A line stands there twice. */
  (lines, pick) => {
    const at = place(lines, pick)
    return inserted(lines, at, lines[at] ?? '')
  },
  /** A line, or a few, stand further in. */
  (lines, pick) => {
    const by = pick.one([' ', '  ', '   ', '    ', '\t'])
    return some(lines, pick, (line) => `${by}${line}`)
  },
  /** A line, or a few, stand further out. */
  (lines, pick) => {
    const by = pick.int(1, 4)
    return some(lines, pick, (line) => line.replace(new RegExp(`^ {0,${by}}`), ''))
  },
  (lines, pick) => some(lines, pick, (line) => line.replace(/^( *)/, '$1# ')),
  (lines, pick) => some(lines, pick, (line) => line.replace(/^( *)# ?/, '$1').replace(/ # /, ' ')),
  /** A line goes on where it ended. */
  (lines, pick) => {
    const at = place(lines, pick)
    return lines.map((line, i) => (i === at ? line.replace(/[\r\n]+$/, pick.one(['', ' '])) : line))
  },
  /** The file ends early, within a line or after it. */
  (lines, pick) => {
    const at = place(lines, pick)
    const line = lines[at] ?? ''
    return [...lines.slice(0, at), pick.chance(50) ? line : line.slice(0, pick.int(0, line.length))]
  },
  (lines) => lines.map((line) => line.replace(/\r?\n$/, '\r\n')),
  (lines) => lines.map((line) => line.replace(/\r?\n$/, '\r')),
  (lines, pick) => some(lines, pick, (line) => line.replace(/\r?\n$/, pick.one(['\r', '\r\n']))),
  /** Something strange on a line of its own, or within a line. */
  (lines, pick) => inserted(lines, place(lines, pick), `${pick.one(STRANGE)}\n`),
  (lines, pick) => {
    const [strange, column] = [pick.one(STRANGE), pick.int(0, 60)]
    return some(lines, pick, (line) => `${line.slice(0, column)}${strange}${line.slice(column)}`)
  },
  (lines, pick) => inserted(lines, place(lines, pick), `${pick.one(LONG).repeat(pick.one([100, 5000, 60_000]))}\n`),
]

/** A text after one to five accidents that an editor, a merge or a hand can have with its lines. */
export function damaged(texts: readonly string[]): fc.Arbitrary<{ readonly index: number; readonly text: string }> {
  return fromChoices((pick) => {
    const index = smallest(texts, pick)
    let lines: readonly string[] = (texts[index] ?? '').split(/(?<=\n)/)
    for (let left = pick.one([1, 1, 2, 3, 4, 5]); left > 0; left--) lines = pick.one(DAMAGES)(lines, pick)
    return { index, text: lines.join('') }
  })
}

/** One of the texts: a text of twice the length half as often. */
function smallest(texts: readonly string[], pick: Pick): number {
  const longest = Math.max(...texts.map(({ length }) => length))
  return pick.one(texts.flatMap(({ length }, i) => Array.from({ length: Math.round(longest / length) }, () => i)))
}

function place(lines: readonly string[], pick: Pick): number {
  return pick.int(0, Math.max(0, lines.length - 1))
}

function without(lines: readonly string[], at: number): readonly string[] {
  return lines.filter((_, i) => i !== at)
}

function inserted(lines: readonly string[], at: number, line: string): readonly string[] {
  return [...lines.slice(0, at), line, ...lines.slice(at)]
}

/** Changes one line, or the few that begin with it. */
function some(lines: readonly string[], pick: Pick, how: (line: string) => string): readonly string[] {
  const from = place(lines, pick)
  const to = from + pick.one([1, 1, 1, 3, 8])
  return lines.map((line, i) => (i >= from && i < to ? how(line) : line))
}
