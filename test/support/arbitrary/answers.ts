import type { AnswerInput, Assessment } from '../../../src/score/needs.js'
import { type Answer, levelsOf, readAnswer } from '../oracle/answers.js'
import { asked, type Case, readCase } from '../oracle/case.js'
import { holds } from '../oracle/conditions.js'
import { at, texts } from '../oracle/tree.js'
import { answer } from './answer.js'
import type { Pick } from './choices.js'
import type { TableTree } from './known.js'
import { questionsIn } from './questions-in.js'

export function isScoredIn(table: TableTree, known: Assessment): boolean {
  return readCase(table, known).scored
}

/**
 * An answer to every question that is asked, but for those that may be left blank and are; and to some of them, where
 * the child is too young to be scored. Whether a question is asked can depend on the answers to others.
 */
export function answers(pick: Pick, table: TableTree, known: Assessment): Record<string, AnswerInput> {
  const read = new Map<string, Answer>()
  const c = readCase(table, known)
  const now: Case = { ...c, answers: read, scored: true }
  const questions = new Map(asked(table))
  const given: Record<string, AnswerInput> = {}
  const decide = (id: string): void => {
    const question = questions.get(id)
    if (read.has(id) || question === undefined) return
    for (const other of questionsIn(table, at(question, 'asked-when'))) decide(other)
    const said = isAsked(now, question) ? oneAnswer(pick, question, c.scored) : undefined
    read.set(id, readAnswer(question, said))
    if (said !== undefined) given[id] = said
  }
  for (const id of questions.keys()) decide(id)
  return given
}

function isAsked(c: Case, question: unknown): boolean {
  const forms = at(question, 'forms')
  if (forms !== undefined && (c.form === null || !texts(question, 'forms').includes(c.form))) return false
  const when = at(question, 'asked-when')
  return when === undefined || holds(c, when) === 'yes'
}

function oneAnswer(pick: Pick, question: unknown, scored: boolean): AnswerInput | undefined {
  if (!scored && pick.chance(50)) return undefined
  if (at(question, 'may-be-left') === 'yes' && pick.chance(40)) return undefined
  if (at(question, 'not-applicable') === 'yes' && pick.chance(30)) return 'not-applicable'
  return answer(pick, levelsOf(question), at(question, 'in-between') === 'yes')
}
