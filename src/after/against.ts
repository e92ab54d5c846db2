import type { Finding } from '../diagnostic.js'
import { type AllocationTable, planOf, writtenOf } from '../load/table.js'
import { amountsFallen } from './against/amounts-fallen.js'
import { inputsGone } from './against/inputs-gone.js'
import { newlyAsked } from './against/newly-asked.js'
import { offersGone } from './against/offers-gone.js'
import type { Sides } from './against/sides.js'
import { versions } from './against/versions.js'

/**
 * What should be known before a later table takes the place of an earlier one: a version that is told twice, what an
 * assessment can no longer give or now must, what is gone, which published amounts fall unprotected. RAS901 to RAS906.
 *
 * Pointers lead into the later table: to the thing itself, or for what is gone to what it stood in. Two tables that say
 * the same have no findings.
 *
 * @throws TypeError for a table that did not come from `loadTable` or `tableFromJson`.
 * @example against(table, table) // []
 */
export function against(earlier: AllocationTable, later: AllocationTable): Finding[] {
  const sides: Sides = {
    earlier: { table: earlier, written: writtenOf(earlier), plan: planOf(earlier) },
    later: { table: later, written: writtenOf(later), plan: planOf(later) },
  }
  return [versions, inputsGone, newlyAsked, offersGone, amountsFallen].flatMap((check) => check(sides))
}
