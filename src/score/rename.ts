import type { Key, ScoreResult, ScoreStep, WeightUse } from './needs.js'

/** Gives the name of a thing in another place: with its table before it, or without. */
export type Rename = (name: string) => string

/** A score by another name, and whatever it is made of by theirs. */
export function renameScore({ id, points, steps }: ScoreResult, name: Rename): ScoreResult {
  return { id: name(id), points, steps: steps.map((step) => renameStep(step, name)) }
}

function renameStep(step: ScoreStep, name: Rename): ScoreStep {
  switch (step.op) {
    case 'points':
    case 'per-cent':
      return { ...step, of: step.of.map(name) }
    case 'highest':
      return { ...step, of: step.of.map(name), highest: name(step.highest) }
    case 'weight':
      return { ...step, ...renameWeight(step, name) }
    case 'brought':
    case 'times':
    case 'at-most':
      return step
  }
}

export function renameWeight(use: WeightUse, name: Rename): WeightUse {
  const { factor, score, points, from, keys } = use
  return { factor, score: score === null ? null : name(score), points, from, keys: renameKeys(keys, name) }
}

export function renameKeys(keys: readonly Key[], name: Rename): readonly Key[] {
  return keys.map(({ of, is }) => ({ of: name(of), is }))
}
