import * as fc from 'fast-check'
import { type AllocationTable, type Assessment, allocate, type IndicativeBudget, loadTable } from '../../src/index.js'
import { arbitraryCase, type GeneratedCase } from './arbitrary/case.js'
import type { TableTree } from './arbitrary/known.js'
import { tableText } from './arbitrary/text.js'
import { lawOver, RUNS } from './law.js'
import { at, entries, text } from './oracle/tree.js'

/** One of several tables, with the assessment that it alone would have, and its budget. */
export interface One {
  readonly id: string
  readonly table: TableTree
  readonly loaded: AllocationTable
  readonly assessment: Assessment
  readonly budget: IndicativeBudget
}

/** Several tables by id, one assessment for all of them, and a number for any choice a law makes. */
export interface Several {
  readonly each: readonly One[]
  readonly assessment: Assessment
  readonly number: number
}

/** `a` sorts before `a-b` as a table, and `a-b/x` before `a/x` as a text. */
const IDS = ['a', 'a-b', 'b']

/** A law over two or three valid tables that share no line, and one assessment for all, its names plain where they may be. */
export const lawOfSeveral = lawOver(
  () => fc.array(arbitraryCase(), { minLength: 2, maxLength: 3 }).filter(shareNoLine),
  (cases, number): Several => {
    const each = cases.map((made, i) => alone(made, IDS[i] ?? '', cases[0]?.assessment ?? made.assessment))
    return { each, assessment: together(each, number), number }
  },
  Math.ceil(RUNS / 4),
)

function shareNoLine(cases: readonly GeneratedCase[]): boolean {
  const all = cases.flatMap(({ table }) =>
    entries(table, 'lines').map(([id, line]) => `${id} ${text(table, 'streams', text(line, 'stream'), 'law')}`),
  )
  return new Set(all).size === all.length
}

/** A table by another id, its titles its own, with what is said of the case itself as in the first assessment. */
function alone({ table, assessment }: GeneratedCase, id: string, first: Assessment): One {
  const lines = Object.fromEntries(
    entries(table, 'lines').map(([line, under]) => [
      line,
      { ...Object(under), title: `${text(under, 'title')} ${id} ${line}` },
    ]),
  )
  const tree = { ...table, id, lines }
  const { outcomes, participants: _, exceptional: __, ...own } = assessment
  const { participants, exceptional } = first
  const hopes = outcomes?.filter(({ outcome }) => outcome !== undefined) ?? []
  const given: Assessment = {
    ...own,
    case: first.case,
    date: first.date,
    ...(participants ? { participants } : {}),
    ...(exceptional ? { exceptional } : {}),
    outcomes: [...hopes, HOPE],
  }
  const loaded = loadTable(tableText(tree), { file: `${id}.yaml` })
  return { id, table: tree, loaded, assessment: given, budget: allocate(given, loaded) }
}

const HOPE = { words: 'I want to be asked' }

/** One assessment for all: a name stands plain where every table that knows it was given the same, or one counts before it. */
function together(each: readonly One[], number: number): Assessment {
  const [first] = each
  if (!first) throw new RangeError('no table')
  const forms = each.flatMap(({ id, assessment: { form } }) => (typeof form === 'string' ? [[id, form] as const] : []))
  const one = forms[0]?.[1]
  const alike = new Set(forms.map(([, form]) => form)).size === 1 && number % 2 === 0
  const { case: which, date, participants, exceptional } = first.assessment
  return {
    case: which,
    date,
    ...(alike && one !== undefined ? { form: one } : forms.length > 0 ? { form: Object.fromEntries(forms) } : {}),
    ...(participants ? { participants } : {}),
    ...(exceptional ? { exceptional } : {}),
    facts: mixed(each, number, 'facts', ({ table }) => entries(table, 'facts').map(([id]) => id)),
    answers: mixed(each, number, 'answers', ({ table }) =>
      entries(table, 'questions').flatMap(([, group]) => entries(group, 'ask').map(([id]) => id)),
    ),
    scores: mixed(each, number, 'scores', ({ table }) =>
      entries(table, 'scores').flatMap(([id, score]) => (at(score, 'brought') === undefined ? [] : [id])),
    ),
    outcomes: [
      ...each.flatMap(({ id, assessment }) =>
        (assessment.outcomes ?? []).flatMap(({ outcome, words }) =>
          outcome === undefined ? [] : [{ outcome: `${id}/${outcome}`, words }],
        ),
      ),
      HOPE,
    ],
  }
}

function mixed<P extends 'facts' | 'answers' | 'scores'>(
  each: readonly One[],
  number: number,
  part: P,
  ids: (one: One) => readonly string[],
): NonNullable<Assessment[P]> {
  const found: Record<string, unknown> = {}
  for (const [i, one] of each.entries())
    for (const [name, value] of Object.entries(one.assessment[part] ?? {})) {
      const others = each.filter((other) => ids(other).includes(name))
      const same = others.every(({ assessment }) => JSON.stringify(assessment[part]?.[name]) === JSON.stringify(value))
      const plain = same && (number >> (name.length + (name.charCodeAt(0) % 8))) % 2 === 0
      found[plain ? name : `${one.id}/${name}`] = value
      // What is given for each table by itself counts before what is given for all.
      const own = !same && others.every(({ assessment }) => assessment[part]?.[name] !== undefined)
      if (own && (number + i) % 3 === 0) found[name] = value
    }
  return found as NonNullable<Assessment[P]>
}
