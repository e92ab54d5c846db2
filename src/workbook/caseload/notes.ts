import { call } from '../formula/expression.js'
import type { Quantity } from '../program/program.js'
import { notInForce } from '../sheets/in-force.js'
import type { Arranging } from '../sheets/scheme.js'
import type { Results } from './results.js'
import { inParts } from './row-program.js'

const ID = 'result/notes'

/** What else must be said of a child’s amounts: that a table was not in force on the day of the assessment. */
export function notes({ schemes }: Arranging): Results {
  const { parts, whole } = inParts(
    ID,
    schemes.map((scheme) => notInForce(scheme, ' ')),
  )
  const title = 'Notes'
  const made: Quantity = {
    ...{ id: ID, label: title, unit: 'text', section: '', waits: true },
    formula: call('TRIM', whole),
  }
  return { columns: [{ name: 'notes', title, id: ID, style: 'text', width: 30 }], quantities: [...parts, made] }
}
