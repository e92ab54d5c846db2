/**
 * What an assessment says beside the answers, which moves no sum: whose view, which evidence, what the child hopes for,
 * who took part. Null where nothing is said.
 */
export interface Told {
  /** Of an answer, by the input's id. */
  readonly evidence: (input: string) => string | null
  readonly view: (input: string) => string | null
  /** The hope for one outcome of a table. */
  readonly hope: (table: string, outcome: string) => string | null
  /** The hopes that name no outcome, over so many cells: the last has all that are left. */
  readonly otherHope: (at: number, cells: number) => string | null
  /** The roles of those who took part, in the same way. */
  readonly role: (at: number, cells: number) => string | null
}

/** The text of one of a number of cells; what does not fit stands in the last, with semicolons between. */
export function spread(texts: readonly string[], at: number, cells: number): string | null {
  const here = at === cells - 1 ? texts.slice(at) : texts.slice(at, at + 1)
  return here.length === 0 ? null : here.join('; ')
}
