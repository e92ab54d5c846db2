import { auditTable } from '../../src/index.js'
import { interleaved, type Timing } from '../rounds.js'
import { westmarch } from '../westmarch.js'

/** Microseconds to judge the table by the six principles: once for each table, and never for a budget. */
export function measure(): Timing {
  const table = westmarch()
  return interleaved({ audit: () => auditTable(table).principles.length }, 12).audit
}
