import { compare, type Finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import type { FormPlan, NodePlan, Plan, QuestionPlan } from '../plan.js'
import type { TableShape } from '../shape/table.js'
import { compileFacts } from './facts.js'
import { compileFlags } from './flags.js'
import { compileLines } from './lines.js'
import { compileNodes } from './nodes.js'
import { compileQuestions, sorted } from './questions.js'
import { changesReadTheDay } from './reads.js'

type Form = Partial<NonNullable<TableShape['forms']>[string]>

/** Turns a checked table into its plan. The findings are those that need bounds: reach of rows, size of sums, nothing below nothing. */
export function compile(
  table: TableShape,
  hash: string,
): { readonly plan: Plan; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const report = (found: Finding) => findings.push(found)
  const facts = compileFacts(table)
  const { questions, askOrder, unit } = compileQuestions(table, facts)
  const nodes: readonly NodePlan[] = compileNodes({ table, facts, questions, unit, report })
  const context = { table, facts, questions, unit, nodes, report }
  const lines = compileLines(context)
  const listed = [...nodes].sort((a, b) => compare(a.id, b.id))
  const ids = (mapping: Readonly<Record<string, unknown>>) => sorted(mapping).map(([id]) => id)
  const plan: Plan = {
    id: table.id,
    version: table.version,
    hash,
    authority: table.authority,
    provenance: table.provenance,
    status: table.status,
    from: table['in-force'].from,
    to: table['in-force'].to ?? null,
    rounding: table.rounding,
    forms: new Map(sorted(table.forms).map(([id, form]) => [id, formPlan(questions, id, form)])),
    formless: formPlan(questions, null, {}),
    facts,
    age: facts.findIndex(({ is }) => is === 'age'),
    setting: facts.findIndex((fact) => fact.is === 'choice' && fact.of === 'setting'),
    dated: lines.some((line) => (line.locked !== null && line.provides === null) || changesReadTheDay(line)),
    questions,
    askOrder,
    unit,
    nodes,
    listed,
    brought: listed.filter(({ kind }) => kind === 'brought'),
    lines,
    flags: compileFlags(context),
    tiers: [...new Set(lines.flatMap(({ tier }) => tier ?? []))].sort(compare),
    saysWays: lines.some(({ manageable }) => manageable !== null),
    streams: ids(table.streams),
    funders: ids(table.funders),
    outcomes: ids(table.outcomes),
  }
  return { plan, findings }
}

function formPlan(questions: readonly QuestionPlan[], id: string | null, form: Form): FormPlan {
  const asks = questions.map(({ forms }) => forms === null || (id !== null && forms.has(id)))
  const blank = Object.fromEntries(questions.filter((_, i) => asks[i]).map((question) => [question.id, null]))
  const age = (text: string | undefined) => (text === undefined ? null : Number(text))
  const below = age(form['not-scored-below'])
  const at = pointer(['forms', id ?? '', 'not-scored-below'])
  return {
    from: age(form['from-age']),
    below: age(form['below-age']),
    notScored: below === null ? null : { below, referTo: form['refer-to'] ?? '', at },
    asks,
    blank,
  }
}
