import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answersFor, WAYS } from '../../src/audit/answers-for.js'
import { sceneOf } from '../../src/audit/child.js'
import { aroundOf } from '../../src/audit/choices.js'
import { laddersOf } from '../../src/audit/ladders.js'
import {
  has,
  highest,
  limited,
  membersOf,
  type Points,
  plus,
  pointsOf,
  reaches,
  stretch,
  times,
  union,
} from '../../src/audit/points.js'
import { reachesOf } from '../../src/audit/reachable.js'
import { readsOfNode } from '../../src/audit/reads.js'
import { assessmentWith } from '../../src/audit/routing-cases.js'
import { allocate, auditTable, loadTable, principleOf } from '../../src/index.js'
import { planOf } from '../../src/load/table.js'
import { must } from '../../src/must.js'
import { shuffled, tableText } from '../support/arbitrary/text.js'
import { declaredCodes } from '../support/faults.js'
import { type Loaded, law, property } from '../support/law.js'
import { falls } from '../support/rank.js'

const read = (name: string) => loadTable(readFileSync(`tables/${name}.yaml`, 'utf8'))

describe('sets of points', () => {
  const some: fc.Arbitrary<Points> = fc.oneof(
    fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 7 }).map(pointsOf),
    fc
      .tuple(fc.nat({ max: 9 }), fc.nat({ max: 6 }), fc.integer({ min: 1, max: 4 }))
      .map(([from, count, step]) => stretch(from, from + count * step, step)),
  )
  const rising = (values: readonly number[]) => [...new Set(values)].sort((a, b) => a - b)
  const members = (points: Points | null) => (points === null ? 'too many' : membersOf(points))

  property(
    'add up, join and are limited as their members are',
    fc.tuple(some, some, fc.nat({ max: 60 })),
    ([a, b, at]) => {
      const [left, right] = [membersOf(a), membersOf(b)]
      const each = (of: (x: number, y: number) => number) => rising(left.flatMap((x) => right.map((y) => of(x, y))))
      expect(members(plus(a, b))).toEqual(each((x, y) => x + y))
      expect(members(highest(a, b))).toEqual(each(Math.max))
      expect(members(union(a, b))).toEqual(rising([...left, ...right]))
      expect(members(times(a, at))).toEqual(rising(left.map((x) => x * at)))
      expect(members(limited(a, at))).toEqual(rising(left.map((x) => Math.min(x, at))))
      expect(has(a, at)).toBe(left.includes(at))
      expect(reaches(a, at, at + 5)).toBe(left.some((x) => x >= at && x < at + 5))
    },
  )
})

describe('what can be reached', () => {
  law('holds every score of every case', ({ loaded, budget }) => {
    const plan = planOf(loaded)
    const form = Math.max(0, [...plan.forms.keys()].indexOf(budget.needs.form ?? ''))
    const all = reachesOf(plan)
    for (const { id, points } of budget.scores) {
      const node = must(plan.nodes.find((one) => one.id === id))
      const reach = all[node.index]?.[form]
      if (reach) expect(has(reach.points, Math.round(points * node.den))).toBe(true)
    }
  })

  law('where it is exact, is reached by answers that are found', ({ loaded, number }) => {
    const plan = planOf(loaded)
    const all = reachesOf(plan)
    const [form] = [...plan.forms.keys()]
    const { asks } = form === undefined ? plan.formless : must(plan.forms.get(form))
    for (const node of plan.nodes) {
      const reach = all[node.index]?.[0]
      const reads = readsOfNode(plan, node)
      const weighted = [...reads.nodes].some((index) => plan.nodes[index]?.weight)
      if (!reach?.exact || weighted) continue
      const members = membersOf(reach.points)
      const target = must(members[number % members.length])
      const on = { plan, asks, reaches: all, form: 0, way: must(WAYS[number % WAYS.length]) }
      const coming = must(answersFor(on, node, target) ?? undefined)
      const concern = { reads, grids: [], conditions: [] }
      const around = must(aroundOf(plan, reads, []).find((one) => one.form === (form ?? null)))
      const scene = sceneOf(plan, assessmentWith(laddersOf(plan, concern, around), coming))
      if (scene?.reading.scored) expect(scene.nodes[node.index]).toBe(target)
    }
  })
})

