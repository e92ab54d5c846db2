import { type Rename, renameKeys, renameScore, renameWeight } from '../score/rename.js'
import type { BudgetLine, BySetting, Flag, IndicativeBudget, Share, StreamTotal, Total } from './budget.js'
import type { Factor, Step } from './step.js'

/** What of a budget is called by names of its table. */
export type Named = Pick<
  IndicativeBudget,
  'scores' | 'lines' | 'streams' | 'total' | 'settings' | 'funders' | 'outcomes' | 'flags'
>

/** The same by other names, wherever they stand. Rates and changes are named nowhere else, and keep theirs. */
export function rename(budget: Named, name: Rename): Named {
  return {
    scores: budget.scores.map((score) => renameScore(score, name)),
    lines: budget.lines.map((line) => renameLine(line, name)),
    streams: budget.streams.map((total) => renameStream(total, name)),
    total: renameTotal(budget.total, name),
    settings: budget.settings.map((one) => renameSetting(one, name)),
    funders: shares(budget.funders, name),
    outcomes: shares(budget.outcomes, name),
    flags: budget.flags.map((flag) => renameFlag(flag, name)),
  }
}

function renameLine(line: BudgetLine, name: Rename): BudgetLine {
  const { gate, neighbours } = line
  return {
    ...line,
    id: name(line.id),
    stream: name(line.stream),
    steps: line.steps.map((step) => renameStep(step, name)),
    gate: gate && { ...gate, decision: name(gate.decision) },
    funders: shares(line.funders, name),
    outcomes: shares(line.outcomes, name),
    neighbours: neighbours && { ...neighbours, score: name(neighbours.score) },
  }
}

function renameStep(step: Step, name: Rename): Step {
  switch (step.op) {
    case 'gate':
      return { ...step, decision: name(step.decision) }
    case 'flat':
      return { ...step, weight: step.weight && renameWeight(step.weight, name), times: factors(step.times, name) }
    case 'look-up':
    case 'straight-line':
      return {
        ...step,
        score: name(step.score),
        keys: renameKeys(step.keys, name),
        times: factors(step.times, name),
      }
    case 'category':
      return { ...step, keys: renameKeys(step.keys, name), times: factors(step.times, name) }
    case 'each-point':
      return { ...step, score: name(step.score), times: factors(step.times, name) }
    case 'hours':
      return { ...step, fact: step.fact === null ? null : name(step.fact), times: factors(step.times, name) }
    case 'entitlement':
    case 'quote':
      return { ...step, fact: name(step.fact), times: factors(step.times, name) }
    case 'units':
      return { ...step, times: factors(step.times, name) }
    case 'other-package':
      return { ...step, fact: name(step.fact) }
    case 'protect':
      return { ...step, against: name(step.against) }
    case 'when':
    case 'not-scored':
    case 'by-setting':
    case 'provides':
    case 'people-decide':
    case 'uplift':
    case 'area-factor':
    case 'times':
    case 'add':
    case 'subtract':
    case 'at-most':
    case 'at-least':
    case 'nearest':
    case 'left-out':
      return step
  }
}

function factors(times: readonly Factor[], name: Rename): readonly Factor[] {
  return times.map((one) => (one.fact === null ? one : { ...one, fact: name(one.fact) }))
}

function renameSetting(one: BySetting, name: Rename): BySetting {
  return {
    ...one,
    lines: one.lines.map((line) => renameLine(line, name)),
    streams: one.streams.map((total) => renameStream(total, name)),
    total: renameTotal(one.total, name),
    flags: one.flags.map((flag) => renameFlag(flag, name)),
  }
}

function renameStream({ stream, ...total }: StreamTotal, name: Rename): StreamTotal {
  return { stream: name(stream), ...renameTotal(total, name) }
}

function renameTotal({ settled, waiting, refused }: Total, name: Rename): Total {
  return {
    settled,
    waiting: waiting.map(({ line, state, pence }) => ({ line: name(line), state, pence })),
    refused: refused.map(name),
  }
}

function renameFlag(flag: Flag, name: Rename): Flag {
  return { ...flag, id: name(flag.id) }
}

function shares(all: readonly Share[], name: Rename): readonly Share[] {
  return all.map(({ id, pence }) => ({ id: name(id), pence }))
}
