import { type Finding, finding } from '../../diagnostic.js'
import type { FactPlan, QuestionPlan } from '../../load/plan.js'
import { pointerKeys } from '../../pointer.js'
import { askedAlike, formsInBoth, isOn } from './asked.js'
import { inBoth, placeOf, type Sides, without } from './sides.js'

/** What an assessment for the earlier table may give and the later one does not take. */
export function inputsGone(sides: Sides): Finding[] {
  const { earlier, later } = sides
  const gone = (kind: string, name: string, path: readonly string[]) =>
    finding('RAS903', placeOf(later, path), { kind, name }, 'key')
  const [before, after] = [earlier.plan, later.plan]
  return [
    ...[...before.forms.keys()]
      .filter((form) => !after.forms.has(form))
      .map((form) => gone('form', form, ['forms', form])),
    ...agesGone(sides, gone),
    ...without(before.facts, after.facts).map(({ id }) => gone('fact', id, ['facts', id])),
    ...inBoth(before.facts, after.facts).flatMap(([a, b]) =>
      valuesGone(a, b).map(([kind, name, key]) => gone(kind, name, ['facts', a.id, key])),
    ),
    ...without(before.questions, after.questions).map(({ id, at }) => gone('question', id, pointerKeys(at))),
    ...inBoth(before.questions, after.questions).flatMap(([a, b]) => [
      ...answersGone(a, b).map(([kind, name, key]) => gone(kind, name, [...pointerKeys(b.at), key])),
      ...formsInBoth(before, after)
        .filter((form) => isOn(a, form) && !isOn(b, form))
        .map((form) => gone('question', `${a.id} on the form ${form}`, [...pointerKeys(b.at), 'forms'])),
      ...(b.when === null || askedAlike(before, a, after, b)
        ? []
        : [gone('answer', `${b.id}, where it is no longer asked`, [...pointerKeys(b.at), 'asked-when'])]),
    ]),
    ...without(before.brought, after.brought).map(({ id }) => gone('score', id, ['scores', id])),
    ...inBoth(before.brought, after.brought).flatMap(([a, b]) =>
      b.high < a.high ? [gone('points', `${b.id} above ${b.high / b.den}`, ['scores', b.id, 'at-most'])] : [],
    ),
  ]
}

type Gone = (kind: string, name: string, path: readonly string[]) => Finding

/** A form that is for fewer children, or that is scored for fewer of them. */
function agesGone({ earlier, later }: Sides, gone: Gone): Finding[] {
  const conditional = later.plan.questions.some(({ when }) => when !== null)
  return [...later.plan.forms].flatMap(([form, b]) => {
    const a = earlier.plan.forms.get(form)
    if (!a) return []
    const from = b.from !== null && b.from > (a.from ?? 0)
    const below = b.below !== null && (a.below === null || b.below < a.below)
    const unscored = (b.notScored?.below ?? 0) > (a.notScored?.below ?? 0)
    return [
      ...(from ? [gone('age', `below ${b.from} on the form ${form}`, ['forms', form, 'from-age'])] : []),
      ...(below ? [gone('age', `from ${b.below} on the form ${form}`, ['forms', form, 'below-age'])] : []),
      // What depends on answers is not asked of a child who is not scored.
      ...(unscored && conditional
        ? [gone('answer', `below ${b.notScored?.below} on the form ${form}`, ['forms', form, 'not-scored-below'])]
        : []),
    ]
  })
}

/** The kind of thing, its name, and the key of the fact or question under which it stood. */
type Lost = readonly [kind: string, name: string, key: string]

function valuesGone(a: FactPlan, b: FactPlan): Lost[] {
  const another: Lost[] = [['fact', `${a.id} of another kind`, 'is']]
  switch (a.is) {
    case 'choice':
      if (b.is !== 'choice' || b.of !== a.of) return another
      return a.values
        .filter((value) => !b.values.includes(value))
        .map((value) => [a.of === 'judged-band' ? 'band' : a.of, value, 'one-of'])
    case 'hours': {
      if (b.is !== 'hours') return another
      if (b.oneOf === null) return above(a, b)
      if (a.oneOf === null)
        return [['number', `${a.id} other than ${b.oneOf.map((one) => one / 100).join(', ')}`, 'one-of']]
      const lost = a.oneOf.filter((one) => !b.oneOf?.includes(one))
      return [...lost.map((one): Lost => ['number', `${a.id}: ${one / 100}`, 'one-of']), ...above(a, b)]
    }
    case 'entitlement':
      return b.is === 'entitlement' && b.of === a.of
        ? above(a, b)
        : b.is === a.is
          ? [['number', `${a.id} in ${a.of}`, 'of']]
          : another
    case 'money':
      // Pounds a week would be read as pounds a month, and nobody would know.
      if (b.is !== 'money' || b.of !== a.of) return another
      return b.per === a.per ? above(a, b) : [['amount', `${a.id} a ${a.per}`, 'a']]
    case 'age':
    case 'decision':
    case 'circumstance':
    case 'terms':
    case 'start':
    case 'end':
      return a.is === b.is ? [] : another
  }
}

function above(a: { readonly id: string; readonly atMost: number }, b: { readonly atMost: number }): Lost[] {
  return b.atMost < a.atMost ? [['number', `${a.id} above ${b.atMost / 100}`, 'at-most']] : []
}

function answersGone(a: QuestionPlan, b: QuestionPlan): Lost[] {
  const levels = [...a.levels.keys()].filter((level) => !b.levels.has(level))
  return [
    ...levels.map(
      (level): Lost => ['level', `${a.id}: ${level}`, [...b.levels.keys()][0]?.includes('/') ? 'kinds' : 'levels'],
    ),
    ...(a.notApplicable && !b.notApplicable ? [['answer', `${a.id}: not-applicable`, 'not-applicable'] as const] : []),
    ...(a.inBetween && !b.inBetween ? [['answer', `${a.id}: points between two levels`, 'in-between'] as const] : []),
  ]
}
