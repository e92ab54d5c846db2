import type { Assessment } from '../../../src/score/needs.js'
import { exampleTable } from './example.js'
import { oracle } from './oracle.js'
import type { OracleBudget, OracleLine } from './result.js'
import type { Tree } from './tree.js'

const levels = [{ none: '0' }, { some: '1' }, { lots: '3' }]
const facts = {
  age: { is: 'age' },
  where: { is: 'setting', 'one-of': ['school', 'home'] },
  band: { is: 'judged-band', 'one-of': ['none', 'some-help', 'lots'], by: 'A worker' },
  agreed: { is: 'entitlement', of: 'hours a month', 'at-most': '120', by: 'A panel' },
  other: { is: 'other-package', a: 'week', 'weeks-a-year': '50', 'at-most': '100', by: 'A team' },
  before: { is: 'previous-budget', a: 'month', 'at-most': '1000' },
  begins: { is: 'start' },
  ends: { is: 'end' },
  panel: { is: 'decision', by: 'A panel', review: 'Write to it.' },
}
const questions = {
  home: {
    title: 'Home',
    outcome: 'safe',
    ask: {
      nights: { text: 'Nights', kinds: { turning: levels, settling: [{ some: '2' }] }, 'may-be-left': 'yes' },
      rescue: { text: 'Rescue', levels, 'asked-when': { question: 'nights', is: ['some'] } },
    },
  },
  out: { title: 'Out', outcome: 'active', ask: { play: { text: 'Play', levels } } },
}
const rates = { hour: { pounds: '10.01', per: 'hour', source: 's' } }
/** A child of nine, whose setting, nights and agreed hours are known. */
export const child: Assessment = {
  case: 'EX-1',
  date: '2027-04-01',
  facts: { age: 9, where: 'home', band: 'lots', agreed: '7.5', other: 10, panel: 'agreed' },
  answers: { nights: { kind: 'turning', level: 'some' }, rescue: 'lots', play: 'lots' },
  scores: { points: 10 },
}

/** The budget of some lines; what more there is stands in the place of what the table has. */
export function budget(
  lines: Readonly<Record<string, Tree>>,
  more: Record<string, Tree> = {},
  given: Partial<Assessment> = {},
) {
  return oracle(exampleTable(lines, { facts, questions, rates, ...more }), { ...child, ...given })
}

/** The one line of a table that has one line. */
export function only(written: Tree, more: Record<string, Tree> = {}, given: Partial<Assessment> = {}): OracleLine {
  const { lines } = budget({ only: written }, more, given)
  if (lines[0] === undefined) throw new Error('no line')
  return lines[0]
}

/** A hundred pounds a year, to change and to share. */
export const flat = { pounds: '100', a: 'year' }
export const points = (all: OracleBudget, id: string) => all.scores.find((one) => one.id === id)?.points
