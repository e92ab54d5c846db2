import type { Assessment, CaseloadColumns, Given } from '../src/index.js'

/** One case of a caseload as the assessment that it stands for. */
export function caseOf({ columns }: CaseloadColumns, row: number): Assessment {
  const assessment: Record<string, unknown> = { case: `row-${row}` }
  const inside: Record<string, Record<string, Given>> = { facts: {}, answers: {}, scores: {} }
  for (const [path, { values, codes }] of Object.entries(columns)) {
    const given = values[codes[row] ?? 0]
    if (given === undefined) continue
    const [first = '', id] = path.split('/')
    const group = inside[first]
    if (group && id !== undefined) group[id] = given
    else assessment[path] = given
  }
  return { ...assessment, ...inside } as unknown as Assessment
}
