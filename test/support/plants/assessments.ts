import type { Code } from '../../../src/diagnostic.js'
import { type Located, loadTable, safeReadAssessment } from '../../../src/index.js'
import { makeAssessment } from '../arbitrary/assessment.js'
import type { Pick } from '../arbitrary/choices.js'
import type { TableTree } from '../arbitrary/known.js'
import { isList, put } from '../arbitrary/planted-tree.js'
import { makeTable } from '../arbitrary/table.js'
import { tableText } from '../arbitrary/text.js'
import type { Tree } from '../oracle/tree.js'
import { at, entries, has } from '../oracle/tree.js'

import { furnished, GROUP, idsIn, LINE, OTHER, QUESTION, withFact } from './furnished.js'
import { FILE, type Plant } from './plant.js'
import { type Path, written } from './written.js'

/** The codes that only an assessment can have. */
type AssessmentCode = 'RAS402' | Extract<Code, `RAS62${string}` | `RAS63${string}`>

/** An assessment that was spoilt, and the place that must be told. */
interface SpoiltCase {
  readonly tree: TableTree
  readonly at: Path
  readonly on?: 'key' | 'value'
  readonly with?: readonly Code[]
}

type SpoilCase = (tree: TableTree, pick: Pick, table: TableTree) => SpoiltCase | null

export const ANSWER = ['answers', QUESTION]

/** Faults that only an assessment can have. */
export const assessmentPlants = {
  RAS402: inCase('RAS402', (tree, pick) => {
    const date = pick.one(['2026-02-30', '1 May 2026', '01/05/2026', '2026-5-1', '2026-13-01', 'today'])
    return { tree: put(tree, ['date'], date), at: ['date'] }
  }),
  RAS620: inCase('RAS620', (tree, pick) => {
    if (pick.chance(40)) return { tree: put(tree, ANSWER, { view: 'It is hard' }), at: ANSWER, on: 'key' }
    return { tree: put(tree, ANSWER, undefined), at: ['answers'], on: 'key' }
  }),
  RAS621: inCase('RAS621', (tree, pick) => {
    const level = pick.one(['severe', 'Some', '8', 'some ', 'yes'])
    if (pick.chance(50)) return { tree: put(tree, ANSWER, level), at: ANSWER }
    return { tree: put(tree, ANSWER, { level, evidence: 'A letter' }), at: [...ANSWER, 'level'] }
  }),
  RAS622: inCase('RAS622', (tree, pick) => {
    const points = pick.one(['8', '21.5', '0', 'many'])
    return { tree: put(tree, ANSWER, { level: 'lots', points }), at: [...ANSWER, 'points'] }
  }),
  RAS623: inCase('RAS623', (tree, pick) => {
    const points = pick.one(['7', '8.5', '22', '-1', '', 'many', '8.001'])
    return { tree: put(tree, ANSWER, { points }), at: [...ANSWER, 'points'] }
  }),
  RAS624: inCase('RAS624', (tree, pick) => {
    if (pick.chance(70)) return { tree: put(tree, ANSWER, 'not-applicable'), at: ANSWER }
    return { tree: put(tree, ANSWER, { level: 'not-applicable' }), at: [...ANSWER, 'level'] }
  }),
  RAS625: inCase(
    'RAS625',
    (tree) => {
      if (at(tree, 'form') === 'planted-form') return null
      return { tree: put(tree, ANSWER, 'some'), at: ANSWER, on: 'key' }
    },
    (table) => {
      const one = put(table, ['forms', 'planted-form'], { title: 'A form' })
      const others = Array.from({ length: 8 }, (_, i) => `planted-form-${i}`)
      const all = others.reduce((now, id) => put(now, ['forms', id], { title: 'Another form' }), one)
      return put(all, ['questions', GROUP, 'ask', QUESTION, 'forms'], ['planted-form'])
    },
  ),
  RAS626: inCase(
    'RAS626',
    (tree) => {
      const facts = at(tree, 'facts')
      const only = entries(facts).length === 1
      const left = put(tree, ['facts', 'planted-so'], undefined)
      return { tree: only ? put(tree, ['facts'], {}) : left, at: ['facts'], on: 'key' }
    },
    circumstance,
  ),
  RAS627: inCase(
    'RAS627',
    (tree, pick) => {
      const path = ['facts', 'planted-so']
      return { tree: put(tree, path, pick.one(['perhaps', '1', '', 'Yes', { so: 'yes' }, ['yes']])), at: path }
    },
    circumstance,
  ),
  RAS628: inCase('RAS628', (tree, pick, table) => {
    const forms = idsIn(table, 'forms')
    if (forms.length === 0) return { tree: put(tree, ['form'], 'a-form'), at: ['form'], on: 'key' }
    if (pick.chance(30)) return { tree: put(tree, ['form'], undefined), at: [] }
    return { tree: put(tree, ['form'], 'no-such-form'), at: ['form'] }
  }),
  RAS629: inCase(
    'RAS629',
    (tree, pick, table) => {
      const [age] = entries(table, 'facts').find(([, fact]) => at(fact, 'is') === 'age') ?? ['']
      return { tree: put(tree, ['facts', age], pick.one(['5', '0', '12', '25'])), at: ['form'], with: ['RAS625'] }
    },
    (table) => {
      const [aged] = withFact(put(table, ['forms'], table.forms ?? { 'planted-form': { title: 'A form' } }), {
        is: 'age',
      })
      return idsIn(aged, 'forms').reduce(
        (all, id) => put(put(all, ['forms', id, 'from-age'], '6'), ['forms', id, 'below-age'], '12'),
        aged,
      )
    },
  ),
  RAS630: inCase(
    'RAS630',
    (tree, pick) => {
      const path = ['facts', 'planted-decision']
      return { tree: put(tree, path, pick.one<Tree>(['refused', { state: 'refused' }])), at: path }
    },
    (table) => put(table, ['facts', 'planted-decision'], { is: 'decision', by: 'The panel', review: 'In writing' }),
  ),
  RAS631: inCase(
    'RAS631',
    (tree, pick) => {
      const path = ['scores', 'planted-brought']
      if (pick.chance(25)) {
        const only = entries(tree, 'scores').length === 1
        return { tree: only ? put(tree, ['scores'], {}) : put(tree, path, undefined), at: ['scores'], on: 'key' }
      }
      return { tree: put(tree, path, pick.one(['25.01', '-1', 'many', '', '1.001'])), at: path }
    },
    (table) => {
      const brought = put(table, ['scores', 'planted-brought'], { brought: 'A form', 'at-most': '25' })
      return put(brought, ['lines', LINE, 'price', 'look-up'], 'planted-brought')
    },
  ),
  RAS632: inCase('RAS632', (tree, pick) => {
    const name = pick.one(['Jo Westmarch', 'jo', '', 'a 1', '-1', '1'.repeat(65)])
    return { tree: put(tree, ['case'], name), at: ['case'] }
  }),
  RAS633: inCase(
    'RAS633',
    (tree) => {
      const begun = put(tree, ['facts', 'planted-start'], '2026-09-01')
      return { tree: put(begun, ['facts', 'planted-end'], '2026-08-31'), at: ['facts', 'planted-end'] }
    },
    (table) => {
      const facts = put(put(table, ['facts', 'planted-start'], { is: 'start' }), ['facts', 'planted-end'], {
        is: 'end',
      })
      const part = { start: 'planted-start', end: 'planted-end', 'year-from': '04-01', in: 'months' }
      return put(facts, ['lines', LINE, 'part-year'], part)
    },
  ),
  RAS634: inCase(
    'RAS634',
    (tree) => ({
      tree: put(put(tree, ANSWER, 'none'), ['answers', OTHER], 'often'),
      at: ['answers', OTHER],
      on: 'key',
    }),
    (table) =>
      put(table, ['questions', GROUP, 'ask', OTHER, 'asked-when'], { question: QUESTION, is: ['some', 'lots'] }),
  ),
} satisfies Readonly<Record<AssessmentCode, Plant>>

