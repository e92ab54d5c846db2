import type { SheetFaultData } from '../../caseload/sheet/fault.js'
import type { Code } from '../../diagnostic.js'

/** What a file of cases can have wrong before an assessment in it can be read. */
export type SheetCode = keyof SheetFaultData

/** What a code means, for somebody who meets it for the first time. Plain text. */
export interface Meaning {
  /** A few words, without a full stop. */
  readonly title: string
  /** What was seen, why it matters, and what it does not mean. */
  readonly meaning: string
  /** How it is mended, with the choice there is. */
  readonly mend: string
}

export type Meanings = { readonly [C in Code | SheetCode]?: Meaning }

/** Prose that is too long for one line of code. */
export function said(...lines: readonly string[]): string {
  return lines.join(' ')
}
