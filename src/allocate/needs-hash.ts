import { hashOf } from '../load/hash.js'
import type { Needs } from '../score/needs.js'

/**
 * SHA-256, in hexadecimal, over what a budget was computed from and nothing else: two cases with equal needs have equal
 * hashes, and by the same table the same figures, whoever they are.
 *
 * The order of keys, the wording of answers, the case reference and who took part do not change it; every fact, answer
 * and point does. Principle 6, fair and equitable: driven by required support alone.
 *
 * @example needsHash(one.needs) === needsHash(another.needs) // the same needs, so the same budget
 */
export function needsHash(needs: Needs): string {
  return hashOf(needs)
}
