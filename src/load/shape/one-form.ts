import * as z from 'zod'

type Forms = Readonly<Record<string, z.ZodObject>>

/**
 * A mapping that takes one of several forms, told apart by the key each is named for. A plain union answers a slip in
 * one form with complaints about all of them; this carries the names of the forms, so that `shape-findings.ts` can
 * report the one that was meant.
 */
export function oneForm<const F extends Forms>(forms: F) {
  const shapes = Object.values(forms) as [F[keyof F], ...F[keyof F][]]
  return z.union(shapes, { error: JSON.stringify(Object.keys(forms)) })
}
