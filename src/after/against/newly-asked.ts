import { type Finding, finding } from '../../diagnostic.js'
import type { Plan, QuestionPlan } from '../../load/plan.js'
import { mayBeLeft } from '../../score/read-facts.js'
import { askedAlike, formsInBoth, isOn } from './asked.js'
import { inBoth, placeOf, type Sides, without } from './sides.js'

/** What the later table requires and an assessment for the earlier one need not give. */
export function newlyAsked({ earlier, later }: Sides): Finding[] {
  const [before, after] = [earlier.plan, later.plan]
  const forms = formsInBoth(before, after)
  const asked = (kind: string, name: string, at: string) => finding('RAS906', at, { kind, name }, 'key')
  const required = (question: QuestionPlan) => !question.mayBeLeft && forms.some((form) => isOn(question, form))
  return [
    ...(before.forms.size === 0 && after.forms.size > 0
      ? [asked('form', [...after.forms.keys()].join(', '), '/forms')]
      : []),
    ...younger(before, after).map(([form, name]) =>
      asked('form', name, placeOf(later, ['forms', form, 'not-scored-below'])),
    ),
    ...without(after.facts, before.facts)
      .filter((fact) => !mayBeLeft(fact))
      .map(({ id, at }) => asked('fact', id, at)),
    ...without(after.questions, before.questions)
      .filter(required)
      .map(({ id, at }) => asked('question', id, at)),
    ...inBoth(before.questions, after.questions).flatMap(([a, b]) => {
      if (!required(b)) return []
      const { id, at } = b
      if (a.mayBeLeft) return [asked('question', id, at)]
      const onMore = forms.some((form) => isOn(b, form) && !isOn(a, form))
      if (onMore) return [asked('question', id, b.forms === null ? at : `${at}/forms`)]
      if (a.when === null || askedAlike(before, a, after, b)) return []
      return [asked('question', id, b.when === null ? at : `${at}/asked-when`)]
    }),
    ...without(after.brought, before.brought).map(({ id, at }) => asked('score', id, at)),
  ]
}

/** The forms on which younger children are scored than before, and so must answer. */
function younger(before: Plan, after: Plan): (readonly [form: string, name: string])[] {
  return [...after.forms].flatMap(([form, { notScored }]) => {
    const was = before.forms.get(form)?.notScored?.below
    return was !== undefined && (notScored?.below ?? 0) < was ? [[form, `${form} below age ${was}`] as const] : []
  })
}
