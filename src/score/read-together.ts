import { compare, type Finding, finding } from '../diagnostic.js'
import type { Plan } from '../load/plan.js'
import { pointer } from '../pointer.js'
import { BY_NAME, givenFor } from './given-for.js'
import { qualified } from './qualified.js'
import { isAssessment, readingOf, readPart } from './read-assessment.js'
import { type Data, isData, type Report } from './read-values.js'
import { readWhole } from './read-whole.js'
import { tellOnce } from './tell-once.js'
import { intendedIn, type ReadTogether, united } from './united.js'

/** As `readCase`, against several plans, in the order of their ids. What no table knows, or all of them miss, is told once. */
export function readTogether(
  plans: readonly Plan[],
  input: unknown,
): { readonly reading?: ReadTogether; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const report: Report = (found) => findings.push(found)
  if (!isAssessment(input, report)) return { findings }
  checkForms(plans, input.form, report)
  for (const { part, kind, ids } of BY_NAME) checkNames(plans, part, kind, ids, input, report)
  const parts = plans.map((plan) => {
    const found: Finding[] = []
    const given = givenFor(plan, plans, input)
    const sound = () => findings.length === 0 && found.length === 0
    return { plan, given, found, part: readPart(plan, given.data, (one) => found.push(one), sound) }
  })
  findings.push(...tellOnce(parts))
  const outcomes = namesOf(plans, ({ outcomes }) => outcomes)
  const whole = readWhole([...outcomes.plain, ...outcomes.full], input, report)
  if (findings.length > 0) return { findings }
  const each = parts.map(({ plan, part }) => ({
    plan,
    reading: readingOf(plan, part, { ...whole, intended: intendedIn(plan, whole.intended) }),
  }))
  return { reading: united(each, whole), findings }
}

interface Names {
  /** By id, each once, however many tables know it. */
  readonly plain: readonly string[]
  /** With the table before it. */
  readonly full: readonly string[]
}

function namesOf(plans: readonly Plan[], ids: (plan: Plan) => readonly string[]): Names {
  return {
    plain: [...new Set(plans.flatMap(ids))].sort(compare),
    full: plans.flatMap((plan) => ids(plan).map((id) => qualified(plan.id, id))),
  }
}

/** Names that no table knows. A name with a slash was meant for one table, and its like are shown. */
function checkNames(
  plans: readonly Plan[],
  part: string,
  kind: string,
  ids: (plan: Plan) => readonly string[],
  input: Data,
  report: Report,
): void {
  const given = input[part]
  if (!isData(given)) return
  const { plain, full } = namesOf(plans, ids)
  for (const name of Object.keys(given)) {
    const known = name.includes('/') ? full : plain
    if (!known.includes(name)) report(finding('RAS109', pointer([part, name]), { kind, name, known }, 'key'))
  }
}

/** Forms that are given by table must be of these tables. */
function checkForms(plans: readonly Plan[], form: unknown, report: Report): void {
  if (!isData(form)) return
  const known = plans.map(({ id }) => id)
  for (const name of Object.keys(form))
    if (!known.includes(name)) report(finding('RAS109', pointer(['form', name]), { kind: 'table', name, known }, 'key'))
}
