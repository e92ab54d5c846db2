import type { TableRef } from '../../allocate/budget.js'

/** What a change is about; money first, and words last. */
export const TOPICS = [
  'lines',
  'price',
  'rows',
  'rates',
  'changes',
  'funders',
  'questions',
  'points',
  'facts',
  'scores',
  'flags',
  'ways',
  'streams',
  'routes',
  'identity',
  'dates',
  'sources',
  'words',
] as const

export type Topic = (typeof TOPICS)[number]

/** What a number counts. */
export type Measure =
  | `pounds ${'a' | 'for'} ${string}`
  | 'pounds'
  | 'hours'
  | 'hours a week'
  | 'hours a month'
  | 'units a year'
  | 'points'
  | 'per cent'
  | 'times'
  | 'years'
  | 'a number'

interface Place {
  readonly what: Topic
  /** A JSON Pointer into the later table; into the earlier one for what is gone. */
  readonly at: string
  /** The way to it in words, such as `Short breaks (short-breaks)`, `the row from 146 points`, `gives`. */
  readonly name: readonly string[]
  /** What it counts, where it is a number. */
  readonly of: Measure | null
}

/** Between two numbers: later less earlier, exactly, with its sign, and as a percentage of the earlier. */
export interface Difference {
  readonly by: string
  /** To one decimal, or more where it would read 0.0 or 100.0 and is not; a tie away from nothing. Null where the earlier number is 0. */
  readonly perCent: string | null
}

/**
 * One thing that a later table says otherwise. `before` and `after` are as they stand in the tables, line breaks and
 * repeated spaces aside; of what has parts, all parts in short. Of what `moved`, they are the places.
 */
export type TableChange =
  | (Place & { readonly kind: 'added'; readonly before: null; readonly after: string })
  | (Place & { readonly kind: 'removed'; readonly before: string; readonly after: null })
  | (Place & {
      readonly kind: 'changed' | 'moved'
      readonly before: string
      readonly after: string
      readonly difference: Difference | null
    })
  | (Place & { readonly kind: 'reordered'; readonly before: string; readonly after: string })

/** What a later table says otherwise than an earlier one, by meaning. Plain JSON. */
export interface TableDiff {
  readonly format: 'ras.diff/1'
  readonly earlier: TableRef
  readonly later: TableRef
  /** Whether both are versions of one scheme: their ids are the same. */
  readonly sameScheme: boolean
  /** Whether only the writing differs: there is no change, and yet the hashes differ. */
  readonly onlyWriting: boolean
  /** Money first; empty where both say the same. */
  readonly changes: readonly TableChange[]
}
