import { compare } from '../diagnostic.js'
import type { FactPlan, Plan, QuestionPlan } from '../load/plan.js'
import { type AllocationTable, planOf, type Written, writtenOf } from '../load/table.js'
import type { JsonSchema } from '../load/table-schema.js'
import { mayBeLeft, UNKNOWN } from './read-facts.js'

/**
 * The JSON Schema (draft-07) of an assessment for one table and form, so that a case system can render the form and
 * check it: every question with its text, guidance and levels, every fact with its kind.
 *
 * Without `form`, the questions of every form are there and none of those that only some forms ask is required.
 * It says what the shape is; that points match a level, or an age a form, only `readAssessment` can say.
 *
 * @throws RangeError for a form that the table does not have.
 */
export function assessmentSchema(table: AllocationTable, form?: string): JsonSchema {
  const plan = planOf(table)
  const written = writtenOf(table)
  if (form !== undefined && !plan.forms.has(form)) throw new RangeError(`This table has no form called “${form}”.`)
  const forms = form === undefined ? [...plan.forms.keys()] : [form]
  const questions = plan.questions.filter(
    (question) => !question.forms || form === undefined || question.forms.has(form),
  )
  const brought = plan.nodes.filter(({ kind }) => kind === 'brought')
  const allScored = forms.every((id) => !plan.forms.get(id)?.notScored)
  const must = questions
    .filter((one) => !one.mayBeLeft && one.when === null && (!one.forms || form !== undefined))
    .filter(() => allScored)
    .map(({ id }) => id)
  const facts = plan.facts.filter((fact) => !mayBeLeft(fact)).map(({ id }) => id)
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `Assessment for ${table.title}, ${table.version}`,
    type: 'object',
    additionalProperties: false,
    required: [
      'case',
      'date',
      ...(plan.forms.size > 0 ? ['form'] : []),
      ...(facts.length > 0 ? ['facts'] : []),
      ...(must.length > 0 ? ['answers'] : []),
      ...(brought.length > 0 && allScored ? ['scores'] : []),
    ],
    properties: {
      format: { const: 'ras.assessment/1', description: 'The format of this file.' },
      case: {
        type: 'string',
        pattern: '^(?=.*\\d)[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$',
        description: 'A case reference, never a name.',
      },
      ...(plan.forms.size > 0 ? { form: { enum: forms, description: 'The form that was answered.' } } : {}),
      date: {
        type: 'string',
        format: 'date',
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        description: 'The day of the assessment.',
      },
      facts: {
        ...object(
          plan.facts.map((fact) => [fact.id, factSchema(fact, written)]),
          facts,
        ),
        description: 'The inputs that are not needs.',
      },
      participants: { type: 'array', items: TEXT, description: 'Who took part, by role: never a name.' },
      answers: {
        ...object(
          questions.map((question) => [question.id, answerSchema(question, plan, written)]),
          must,
        ),
        description: 'The answers.',
      },
      scores: {
        ...object(
          brought.map(({ id, high, den }) => [id, { type: ['number', 'string'], minimum: 0, maximum: high / den }]),
          allScored ? brought.map(({ id }) => id) : [],
        ),
        description: 'Points scored on the council’s own form.',
      },
      outcomes: {
        type: 'array',
        items: object(
          [
            ['outcome', { enum: [...plan.outcomes] }],
            ['words', TEXT],
          ],
          ['words'],
        ),
        description: 'What the child wants to achieve, in their words. Kept out of every sum.',
      },
      exceptional: {
        ...object(
          [
            ['asked', TRUTH],
            ['because', TEXT],
          ],
          ['asked'],
        ),
        description: 'The family asks to be an exceptional case.',
      },
    },
  }
}

const TEXT = { type: 'string', minLength: 1, maxLength: 2000, pattern: '\\S' }
/** A number may also come as text. */
const NUMERAL = { type: 'string', pattern: '^\\d{1,9}(\\.\\d{1,2})?$' }
const TRUTH = { enum: [true, false, 'yes', 'no', 'true', 'false'] }

function object(properties: readonly (readonly [string, JsonSchema])[], required: readonly string[]): JsonSchema {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
  }
}

