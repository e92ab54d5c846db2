import { CHECKS } from '../../src/load/checks/index.js'
import { compile } from '../../src/load/compile/compile.js'
import { hashOf } from '../../src/load/hash.js'
import { salvage } from '../../src/load/loose.js'
import { checkShape } from '../../src/load/shape-findings.js'
import { readSource } from '../../src/load/source.js'
import { interleaved, type Timing } from '../rounds.js'
import { WESTMARCH_FILE, westmarchText } from '../westmarch.js'

/** Where the time of loading goes, in microseconds: each stage by itself, warm. */
export function measure(): Record<string, Timing> {
  const text = westmarchText()
  const { tree } = readSource(text, WESTMARCH_FILE)
  const { table } = checkShape(tree)
  if (!table) throw new RangeError('The table does not load')
  const loose = salvage(tree, [])
  const hash = hashOf(table)
  return interleaved(
    {
      'read the YAML': () => String(readSource(text, WESTMARCH_FILE).tree).length,
      'check the shape': () => checkShape(tree).findings.length,
      'check what it says': () => CHECKS.flatMap((check) => check(loose)).length,
      hash: () => hashOf(table).length,
      compile: () => compile(table, hash).plan.lines.length,
    },
    12,
  )
}
