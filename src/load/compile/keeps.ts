import { scaled } from '../../decimal.js'
import type { KeepsPlan } from '../change-plan.js'
import type { KeepsShape } from '../shape/keeps.js'

/** What is kept from each day on. */
export function compileKeeps(keeps: KeepsShape | undefined): KeepsPlan {
  return (keeps ?? []).map(({ from, 'per-cent': perCent }) => ({ from, perCent, part: scaled(perCent, 2) }))
}
