import type { Plan } from '../../load/plan.js'
import { qualified } from '../../score/qualified.js'
import { isWords } from '../../score/read-values.js'
import type { Given } from '../columns.js'
import type { Heading } from './headings.js'

/** The texts of the cells that make up one input, by part; an empty cell has none. */
export type Parts = readonly { readonly part: string; readonly text: string }[]

/** Words that a person wrote stand in the place of any others: they are checked, and what they say moves no figure. */
const SOME_WORDS = 'some words'

/**
 * What an assessment would have for a cell, or for the cells of one input: a level, points, a decision with its reason.
 * An empty cell is left out. Everything else stays the text that it is, for the reader of assessments to judge.
 */
export function cellValue(path: string, plans: readonly Plan[]): (parts: Parts) => Given {
  const isLevel = levelOf(path, plans)
  return (parts) => {
    const [first] = parts
    if (!first) return undefined
    if (parts.length === 1 && first.part === '')
      return isLevel === null || isLevel(first.text) ? first.text : pointsOr(first.text)
    if (parts.length === 1 && first.part === 'state') return first.text
    return Object.fromEntries(parts.map(({ part, text }) => [part === '' ? 'level' : part, text]))
  }
}

/** A number that is no level’s name means points. */
function pointsOr(text: string): Given {
  return /^[-+]?[\d.,]*\d$/.test(text) ? { points: text } : text
}

/** Whether a text is the name of a level, for an answer; null for anything else. */
function levelOf(path: string, plans: readonly Plan[]): ((text: string) => boolean) | null {
  const [part, ...rest] = path.split('/')
  if (part !== 'answers') return null
  const name = rest.join('/')
  const questions = plans.flatMap(({ id, questions }) =>
    questions.filter((question) => question.id === name || qualified(id, question.id) === name),
  )
  return (text) => questions.some(({ levels }) => levels.has(text))
}

/** Whether a column holds words of a person's own, which are seldom twice the same. */
export function isFreeText({ part }: Heading): boolean {
  return part === 'reason' || part === 'because'
}

/** Words that are in order, as one text that stands for all; any others stay as they are, to be told. */
export function someWords(text: string): string {
  return isWords(text) ? SOME_WORDS : text
}