describe('an audit', () => {
  const few = (title: string, holds: (one: Loaded) => void) =>
    law(title, (one) => {
      if (one.number % 10 === 0) holds(one)
    })

  few(
    'is plain JSON, has six principles in order, and is the same however the table is written',
    ({ loaded, table, number }) => {
      const audit = auditTable(loaded, { tries: 200 })
      expect(JSON.parse(JSON.stringify(audit))).toEqual(audit)
      expect(audit.principles.map(({ principle }) => principle)).toEqual([1, 2, 3, 4, 5, 6])
      const again = auditTable(loadTable(tableText(shuffled(table, number))), { tries: 200 })
      expect(again).toEqual(audit)
    },
  )

  few('shows a fall by two cases that differ in need alone, and that the engine works out so', ({ loaded }) => {
    const plan = planOf(loaded)
    for (const one of auditTable(loaded, { tries: 500 }).lines) {
      if (one.verdict !== 'counterexample') continue
      const { less, more } = one.counterexample
      const index = plan.lines.findIndex(({ id }) => id === one.line)
      const [a, b] = [allocate(less.assessment, loaded), allocate(more.assessment, loaded)]
      expect(falls(a, b, index)).toBe(true)
      expect([a.lines[index]?.amount, b.lines[index]?.amount]).toEqual([less.amount, more.amount])
      expect([b.needs.facts, b.needs.form]).toEqual([a.needs.facts, a.needs.form])
      for (const [id, points] of Object.entries(a.needs.scores))
        expect(b.needs.scores[id]).toBeGreaterThanOrEqual(points)
      const [before, after] = [sceneOf(plan, less.assessment), sceneOf(plan, more.assessment)]
      for (const [i, { id, when }] of plan.questions.entries())
        if (when === null || more.assessment.answers?.[id] !== undefined)
          expect(after?.reading.points[i]).toBeGreaterThanOrEqual(before?.reading.points[i] ?? 0)
    }
  })

  few('has every finding under the principle that its code names, and only there', ({ loaded }) => {
    for (const { principle, findings, verdict } of auditTable(loaded, { tries: 200 }).principles) {
      expect(findings.map(principleOf)).toEqual(findings.map(() => principle))
      expect(verdict === 'upheld').toBe(findings.length === 0)
      if (verdict === 'breach') expect([3, 6]).toContain(principle)
    }
  })

  test('a code of the eighth family is numbered by its principle', () => {
    const codes = declaredCodes().filter((code) => code.startsWith('RAS8'))
    expect(codes.length).toBeGreaterThan(12)
    const named = readFileSync('src/principle.ts', 'utf8')
    for (const code of codes) expect(named).toContain(`${code}: ${code[4]},`)
  })
})

describe('the shipped tables', () => {
  test.each(['norfolk/short-breaks-primary', 'herefordshire/high-needs-matrix', 'westmarch/children-2026-27'])(
    '%s breaks no principle',
    (name) => {
      const { principles, scores } = auditTable(read(name))
      expect(principles.filter(({ verdict }) => verdict === 'breach')).toEqual([])
      expect(scores.filter(({ reach }) => reach !== 'exact')).toEqual([])
    },
  )

  test.each([
    ['norfolk/short-breaks-primary', 200000, '170', '171'],
    ['herefordshire/high-needs-matrix', 243600, '49', '50'],
  ])('the largest cliff of %s is the published one', (name, pence, from, to) => {
    expect(auditTable(read(name)).cliffs[0]).toMatchObject({ by: 'one point', pence, from, to })
  })
})
