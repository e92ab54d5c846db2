import { explain } from '../../src/index.js'
import { constructs } from './constructs.js'
import { type Alteration, alteration, type Group, marked, VARIANTS } from './constructs-altered.js'
import { effectOn } from './constructs-effects.js'
import { type Evidence, isOpen, keep } from './constructs-evidence.js'
import { givenOtherwise } from './constructs-given.js'
import { type Case, compiled, type Subject, worked } from './constructs-subjects.js'

/** In one table, no more than this many groups of places of one construct are altered in a search. */
const GROUPS = 2

/** Alters every construct in one table after another, until `tries` are used up: how many there are still to be now. */
export function search(subjects: readonly Subject[], evidence: Evidence, tries: (name: string) => number): void {
  for (const { name } of constructs()) {
    let made = 0
    for (const [subject, altered] of alterations(name, subjects, GROUPS)) {
      if (made >= tries(name)) break
      attempt(subject, altered, evidence)
      made++
    }
  }
}

/** A case, and the table that it is worked out with. */
export interface Placed {
  readonly subject: Subject
  readonly one: Case
}

/** Alters one construct in the table of one case, in every way there is, until `isDone`. Nothing is kept of others. */
export function confirm(name: string, { subject, one }: Placed, evidence: Evidence, isDone: () => boolean): void {
  for (const [, { of, tree }] of alterations(name, [subject], Number.POSITIVE_INFINITY)) {
    if (isDone()) return
    attempt({ ...subject, cases: [one] }, { of: [name], tree }, evidence, readsAsCondition(of))
  }
}

/** The changes of one construct: one of each table first, then another of each. */
function* alterations(name: string, subjects: readonly Subject[], most: number): Generator<[Subject, Alteration]> {
  for (const variant of VARIANTS)
    for (const subject of subjects)
      for (const group of first(subject.groups.get(name), most)) {
        const altered = alteration(subject.tree, group, subject.names, variant)
        if (altered) yield [subject, altered]
      }
}

function first(groups: readonly Group[] = [], most: number): readonly Group[] {
  return groups.slice(0, most)
}

/** Of a condition, the words are to be seen, and not the figures that hang on it. */
function readsAsCondition(of: readonly string[]): boolean {
  return of.at(-1)?.startsWith('when ') ?? false
}

/** Makes one change, and keeps what it does to each case until nothing more is wanted. */
function attempt(
  subject: Subject,
  { of, tree }: Alteration,
  evidence: Evidence,
  wordsOnly: boolean = readsAsCondition(of),
): void {
  const table = compiled(tree)
  for (const one of table ? subject.cases : []) {
    if (!table || !of.some((name) => isOpen(evidence, name))) return
    const { assessment } = one
    keep(evidence, of, one.isGolden ? one.name : null, effectOn(subject, one, { tree, table, assessment, wordsOnly }))
  }
}

/** Gives every fact otherwise: a kind of fact can have nothing in it that could be altered. */
export function giveOtherwise(subject: Subject, evidence: Evidence): void {
  const { tree, table } = subject
  for (const { of, one, assessment } of givenOtherwise(subject))
    if (of.some((name) => isOpen(evidence, name))) {
      const effect = effectOn(subject, one, { tree, table, assessment, wordsOnly: false })
      keep(evidence, of, one.isGolden ? one.name : null, effect)
    }
}

/** Marks the free texts of a table, all at once: a text is said where its mark comes out. */
export function markTexts({ tree, spots, cases }: Subject, evidence: Evidence): void {
  const { tree: changed, marks } = marked(tree, spots)
  const table = compiled(changed)
  for (const { name, isGolden, assessment } of table ? cases : []) {
    const budget = table && worked(assessment, table)
    if (!budget) continue
    const [said, kept] = [explain(budget, table, { format: 'markdown' }), JSON.stringify(budget)]
    for (const [mark, of] of marks) {
      const moves = kept.includes(mark) ? 'budget' : null
      keep(evidence, of, isGolden ? name : null, { moves, says: said.includes(mark), apart: [] })
    }
  }
}
