/** One thing that is wrong with one row of a file of cases. */
export interface BadRow {
  readonly row: number
  readonly case: string
  /** The column, as it is named in the file, or the place in an assessment; empty where it is the whole row. */
  readonly column: string
  readonly code: string
  readonly message: string
  readonly mend: string
}
