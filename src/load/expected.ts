import { type Finding, finding, type Located, sortFindings } from '../diagnostic.js'
import { pointer } from '../pointer.js'
import { type Expected, expectedShape } from './shape/expected.js'
import { checkAgainst } from './shape-findings.js'
import { readSource } from './source.js'

export type { Expected } from './shape/expected.js'

export type ExpectedResult =
  | { readonly success: true; readonly data: Expected; readonly locate: (finding: Finding) => Located }
  | { readonly success: false; readonly findings: readonly Located[] }

/**
 * Reads what a golden case expects, from YAML or JSON: its shape, and that a line says a figure where its state has one.
 * Gives it with the way back to its lines, or every finding, at file:line:column. Never throws.
 *
 * @example readExpected(text, 'cases/001-a/expected.yaml').data.total // { settled: '1500.00', 'at-least': 'no' }
 */
export function readExpected(text: string, file: string): ExpectedResult {
  const { tree, findings, locate } = readSource(text, file)
  if (tree === undefined) return { success: false, findings }
  const { value, findings: found } = checkAgainst(expectedShape, tree)
  if (value === undefined) return { success: false, findings: sortFindings(found.map(locate)) }
  const missing = figures(value)
  if (missing.length > 0) return { success: false, findings: sortFindings(missing.map(locate)) }
  return { success: true, data: value, locate }
}

/** A figure that a state always has. Without it nothing would be compared. */
function figures({ lines }: Expected): Finding[] {
  return Object.entries(lines).flatMap(([name, line]) => {
    const key = line.state === 'settled' ? 'pounds' : line.state === 'by-setting' ? 'settings' : undefined
    return key === undefined || line[key] !== undefined
      ? []
      : [finding('RAS102', pointer(['lines', name]), { key }, 'key')]
  })
}
