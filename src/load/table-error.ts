import { type Located, oneLine } from '../diagnostic.js'

/** Why a table, or several together, cannot be used: every finding, sorted. `name` is `TableError`, `code` is `RAS_TABLE`. */
export interface TableError extends Error {
  readonly name: 'TableError'
  readonly code: 'RAS_TABLE'
  readonly findings: readonly Located[]
}

/** The error for findings that are sorted already; `about` says whose they are. */
export function tableError(findings: readonly Located[], about: string): TableError {
  const message = `${about}: ${findings.length} ${findings.length === 1 ? 'error' : 'errors'}\n${findings.map(oneLine).join('\n')}`
  return Object.assign(new Error(message), { name: 'TableError', code: 'RAS_TABLE', findings } as const)
}