const CHOICES = {
  setting: 'Where the child learns, or is likely to; unknown where no setting is named yet.',
  phase: 'The phase of education.',
  area: 'Where the family lives.',
  'judged-band': 'The band that was judged.',
  entitlement: 'What was agreed.',
} as const

/** A number of hundredths, as a person writes it. */
function upTo(hundredths: number): JsonSchema {
  return { type: ['number', 'string'], minimum: 0, maximum: hundredths / 100 }
}

function factSchema(fact: FactPlan, table: Written): JsonSchema {
  const declared = table.facts?.[fact.id]
  switch (fact.is) {
    case 'age':
      return { type: ['integer', 'string'], minimum: 0, maximum: 25, description: 'Age in whole years.' }
    case 'choice': {
      const values = fact.of === 'setting' ? [...fact.values, UNKNOWN] : [...fact.values]
      const by = declared && 'by' in declared ? ` Said by ${declared.by}.` : ''
      return { enum: values, description: `${CHOICES[fact.of]}${by}` }
    }
    case 'entitlement':
      return { ...upTo(fact.atMost), description: `What was agreed: ${fact.of}.` }
    case 'money':
      return { ...upTo(fact.atMost), description: `Pounds a ${fact.per}.` }
    case 'decision': {
      const states = { enum: ['agreed', 'refused', 'pending', 'fast-track'] }
      const description = declared?.is === 'decision' ? `Decided by ${declared.by}.` : ''
      return {
        anyOf: [
          { enum: ['agreed', 'pending', 'fast-track'] },
          object(
            [
              ['state', states],
              ['reason', TEXT],
            ],
            ['state'],
          ),
        ],
        description,
      }
    }
    case 'circumstance':
      return { ...TRUTH, description: declared?.is === 'circumstance' ? declared.means : '' }
    case 'hours':
      return fact.oneOf
        ? { anyOf: [{ enum: fact.oneOf.map((hours) => hours / 100) }, NUMERAL], description: 'Hours attended a week.' }
        : { ...upTo(fact.atMost), description: 'Hours attended a week.' }
    case 'terms':
      return { anyOf: [{ enum: [1, 2, 3] }, NUMERAL], description: 'Terms in the year.' }
    case 'start':
    case 'end':
      return {
        type: 'string',
        format: 'date',
        pattern: '^\\d{4}-\\d{2}-\\d{2}$',
        description: fact.is === 'start' ? 'The day the support begins.' : 'The last day of the support.',
      }
  }
}

function answerSchema(question: QuestionPlan, plan: Plan, table: Written): JsonSchema {
  const group = Object.values(table.questions ?? {}).find(({ ask }) => Object.hasOwn(ask, question.id))
  const { text, guidance, means } = group?.ask[question.id] ?? { text: question.id }
  const levels = [...question.levels.keys(), ...(question.notApplicable ? ['not-applicable'] : [])]
  const pairs = [...question.levels.keys()].map((level) => level.split('/'))
  const hasKinds = pairs.some((pair) => pair.length > 1)
  const kinds: readonly (readonly [string, JsonSchema])[] = hasKinds
    ? [['kind', { enum: [...new Set(pairs.map(([kind = '']) => kind))] }]]
    : []
  const named = hasKinds ? [...new Set([...pairs.map(([, level = '']) => level), ...levels])] : levels
  const worth = [...question.levels.values()].map((points) => points / plan.unit)
  const points = question.inBetween
    ? { type: ['number', 'string'], minimum: Math.min(...worth), maximum: Math.max(...worth) }
    : { anyOf: [{ enum: [...new Set(worth)].sort((a, b) => a - b) }, NUMERAL] }
  const parts: readonly (readonly [string, JsonSchema])[] = [
    ...kinds,
    ['level', { enum: named }],
    ['points', points],
    ['evidence', { ...TEXT, description: 'Where the evidence for the answer is.' }],
    ['view', { ...TEXT, description: 'Whose view the answer is: a role.' }],
  ]
  const meanings = Object.entries(means ?? {})
    .sort(([a], [b]) => compare(a, b))
    .map(([level, is]) => `${level}: ${is}`)
  return {
    anyOf: [{ enum: levels }, { ...object(parts, []), anyOf: [{ required: ['level'] }, { required: ['points'] }] }],
    title: text,
    description: [guidance, ...meanings].filter((part) => part !== undefined).join(' · '),
  }
}
