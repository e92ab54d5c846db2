import type { Plan } from '../load/plan.js'
import type { TableRef } from './budget.js'

/** Which table a result was worked out by. */
export function tableRef({ id, version, hash, authority, provenance, status }: Plan): TableRef {
  return { id, version, hash, authority, provenance, status }
}
