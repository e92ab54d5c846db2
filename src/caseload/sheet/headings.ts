import type { Plan } from '../../load/plan.js'
import { BY_NAME } from '../../score/given-for.js'
import { qualified } from '../../score/qualified.js'
import { mayBeLeft } from '../../score/read-facts.js'

/** What one column of a sheet of cases holds: an input of an assessment, or one part of it. */
export interface Heading {
  /** Its name in full, as it stands in an assessment: `facts/continuing-care/reason`. */
  readonly name: string
  /** The name that is enough where nothing else has it: `continuing-care/reason`. */
  readonly short: string
  /** The input: `facts/continuing-care`. */
  readonly path: string
  /** Which part of the input; null where it is the whole. */
  readonly part: string | null
}

/** Everything that a column can hold for these tables, in the order of an assessment. */
export function headingsFor(plans: readonly Plan[]): readonly Heading[] {
  const several = plans.length > 1
  const headings: Heading[] = [whole('case')]
  if (plans.some(({ forms }) => forms.size > 0)) headings.push(whole('form'))
  if (several)
    for (const { id, forms } of plans) if (forms.size > 0) headings.push(partOf('form', id, qualified('form', id)))
  headings.push(whole('date'))
  for (const { part, ids } of BY_NAME) {
    const names = new Set(plans.flatMap(ids))
    const own = several ? plans.flatMap((plan) => ids(plan).map((id) => qualified(plan.id, id))) : []
    for (const name of [...names, ...own]) headings.push(...headingsOf(plans, part, name))
  }
  headings.push(partOf('exceptional', 'asked', 'exceptional'))
  headings.push(partOf('exceptional', 'because', 'exceptional/because'))
  return headings
}

/**
 * What a column may hold besides: the points of an answer between two levels, beside the column of its level. A number in
 * that column means the same, so that nothing is written in these.
 */
export function betweenHeadings(plans: readonly Plan[]): readonly Heading[] {
  const several = plans.length > 1
  const names = plans.flatMap(({ id, questions }) =>
    questions
      .filter(({ inBetween }) => inBetween)
      .flatMap((one) => (several ? [one.id, qualified(id, one.id)] : [one.id])),
  )
  return [...new Set(names)].map((name) => {
    const path = `answers/${name}`
    return { ...partOf(path, 'points', `${path}/points`), short: `${name}/points` }
  })
}

/** A decision has a column for its state and one for the reason; everything else has one column. */
function headingsOf(plans: readonly Plan[], part: string, name: string): Heading[] {
  const path = `${part}/${name}`
  if (part !== 'facts' || !plans.some((plan) => isDecision(plan, name))) return [{ ...whole(path), short: name }]
  return [
    { ...partOf(path, 'state', path), short: name },
    { ...partOf(path, 'reason', `${path}/reason`), short: `${name}/reason` },
  ]
}

function isDecision({ id, facts }: Plan, name: string): boolean {
  return facts.some((fact) => fact.is === 'decision' && (fact.id === name || qualified(id, fact.id) === name))
}

function whole(path: string): Heading {
  return { name: path, short: path, path, part: null }
}

function partOf(path: string, part: string, name: string): Heading {
  return { name, short: name, path, part }
}

/**
 * What every assessment must have, whatever else it says: for each such thing the names that would do. A sheet without
 * any of them has not one case that can be read.
 */
export function alwaysGiven(plans: readonly Plan[]): readonly (readonly string[])[] {
  const each = plans.flatMap((plan) => [
    ...(plan.forms.size > 0 ? [['form', qualified('form', plan.id)]] : []),
    ...always(plan).map(([part, id]) => [`${part}/${id}`, `${part}/${qualified(plan.id, id)}`]),
  ])
  return [['case'], ['date'], ...each]
}

/** The facts that may not be left out, and where every child is scored, the questions and brought scores of every form. */
function always(plan: Plan): readonly (readonly [part: string, id: string])[] {
  const facts = plan.facts.filter((fact) => !mayBeLeft(fact)).map(({ id }) => ['facts', id] as const)
  if ([...plan.forms.values()].some(({ notScored }) => notScored !== null)) return facts
  const asked = plan.questions.filter(({ forms, when, mayBeLeft }) => forms === null && when === null && !mayBeLeft)
  const brought = plan.brought
  return [
    ...facts,
    ...asked.map(({ id }) => ['answers', id] as const),
    ...brought.map(({ id }) => ['scores', id] as const),
  ]
}