/** Makes a table and a valid assessment for it, spoils one thing in the assessment, and looks. */
export function inCase(code: Code, spoil: SpoilCase, alter: Alter = (table) => table): Plant {
  return (pick) => {
    const { table, sound, look } = ground(pick, alter) ?? {}
    if (!table || !sound || !look) return null
    const spoilt = spoil(sound, pick, table)
    if (spoilt === null) return null
    const { text, lineOf } = written(pick, spoilt.tree)
    const line = lineOf(spoilt.at, spoilt.on)
    return { found: look(text), code, file: FILE, line, before: () => [], with: spoilt.with ?? [], text }
  }
}

/** A table, and an assessment as a tree of text that is valid for it; null where it is not. */
export function ground(pick: Pick, alter: Alter) {
  const table = alter(everyoneScored(furnished(makeTable(pick))), pick)
  const loaded = loadTable(tableText(table))
  const made = inText(makeAssessment(pick, table))
  const answered = has(at(made, 'answers'), QUESTION)
  const sound = answered ? put(put(made, ANSWER, 'some'), ['answers', OTHER], 'often') : made
  const look = (text: string): readonly Located[] => {
    const result = safeReadAssessment(text, loaded, { file: FILE })
    return result.success ? [] : result.error.findings
  }
  return safeReadAssessment(sound, loaded).success ? { table, sound, look } : null
}

/** Makes of a table one in which the fault has a place. */
type Alter = (table: TableTree, pick: Pick) => TableTree

/** No child is too young to be scored: of one who is, nothing is required. */
function everyoneScored(table: TableTree): TableTree {
  return idsIn(table, 'forms').reduce((all, id) => {
    const open = put(all, ['forms', id, 'not-scored-below'], undefined)
    return put(open, ['forms', id, 'refer-to'], undefined)
  }, table)
}

function circumstance(table: TableTree): TableTree {
  return put(table, ['facts', 'planted-so'], { is: 'circumstance', means: 'It is so' })
}

/** The same as text: an assessment may have numbers, and yes or no as JSON has them. */
function inText(assessment: unknown): TableTree {
  const tree = treeOf(assessment)
  if (typeof tree === 'string' || isList(tree)) throw new TypeError('an assessment is a mapping')
  return tree
}

function treeOf(value: unknown): Tree {
  if (Array.isArray(value)) return value.map(treeOf)
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, treeOf(inner)]))
}
