import { allocate, type IndicativeBudget } from '../../src/index.js'
import { assessments } from '../assessments.js'
import { type Figures, handwritten } from '../handwritten.js'
import { type Itemised, itemised } from '../itemised.js'
import { westmarch } from '../westmarch.js'

export interface Agreement {
  readonly cases: number
  /** How many cases differ from the hand-written figures in any line, stream total or grand total. */
  readonly figures: number
  /** How many differ from the hand-written itemised budget in anything at all: splits, totals, flags. */
  readonly itemised: number
  /** The first case that differs, for looking into. */
  readonly first: { readonly assessment: unknown; readonly library: unknown; readonly byHand: unknown } | null
  /** How often each thing came up, so that an easy sample shows. */
  readonly seen: Readonly<Record<string, number>>
}

/** Compares the library with both hand-written versions, half of the cases in plain named answers. */
export function measure(count: string): Agreement {
  const half = Number(count) / 2
  const table = westmarch()
  const seen: Record<string, number> = {}
  const differ = { figures: 0, itemised: 0 }
  let first: Agreement['first'] = null
  const cases = [...assessments(half, 1, 'named'), ...assessments(half, 2, 'mixed')]
  for (const assessment of cases) {
    const budget = allocate(assessment, table)
    const pairs = {
      figures: [figuresOf(budget), handwritten(assessment)],
      itemised: [itemsOf(budget), itemised(assessment)],
    } as const
    for (const what of ['figures', 'itemised'] as const) {
      const [library, byHand] = pairs[what]
      if (JSON.stringify(library) === JSON.stringify(byHand)) continue
      differ[what]++
      first ??= { assessment, library, byHand }
    }
    for (const what of seenIn(budget)) seen[what] = (seen[what] ?? 0) + 1
  }
  return { cases: cases.length, ...differ, first, seen }
}

export function figuresOf(budget: IndicativeBudget): Figures {
  const line = (id: string): number | null => {
    const amount = budget.lines.find((one) => one.id === id)?.amount
    if (!amount) throw new RangeError(`No line ${id}`)
    return 'pence' in amount ? amount.pence : null
  }
  const stream = (id: string): number => budget.streams.find((one) => one.stream === id)?.settled ?? Number.NaN
  return {
    mainstreamSupport: line('mainstream-support') ?? Number.NaN,
    specialistTopUp: line('specialist-top-up'),
    nursing: line('nursing'),
    therapy: line('therapy') ?? Number.NaN,
    carers: line('carers') ?? Number.NaN,
    shortBreaks: line('short-breaks'),
    education: stream('education'),
    health: stream('health'),
    socialCare: stream('social-care'),
    total: budget.total.settled,
    open: budget.total.waiting.length > 0,
  }
}

function itemsOf(budget: IndicativeBudget): Itemised {
  return {
    lines: budget.lines.map(({ id, stream, amount, funders, outcomes, contingency, partYear }) => ({
      id,
      stream,
      state: amount.state,
      pence: 'pence' in amount ? amount.pence : null,
      funders,
      outcomes,
      contingency,
      partYear: partYear?.pence ?? null,
    })),
    streams: budget.streams.map(({ stream, settled }) => ({ id: stream, pence: settled })),
    total: budget.total.settled,
    waiting: budget.total.waiting.map(({ line }) => line),
    refused: budget.total.refused,
    funders: budget.funders,
    outcomes: budget.outcomes,
    flags: Object.fromEntries(budget.flags.flatMap(({ id, kind, state }) => (kind === 'cap' ? [] : [[id, state]]))),
    capped: budget.flags.some(({ id, kind }) => kind === 'cap' && id === 'short-breaks/usual-most'),
    agreedBy: budget.agreedBy.map(({ who }) => who).join(', '),
  }
}

function seenIn({ needs, lines, flags }: IndicativeBudget): string[] {
  const answers = Object.values(needs.answers)
  const found = [
    `form: ${needs.form}`,
    `setting: ${needs.facts.setting}`,
    `decision: ${needs.facts['continuing-care']}`,
    `start date: ${needs.facts['support-begins'] === null ? 'none' : 'given'}`,
    ...lines.map(({ id, amount }) => `line: ${id} ${amount.state}`),
    ...flags.filter(({ state }) => state !== 'no').map(({ id, state }) => `flag: ${id} ${state}`),
  ]
  if (answers.some((answer) => typeof answer === 'number')) found.push('answer: points between levels')
  if (answers.includes('not-applicable')) found.push('answer: not applicable')
  if (answers.includes(null)) found.push('answer: left blank')
  if (needs.facts['far-from-services'] === true) found.push('far from services')
  return found
}
