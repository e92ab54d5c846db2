import type { Located } from '../../diagnostic.js'
import { locate } from '../../load/source.js'
import type { Difference } from './differences.js'

/** What became of one golden case. It passed when nothing is wrong with it. */
export interface CaseResult {
  /** The name of its folder. */
  readonly name: string
  readonly title: string | null
  readonly wrong: readonly Wrong[]
}

/** One thing that is wrong with a case. `line` and `column` count from 1; both are 0 where there is no line to show. */
export interface Wrong {
  readonly file: string
  readonly line: number
  readonly column: number
  /** A JSON Pointer into the file. */
  readonly at: string
  /** Of a finding; null where a figure differs, or a file is missing. */
  readonly code: string | null
  readonly message: string
  /** What the case says and what came, where these differ. Null where one of them says nothing. */
  readonly expected: string | null
  readonly came: string | null
}

/** A file that is not there, a folder without a number: what can be said in a sentence only. */
export function missing(file: string, message: string): Wrong {
  return { file, line: 0, column: 0, at: '', code: null, message, expected: null, came: null }
}

export function fromFinding({ file, line, column, at, code, message, mend }: Located): Wrong {
  return { file, line, column, at, code, message: `${message} ${mend}`, expected: null, came: null }
}

/** A difference at its place in the text of `expected.yaml`. */
export function fromDifference(difference: Difference, file: string, text: string): Wrong {
  const { at, expected, came } = difference
  return { file, ...locate(text, at), at, code: null, message: inWords(difference), expected, came }
}

function inWords({ at, expected, came }: Difference): string {
  if (at === '/hash')
    return `The table is not the one the case was made with: the hash ${expected} was expected, and ${came} came.`
  if (expected === null) return `${at}: the case says nothing, and ${came} came.`
  return `${at}: ${expected} was expected, and ${came ?? 'nothing'} came.`
}
