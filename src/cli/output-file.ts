import path from 'node:path'
import { LOCK_NAME } from '../load/series/lock.js'
import { stop } from './io.js'

/**
 * The file that `-o` names; null for standard output.
 *
 * @throws Stop where a table or the record of what was published stands there, or would be taken for one.
 */
export function outputFile(output: string | undefined): string | null {
  if (output === undefined || output === '-') return null
  if (path.basename(output) === LOCK_NAME || /\.ya?ml$/i.test(output))
    throw stop(
      2,
      `${output} has the name of a table, or of the record of what was published: nothing else is written there.`,
    )
  return output
}
