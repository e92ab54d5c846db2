import type { Located } from '../../diagnostic.js'
import type { RowTrouble } from '../batch/block.js'

/** A row of a caseload: a case as each table is to read it, or what is wrong with it before any table is asked. */
export type DiffRow =
  | { readonly is: 'case'; readonly row: number; readonly case: string; readonly old: unknown; readonly new: unknown }
  | { readonly is: 'trouble'; readonly trouble: RowTrouble }

/** What neither table can read of a row: everything the earlier one finds, and what else the later one does. */
export function neitherReads(old: readonly Located[], by: readonly Located[]): readonly Located[] {
  const told = new Set(old.map(({ at, message }) => `${at} ${message}`))
  return [...old, ...by.filter(({ at, message }) => !told.has(`${at} ${message}`))]
}
