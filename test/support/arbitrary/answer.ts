import type { AnswerInput } from '../../../src/score/needs.js'
import type { Level } from '../oracle/answers.js'
import type { Pick } from './choices.js'
import { hundredths } from './numbers.js'
import { words } from './words.js'

/** An answer in any form that says a level, or points between two levels where that may be. */
export function answer(pick: Pick, levels: readonly Level[], inBetween: boolean): AnswerInput {
  const { name, points } = pick.one(levels)
  const said: AnswerInput = pick.one<() => AnswerInput>([
    () => name,
    () => name,
    () => levelIn(name),
    () => ({ ...levelIn(name), points: number(pick, points) }),
    () => ({ points: number(pick, points) }),
    ...(inBetween ? [() => ({ points: between(pick, levels) }), () => ({ points: between(pick, levels) })] : []),
  ])()
  if (typeof said === 'string' || !pick.chance(30)) return said
  return { ...said, evidence: words(pick), ...(pick.chance(50) ? { view: words(pick) } : {}) }
}

/** A level by itself, or beside its kind. */
function levelIn(name: string): { readonly kind?: string; readonly level: string } {
  const [kind, level] = name.split('/')
  return level === undefined || kind === undefined ? { level: name } : { kind, level }
}

/** A number as JSON has it, or as text with or without the zeros that a person may write. */
export function number(pick: Pick, written: string): number | string {
  if (!pick.chance(40)) return Number(written)
  return hundredths(pick, Math.round(Number(written) * 100))
}

function between(pick: Pick, levels: readonly Level[]): number | string {
  const all = levels.map(({ points }) => Math.round(Number(points) * 100))
  const n = pick.int(Math.min(...all), Math.max(...all))
  return number(pick, `${(pick.chance(50) ? Math.max(Math.min(...all), n - (n % 50)) : n) / 100}`)
}
