import { readFileSync } from 'node:fs'
import { explain, type IndicativeBudget } from '../../src/index.js'
import { generatedCases, generatedSubject, goldenSubjects, type Subject, worked } from './constructs-subjects.js'

/** A word of a result that must make words in a statement, such as `step flat`, and a budget without it. */
export interface ResultWord {
  readonly name: string
  readonly without: (budget: IndicativeBudget) => IndicativeBudget
}

/** Every word of a result, read from the declarations: a union of types has no values to ask at run time. */
export function resultWords(): readonly ResultWord[] {
  const budget = readFileSync('src/allocate/budget.ts', 'utf8')
  const op = /readonly op: '([a-z-]+)'/g
  const parts: readonly (readonly [string, string, RegExp, (word: string) => ResultWord['without']])[] = [
    ['step', readFileSync('src/allocate/step.ts', 'utf8'), op, withoutStep],
    ['score step', readFileSync('src/score/needs.ts', 'utf8'), op, withoutScoreStep],
    ['amount', declaration(budget, 'Amount'), /readonly state: '([a-z-]+)'/g, withoutAmount],
    ['flag', /readonly kind: (.+)/.exec(budget)?.[1] ?? '', /'([a-z-]+)'/g, withoutFlag],
    ['notice', declaration(budget, 'Notice'), /'([a-z-]+)'/g, withoutNotice],
  ]
  return parts.flatMap(([part, text, pattern, without]) =>
    [...new Set([...text.matchAll(pattern)].map(([, word = '']) => word))].map((word) => ({
      name: `${part} ${word}`,
      without: without(word),
    })),
  )
}

function declaration(text: string, name: string): string {
  const from = text.indexOf(`export type ${name} =`)
  return text.slice(from, text.indexOf('\n\n', from))
}

/** The words that no statement says anything of. Those that are `silent` are looked for in the golden cases only. */
export function wordless(words: readonly ResultWord[], silent: ReadonlySet<string>): readonly string[] {
  const left = unsaid(words, goldenSubjects())
  const others = left.filter(({ name }) => !silent.has(name))
  const missing = new Set(others.length === 0 ? [] : unsaid(others, generatedCases().map(generatedSubject)))
  return left.filter((one) => silent.has(one.name) || missing.has(one)).map(({ name }) => name)
}

function unsaid(words: readonly ResultWord[], subjects: readonly Subject[]): readonly ResultWord[] {
  let left = words
  for (const { table, cases } of subjects)
    for (const { assessment } of cases) {
      const budget = worked(assessment, table)
      if (!budget || left.length === 0) continue
      const said = explain(budget, table)
      left = left.filter(({ without }) => explain(without(budget), table) === said)
    }
  return left
}

function withoutStep(op: string): ResultWord['without'] {
  const line = <T extends IndicativeBudget['lines'][number]>(one: T) => ({
    ...one,
    steps: one.steps.filter((step) => step.op !== op),
  })
  return (budget) => ({
    ...budget,
    lines: budget.lines.map(line),
    settings: budget.settings.map((one) => ({ ...one, lines: one.lines.map(line) })),
  })
}

function withoutScoreStep(op: string): ResultWord['without'] {
  return (budget) => ({
    ...budget,
    scores: budget.scores.map((one) => ({ ...one, steps: one.steps.filter((step) => step.op !== op) })),
  })
}

/** A line that comes to another settled amount than it does. */
function withoutAmount(state: string): ResultWord['without'] {
  return (budget) => ({
    ...budget,
    lines: budget.lines.map((one) =>
      one.amount.state === state ? { ...one, amount: { state: 'settled', pence: budget.total.settled } } : one,
    ),
  })
}

function withoutFlag(kind: string): ResultWord['without'] {
  return (budget) => ({ ...budget, flags: budget.flags.filter((flag) => flag.kind !== kind) })
}

function withoutNotice(notice: string): ResultWord['without'] {
  return (budget) => ({ ...budget, notices: budget.notices.filter((one) => one !== notice) })
}
