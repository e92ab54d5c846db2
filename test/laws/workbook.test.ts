import { describe, expect } from 'vitest'
import { viewOf } from '../../src/explain/view.js'
import { allocate, safeAllocate, safeLoadTable } from '../../src/index.js'
import { planOf } from '../../src/load/table.js'
import { must } from '../../src/must.js'
import { evaluator } from '../../src/workbook/formula/evaluate.js'
import type { Program } from '../../src/workbook/program/program.js'
import { tableText } from '../support/arbitrary/text.js'
import { type Loaded, law } from '../support/law.js'
import { lawOfSeveral } from '../support/several.js'
import { differences, expectedOf, filledProgram, inputsFor, sayable, strayCaps } from '../support/workbook.js'
import { assessmentFrom } from '../support/workbook-answers.js'
import { changedFigure } from '../support/workbook-figures.js'

/** What a person may type into a cell of the questionnaire, most of it wrong. */
const TYPED = [
  '',
  ' ',
  'garbage',
  '*',
  '?*',
  '~',
  'NONE',
  'none ',
  'refused',
  'unknown',
  'yes',
  'YES',
  '=1+1',
  'not-applicable',
  -1,
  0,
  1,
  7,
  0.005,
  12.345,
  21.5,
  46000,
  45000.5,
  1e9,
  1e300,
]

describe('a workbook says what the library says', () => {
  law('every figure, state and flag of a generated table', ({ loaded, assessment, budget }) => {
    const program = sayable(loaded)
    if (!program) return
    const values = evaluator(program)(inputsFor(program, loaded, assessment))
    const { id } = planOf(loaded)
    expect(differences(expectedOf(budget, id), values)).toEqual([])
    expect(strayCaps(budget, id, program, values)).toEqual([])
  })

  law('blank or half filled in, nothing is an error and no figure stands', ({ loaded, assessment, number }) => {
    const program = sayable(loaded)
    if (!program) return
    const full = [...inputsFor(program, loaded, assessment)]
    const evaluate = evaluator(program)
    for (const kept of [0, number % (full.length + 1)]) {
      const values = evaluate(new Map(full.slice(0, kept)))
      expect(program.quantities.filter(({ id }) => typeof values(id) === 'object').map(({ id }) => id)).toEqual([])
      if (values('ready') === 0) for (const { id, waits } of program.quantities) if (waits) expect(values(id)).toBe('')
    }
    expect(evaluate(new Map())('ready')).toBe(0)
  })

  law('whatever is typed in one cell, it is ready just where the library reads it, and then says the same', (one) => {
    const { loaded, assessment, number } = one
    const program = sayable(loaded)
    if (!program) return
    const plan = planOf(loaded)
    const full = inputsFor(program, loaded, assessment)
    const evaluate = evaluator(program)
    for (const [id, typed] of typedIn(program, one)) {
      const inputs = new Map(full).set(id, typed)
      // A level with points beside it is refused here, and read by the library where the two agree.
      if (isBoth(inputs, id)) continue
      const values = evaluate(inputs)
      const result = safeAllocate(assessmentFrom(plan, inputs), loaded)
      expect([id, typed, values('ready') === 1, number]).toEqual([id, typed, result.success, number])
      if (result.success) expect(differences(expectedOf(result.data, plan.id), values)).toEqual([])
      else expect(values('missing')).not.toBe(0)
    }
  })
})

describe('a workbook of several tables', () => {
  lawOfSeveral('says what the library says of all of them', ({ each, assessment }) => {
    const tables = each.map(({ loaded }) => loaded)
    const filled = filledProgram(tables, assessment)
    if (!filled) return
    const values = evaluator(filled.program)(filled.inputs)
    const all = allocate(assessment, tables)
    expect(values('ready')).toBe(1)
    expect(values('total/settled')).toBe(all.total.settled)
    expect(values('total/open')).toBe(all.total.waiting.length)
    for (const { id, loaded } of each) {
      const own = new Map([...expectedOf(viewOf(all, loaded), id)].filter(([what]) => what.startsWith(`${id}/`)))
      expect(differences(own, values)).toEqual([])
    }
  })
})

describe('a figure that is changed in a draft', () => {
  law('gives what the library gives by the table with that figure', (one) => {
    const { loaded, assessment, number, table } = one
    const program = sayable(loaded)
    if (!program?.tables[0]?.live) return
    const change = changedFigure(program, table, number)
    const changed = change && safeLoadTable(tableText(change.table))
    if (!changed?.success) return
    // By level where the answer was given in points: what points mean hangs on the figures.
    const inputs = inputsFor(program, loaded, assessment)
    const result = safeAllocate(assessmentFrom(planOf(loaded), inputs), changed.data)
    if (!result.success) return
    const values = evaluator(program)(inputs, change?.figures)
    expect(differences(expectedOf(result.data, loaded.id), values)).toEqual([])
  })
})

/** A few cells, each with something typed into it. */
function typedIn(program: Program, { number }: Loaded): readonly (readonly [string, string | number])[] {
  const cells = program.inputs.filter(({ id }) => id !== 'case' && id !== 'exceptional/because')
  return [0, 1, 2].map((i) => {
    const n = Math.floor(number / (i + 1)) + i
    return [must(cells[n % cells.length]).id, must(TYPED[Math.floor(n / cells.length) % TYPED.length])]
  })
}

function isBoth(inputs: ReadonlyMap<string, string | number>, id: string): boolean {
  const [level, points] = id.endsWith('/points') ? [id.slice(0, -'/points'.length), id] : [id, `${id}/points`]
  return (inputs.get(level) ?? '') !== '' && (inputs.get(points) ?? '') !== ''
}
