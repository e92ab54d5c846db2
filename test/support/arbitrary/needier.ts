import type { AnswerInput, Assessment } from '../../../src/score/needs.js'
import { type Answer, levelsOf, readAnswer } from '../oracle/answers.js'
import { asked, type Case, readCase } from '../oracle/case.js'
import { holds } from '../oracle/conditions.js'
import { isBelow } from '../oracle/fraction.js'
import { at, has, text, texts } from '../oracle/tree.js'
import { answer } from './answer.js'
import type { Pick } from './choices.js'
import type { TableTree } from './known.js'
import { questionsIn } from './questions-in.js'

/**
 * The same case with more need: the same facts and form, at least the points on every question that both are asked, at
 * least the points of every brought score. A question that is asked only now is answered in any way.
 */
export function needier(pick: Pick, table: TableTree, assessment: Assessment): Assessment {
  const often = pick.one([15, 50, 90])
  return {
    ...assessment,
    answers: raisedAnswers(pick, table, assessment, often),
    ...(assessment.scores ? { scores: raisedScores(pick, table, assessment, often) } : {}),
  }
}

function raisedAnswers(pick: Pick, table: TableTree, assessment: Assessment, often: number) {
  const before = readCase(table, assessment)
  const said = new Map<string, Answer>()
  const now: Case = { ...before, answers: said, scored: true }
  const then: Case = { ...before, scored: true }
  const questions = new Map(asked(table))
  const given: Record<string, AnswerInput> = {}
  const decide = (id: string): void => {
    const question = questions.get(id)
    if (said.has(id) || question === undefined) return
    for (const other of questionsIn(table, at(question, 'asked-when'))) decide(other)
    const old = assessment.answers?.[id]
    const one = isAsked(now, question)
      ? isAsked(then, question)
        ? pick.chance(often)
          ? raised(pick, question, old)
          : old
        : anyAnswer(pick, question)
      : undefined
    said.set(id, readAnswer(question, one))
    if (one !== undefined) given[id] = one
  }
  for (const id of questions.keys()) decide(id)
  return given
}

function anyAnswer(pick: Pick, question: unknown): AnswerInput | undefined {
  if (has(question, 'may-be-left') && pick.chance(30)) return undefined
  if (has(question, 'not-applicable') && pick.chance(30)) return 'not-applicable'
  return answer(pick, levelsOf(question), has(question, 'in-between'))
}

/** Another answer with at least the points, where a few draws find one. */
function raised(pick: Pick, question: unknown, old: AnswerInput | undefined): AnswerInput | undefined {
  const points = readAnswer(question, old).points
  for (let tries = 0; tries < 6; tries++) {
    const one = anyAnswer(pick, question)
    if (!isBelow(readAnswer(question, one).points, points)) return one
  }
  return old
}

function raisedScores(pick: Pick, table: TableTree, { scores = {} }: Assessment, often: number) {
  return Object.fromEntries(
    Object.entries(scores).map(([id, points]) => {
      const most = Math.round(Number(text(table, 'scores', id, 'at-most')) * 100)
      const least = Math.round(Number(points) * 100)
      if (!pick.chance(often)) return [id, points]
      const n = pick.one([pick.int(least, most), Math.min(most, least + 1), Math.min(most, least + 100), most])
      return [id, n / 100]
    }),
  )
}

function isAsked(c: Case, question: unknown): boolean {
  const forms = texts(question, 'forms')
  if (has(question, 'forms') && (c.form === null || !forms.includes(c.form))) return false
  const when = at(question, 'asked-when')
  return when === undefined || holds(c, when) === 'yes'
}
