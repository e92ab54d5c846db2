import { columnName } from '../../caseload/sheet/header.js'
import { betweenHeadings, headingsFor } from '../../caseload/sheet/headings.js'
import type { Plan } from '../../load/plan.js'
import type { Program } from '../program/program.js'

/**
 * The name of each input's column, by the input's id: the name that it has in any sheet of cases for these tables, and so
 * the short one where it is enough.
 */
export function columnNames({ inputs }: Program, plans: readonly Plan[]): ReadonlyMap<string, string> {
  const known = [...headingsFor(plans), ...betweenHeadings(plans)]
  return new Map(
    inputs.map(({ id }) => {
      const heading = known.find(({ name }) => name === id)
      return [id, heading ? columnName(heading, known) : id]
    }),
  )
}
