import { describe, expect } from 'vitest'
import { type AnswerInput, type Assessment, allocate, type IndicativeBudget, needsHash } from '../../src/index.js'
import { type Loaded, law } from '../support/law.js'
import { levelsOf } from '../support/oracle/answers.js'
import { asked } from '../support/oracle/case.js'
import { at } from '../support/oracle/tree.js'

/** Everything that is a figure or a judgement of one, and nothing that only tells of the case. */
function figures({ record: _record, notices: _notices, principles: _principles, ...rest }: IndicativeBudget): string {
  return JSON.stringify(rest)
}

/** The same needs, told otherwise: another case, another order, other words for the same answers, other people. */
function toldOtherwise({ table, assessment, budget }: Loaded): Assessment {
  const questions = new Map(asked(table))
  const answers = Object.entries(assessment.answers ?? {}).map(
    ([id, said]) => [id, reworded(questions.get(id), said)] as const,
  )
  const { format: _, participants: _people, outcomes: _hopes, ...rest } = assessment
  return {
    ...rest,
    case: 'another/7',
    ...(budget.needs.date === null ? { date: '2026-06-30' } : {}),
    participants: ['a neighbour'],
    answers: Object.fromEntries(answers.reverse()),
    facts: Object.fromEntries(Object.entries(assessment.facts ?? {}).reverse()),
    scores: Object.fromEntries(
      Object.entries(assessment.scores ?? {})
        .map(([id, points]) => [id, Number(points)])
        .reverse(),
    ),
  }
}

/** A level by itself as a mapping and the other way round; points as a number. */
function reworded(question: unknown, said: AnswerInput): AnswerInput {
  if (said === 'not-applicable') return said
  if (typeof said !== 'string') {
    const level = said.level === undefined || said.kind === undefined ? said.level : `${said.kind}/${said.level}`
    return level ?? { points: Number(said.points), view: 'a neighbour' }
  }
  const worth = levelsOf(question).find(({ name }) => name === said)?.points
  const first = levelsOf(question).find(({ points }) => Number(points) === Number(worth))
  return first?.name === said && at(question, 'kinds') === undefined
    ? { points: Number(worth) }
    : { level: said, evidence: 'a letter' }
}

describe('the same needs, the same budget', () => {
  law('whoever the child is, whoever took part, and however the answers are put', (one) => {
    const other = allocate(toldOtherwise(one), one.loaded)
    expect(needsHash(other.needs)).toBe(needsHash(one.budget.needs))
    expect(figures(other)).toBe(figures(one.budget))
  })
  law('other needs have another hash', ({ budget }) => {
    const { needs } = budget
    const hash = needsHash(needs)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(needsHash({ ...needs, askedExceptional: !needs.askedExceptional })).not.toBe(hash)
    for (const id of Object.keys(needs.answers))
      expect(needsHash({ ...needs, answers: { ...needs.answers, [id]: 'another level' } })).not.toBe(hash)
    for (const id of Object.keys(needs.facts))
      expect(needsHash({ ...needs, facts: { ...needs.facts, [id]: 'another value' } })).not.toBe(hash)
  })
})

describe('the evidence of a case', () => {
  law('is the same six principles, names lines of the budget, and says no more than the figures', ({ budget }) => {
    const { principles, lines, total, flags, record } = budget
    expect(principles.map(({ principle }) => principle)).toEqual([1, 2, 3, 4, 5, 6])
    const all = principles.flatMap(({ evidence }) => evidence)
    for (const one of all)
      if ('line' in one)
        expect(lines.find(({ id }) => id === one.line)?.at).toBe(one.at.split('/').slice(0, 3).join('/'))
    const of = (code: string) => all.filter((one) => one.code === code)
    expect(of('capped')).toHaveLength(flags.filter(({ kind }) => kind === 'cap').length)
    expect(of('took-part')).toMatchObject([{ count: record.participants.length }])
    expect(of('intended')).toHaveLength(record.intended.length)
    const waiting = lines.filter(
      ({ amount }) => amount.state === 'waiting' || amount.state === 'refer' || amount.state === 'by-setting',
    )
    expect(of('waits').length + of('people-decide').length + of('setting-unknown').length).toBe(waiting.length)
    if (total.waiting.length > 0) expect(principles[0]?.verdict).toBe('upheld')
  })
})
