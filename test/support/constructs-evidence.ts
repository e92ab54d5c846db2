import type { Effect } from './constructs-effects.js'

/** What altering the constructs showed, by name. */
export interface Evidence {
  /** A golden case that comes to something else when the construct is altered. */
  readonly golden: Map<string, Shown>
  /** A case whose statement is another. */
  readonly sentence: Map<string, string>
  /** Where the library and the oracle part, in words. */
  readonly apart: string[]
}

/** `hasFigures` where the case expects what changes; otherwise it is something that the case says nothing of. */
export interface Shown {
  readonly by: string
  readonly hasFigures: boolean
}

/** The name that stands for every generated case: there is nothing to look up under it. */
export const GENERATED = 'a generated case'

export function noEvidence(): Evidence {
  return { golden: new Map(), sentence: new Map(), apart: [] }
}

/** Whether more could still be found of a construct. */
export function isOpen({ golden, sentence }: Evidence, name: string): boolean {
  return !golden.get(name)?.hasFigures || !sentence.has(name)
}

/** Keeps the effect of a change on a golden case, or on a generated one, which is `by` null. */
export function keep(
  { golden, sentence, apart }: Evidence,
  of: readonly string[],
  by: string | null,
  effect: Effect,
): void {
  const hasFigures = effect.moves === 'figures' || effect.moves === 'refused'
  const isSeen = effect.moves !== null || effect.says
  for (const name of of) {
    const known = golden.get(name)
    if (by !== null && isSeen && (!known || (hasFigures && !known.hasFigures))) golden.set(name, { by, hasFigures })
    if (effect.says && !sentence.has(name)) sentence.set(name, by ?? GENERATED)
  }
  apart.push(...effect.apart.map((one) => `${of.at(-1)} altered: ${one}`))
}
