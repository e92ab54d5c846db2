import { allocate } from '../../src/index.js'
import type { GeneratedCase } from './arbitrary/case.js'
import { type Construct, constructs, constructsIn } from './constructs.js'
import {
  type Cell,
  type Column,
  docsColumn,
  findingColumn,
  generatedColumn,
  goldenColumn,
  type Hints,
  type Lookup,
  sentenceColumn,
} from './constructs-columns.js'
import { type Evidence, GENERATED, isOpen, noEvidence } from './constructs-evidence.js'
import { covering } from './constructs-exempt.js'
import { confirm, giveOtherwise, markTexts, search } from './constructs-search.js'
import { compiled, generatedCases, generatedSubject, goldenSubjects, type Subject } from './constructs-subjects.js'
import { compareWithOracle } from './oracle/compare.js'

/** A construct with what shows it in each column; null where nothing does. */
export interface Row extends Construct {
  readonly cells: Readonly<Record<Column, Cell | null>>
}

export interface Matrix {
  readonly rows: readonly Row[]
  /** Where the library and the oracle part, on a table of the generator or on an altered one of a golden case. */
  readonly apart: readonly string[]
}

/** Works the whole matrix out. `hints` are where to look first; without them it looks everywhere. */
export function matrix(hints: Hints): Matrix {
  const all = constructs()
  const golden = goldenSubjects()
  const generated = generatedCases()
  const evidence = evidenceOf(golden, generated, hints)
  const trees = generated.map(({ table }) => table)
  const ofGenerator = generatedColumn(trees)
  const lookups: Readonly<Record<Column, Lookup>> = {
    docs: docsColumn(all),
    golden: goldenColumn(all, golden, evidence),
    property: ofGenerator,
    oracle: ofGenerator,
    sentence: sentenceColumn(evidence),
    finding: findingColumn(all, [...golden.map(({ tree }) => tree), ...trees], hints),
  }
  const { docs, golden: inCases, property, oracle, sentence, finding } = lookups
  const rows = all.map((one) => ({
    ...one,
    cells: {
      docs: docs(one),
      golden: inCases(one),
      property: property(one),
      oracle: oracle(one),
      sentence: sentence(one),
      finding: finding(one),
    },
  }))
  return { rows, apart: [...evidence.apart, ...generated.flatMap(parting)] }
}

/** How often a construct is altered at most, and in how many tables of the generator. */
const TRIES = { golden: 10, generated: 40, exempt: 2 }
const TABLES = 20

function evidenceOf(golden: readonly Subject[], generated: readonly GeneratedCase[], hints: Hints): Evidence {
  const evidence = noEvidence()
  const isSilent = (name: string) => !evidence.sentence.has(name) && !isExempt(name)
  follow(hints, golden, evidence)
  for (const subject of golden) markTexts(subject, evidence)
  for (const subject of golden) giveOtherwise(subject, evidence)
  search(golden, evidence, (name) => {
    const isSaid = evidence.sentence.has(name) || hints.get(name)?.sentence?.by === GENERATED
    const isFollowed = hints.has(name) && evidence.golden.has(name) && isSaid
    return isExempt(name) || isFollowed || !isOpen(evidence, name) ? 0 : TRIES.golden
  })
  search(golden.map(shortened), evidence, (name) => (isExempt(name) && isOpen(evidence, name) ? TRIES.exempt : 0))
  const silent = constructs().flatMap(({ name }) => (isSilent(name) ? [name] : []))
  const subjects = using(generated, silent).map(generatedSubject)
  for (const subject of subjects) markTexts(subject, evidence)
  for (const subject of subjects) giveOtherwise(subject, evidence)
  search(subjects, evidence, (name) => (isSilent(name) ? TRIES.generated : 0))
  return evidence
}

function shortened(subject: Subject): Subject {
  return { ...subject, cases: subject.cases.slice(0, 3) }
}

/** Looks in the cases that the page names. */
function follow(hints: Hints, subjects: readonly Subject[], evidence: Evidence): void {
  const cases = subjects.flatMap((subject) => subject.cases.map((one) => [one.name, { subject, one }] as const))
  const places = new Map(cases)
  for (const [name, { golden, sentence }] of hints) {
    const isShown = () => {
      const shown = evidence.golden.get(name)
      return shown !== undefined && (shown.hasFigures || golden?.isLess === true)
    }
    const isSaid = () => evidence.sentence.has(name)
    const inFigures = places.get(golden?.isLess && isExempt(name) ? '' : (golden?.by ?? ''))
    const inWords = places.get(sentence?.by ?? '')
    if (inFigures && inFigures === inWords) confirm(name, inWords, evidence, () => isShown() && isSaid())
    else {
      if (inFigures) confirm(name, inFigures, { ...evidence, sentence: new Map() }, isShown)
      if (inWords) confirm(name, inWords, { ...evidence, golden: new Map() }, isSaid)
    }
  }
}

function isExempt(name: string): boolean {
  return covering('sentence', name).length > 0
}

/** Of each of these constructs, the first tables that use it. */
function using(generated: readonly GeneratedCase[], names: readonly string[]): readonly GeneratedCase[] {
  const left = new Map(names.map((name) => [name, TABLES]))
  return generated.filter(({ table }) => {
    const wanted = [...constructsIn(table)].filter((name) => (left.get(name) ?? 0) > 0)
    for (const name of wanted) left.set(name, (left.get(name) ?? 0) - 1)
    return wanted.length > 0
  })
}

function parting({ table: tree, assessment }: GeneratedCase, i: number): readonly string[] {
  const table = compiled(tree)
  const differences = table ? compareWithOracle(allocate(assessment, table), tree, assessment) : ['it is no table']
  return differences.map((one) => `table ${i} of the generator: ${one}`)
}
