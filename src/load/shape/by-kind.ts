import * as z from 'zod'

/**
 * A value that is either some text or a mapping. A plain union answers a slip in one with complaints about both; the
 * names travel in the message, so that `shape-findings.ts` can report on the one that was written.
 */
export function textOrMapping<T extends z.ZodType, M extends z.ZodType>(text: T, mapping: M) {
  return z.union([text, mapping], { error: JSON.stringify(['#text', '#mapping']) })
}
