import { pathToFileURL } from 'node:url'
import { type Assessment, allocate, type IndicativeBudget } from '../src/index.js'
import { assessments } from './assessments.js'
import { type Figures, handwritten } from './handwritten.js'
import { westmarch } from './westmarch.js'

export interface Agreement {
  readonly cases: number
  /** How many of the cases differ in any figure. */
  readonly differ: number
  /** How many figures were compared. */
  readonly figures: number
  /** The first case that differs, for looking into. */
  readonly first: { readonly assessment: Assessment; readonly library: Readonly<Record<string, unknown>>; readonly byHand: Readonly<Record<string, unknown>> } | null
  /** How often each thing came up, so that an easy sample shows. */
  readonly seen: Readonly<Record<string, number>>
}

/** Compares every line, stream total and grand total of the library with the hand-written version. */
export function agree(count: number): Agreement {
  const table = westmarch()
  const seen: Record<string, number> = {}
  let differ = 0
  let figures = 0
  let first: Agreement['first'] = null
  const cases = [...assessments(count / 2, 1, 'named'), ...assessments(count / 2, 2, 'mixed')]
  for (const assessment of cases) {
    const budget = allocate(assessment, table)
    const library = figuresOf(budget)
    const byHand: Readonly<Record<string, unknown>> = { ...handwritten(assessment) }
    const names = Object.keys(library)
    figures += names.length
    if (names.length !== Object.keys(byHand).length || names.some((name) => library[name] !== byHand[name])) {
      differ++
      first ??= { assessment, library, byHand }
    }
    for (const what of seenIn(budget)) seen[what] = (seen[what] ?? 0) + 1
  }
  return { cases: cases.length, differ, figures, first, seen }
}

function figuresOf(budget: IndicativeBudget): Readonly<Record<keyof Figures, number | boolean | null>> {
  const line = (id: string) => {
    const amount = budget.lines.find((one) => one.id === id)?.amount
    if (!amount) throw new RangeError(`No line ${id}`)
    return amount.state === 'refer' ? null : amount.pence
  }
  const stream = (id: string) => budget.streams.find((one) => one.stream === id)?.settled ?? null
  return {
    mainstreamSupport: line('mainstream-support'),
    specialistTopUp: line('specialist-top-up'),
    nursing: line('nursing'),
    therapy: line('therapy'),
    carers: line('carers'),
    shortBreaks: line('short-breaks'),
    education: stream('education'),
    health: stream('health'),
    socialCare: stream('social-care'),
    total: budget.total.settled,
    open: budget.total.waiting.length > 0,
  }
}

function seenIn({ needs, lines, flags }: IndicativeBudget): string[] {
  const answers = Object.values(needs.answers)
  const found = [
    `form: ${needs.form}`,
    `setting: ${needs.facts.setting}`,
    `decision: ${needs.facts['continuing-care']}`,
    `start date: ${needs.facts['support-begins'] === null ? 'none' : 'given'}`,
    ...lines.map(({ id, amount }) => `${id}: ${amount.state}`),
    ...flags.filter(({ kind }) => kind === 'cap').map(({ id }) => `${id}: reached`),
  ]
  if (answers.some((answer) => typeof answer === 'number')) found.push('points between levels')
  if (answers.includes('not-applicable')) found.push('not applicable')
  if (answers.includes(null)) found.push('left blank')
  if (needs.facts['far-from-services'] === true) found.push('far from services')
  return found
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { cases, differ, figures, first, seen } = agree(40000)
  console.log(`${cases} cases, ${figures} figures: ${differ} cases differ (${((100 * differ) / cases).toFixed(4)} %)`)
  for (const [what, times] of Object.entries(seen).sort()) console.log(`  ${String(times).padStart(6)}  ${what}`)
  if (first) console.log(JSON.stringify(first, null, 2))
  process.exitCode = differ === 0 ? 0 : 1
}
