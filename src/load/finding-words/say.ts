import type { Code, FindingData } from '../../diagnostic.js'

export interface Words {
  /** What is wrong. */
  readonly message: string
  /** How to mend it. */
  readonly mend: string
}

/** Sentences by code, each from the finding's data. */
export type Sentences = { readonly [C in Code]?: (data: FindingData[C]) => Words }

export function say(message: string, mend: string): Words {
  return { message, mend }
}

/** Pence as a sentence shows them; below nothing with a minus. */
export function money(pence: number): string {
  return `${pence < 0 ? '−' : ''}£${(Math.abs(pence) / 100).toFixed(2)}`
}
