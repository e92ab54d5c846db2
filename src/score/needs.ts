/**
 * An assessment: a scored supported self-assessment questionnaire with the facts around it, as a case system hands it
 * over. Numbers may also be given as text (`'21'`), and yes/no as `true`/`false` or `'yes'`/`'no'`.
 *
 * For several tables, a fact, an answer, a brought score or an outcome may be given plain (`age`), for every table that
 * knows it, or for one (`harbour-short-breaks/age`), where it counts before the plain one.
 */
export interface Assessment {
  readonly format?: 'ras.assessment/1'
  /** A reference, never a name: letters, digits and `. _ / -`, at least one digit. */
  readonly case: string
  /**
   * The form that was answered; needed when the table has forms. With several tables, one form for all that have forms,
   * or each table's form by the table's id.
   */
  readonly form?: string | Readonly<Record<string, string>>
  /** The day of the assessment, `YYYY-MM-DD`. */
  readonly date: string
  /** Every fact that the table declares; a start date may be left out. */
  readonly facts?: Readonly<Record<string, FactInput>>
  /** Who took part, by role: never a name. */
  readonly participants?: readonly string[]
  /** An answer to every question of the form that may not be left blank. */
  readonly answers?: Readonly<Record<string, AnswerInput>>
  /** Points scored on the council's own form, by score. */
  readonly scores?: Readonly<Record<string, number | string>>
  /** What the child wants to achieve, in their words. Kept out of every sum. */
  readonly outcomes?: readonly { readonly outcome?: string; readonly words: string }[]
  /** The family asks to be an exceptional case, and why. */
  readonly exceptional?: { readonly asked: boolean | string; readonly because?: string }
}

export type FactInput = string | number | boolean | { readonly state: string; readonly reason?: string }

export type AnswerInput =
  | string
  | {
      /** Of a question in kinds: which kind it is. */
      readonly kind?: string
      readonly level?: string
      readonly points?: number | string
      /** Where the evidence for the answer is: a reference, such as `EP report, 3 May`. */
      readonly evidence?: string
      /** Whose view the answer is: a role. */
      readonly view?: string
    }

/**
 * What a budget is computed from, and nothing else: two cases with equal needs get the same figures.
 * An answer is a level (`kind/level` where a question has kinds), points between two levels, `not-applicable`, or null
 * where it was left blank or not asked. Of several tables, every name has its table's id before it.
 */
export interface Needs {
  /** The day of the assessment where a figure depends on it, as a taper does; otherwise null. */
  readonly date: string | null
  /** False for a child below the age from which the form, or of several tables any form, is scored. */
  readonly scored: boolean
  /** Null where the table has no forms, or there are several tables. */
  readonly form: string | null
  /** Each table's form, by the table's id; only where there are several tables. */
  readonly forms?: Readonly<Record<string, string>>
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
  readonly answers: Readonly<Record<string, string | number | null>>
  readonly scores: Readonly<Record<string, number>>
  readonly askedExceptional: boolean
}

/** What is told about a case and never moves a sum. */
export interface CaseRecord {
  readonly case: string
  readonly date: string
  readonly participants: readonly string[]
  readonly evidence: Readonly<Record<string, string>>
  readonly views: Readonly<Record<string, string>>
  /** The written reason for each refused decision, by fact. */
  readonly reasons: Readonly<Record<string, string>>
  readonly intended: readonly { readonly outcome: string | null; readonly words: string }[]
  readonly exceptionalBecause: string | null
}

/** A category that chose beside the points, or in their place: the value of a fact, or the level of an answer. */
export interface Key {
  readonly of: string
  readonly is: string
}

/** A factor that was looked up: by `points` of `score` in the row `from`, by `keys`, or by both. */
export interface WeightUse {
  readonly factor: string
  readonly score: string | null
  readonly points: number | null
  readonly from: number | null
  readonly keys: readonly Key[]
}

/** One step of a score's working. Points are numbers as a person writes them. */
export type ScoreStep =
  | { readonly op: 'points'; readonly of: readonly string[]; readonly points: readonly number[] }
  | {
      readonly op: 'per-cent'
      readonly of: readonly string[]
      readonly perCent: readonly string[]
      readonly points: readonly number[]
    }
  | {
      readonly op: 'highest'
      readonly of: readonly string[]
      readonly points: readonly number[]
      /** The one that counts: the highest, and of several the first by name. */
      readonly highest: string
    }
  | { readonly op: 'brought'; readonly points: number }
  | (WeightUse & { readonly op: 'weight'; readonly before: number; readonly after: number })
  | { readonly op: 'times'; readonly factor: string; readonly before: number; readonly after: number }
  | { readonly op: 'at-most'; readonly limit: number; readonly before: number; readonly after: number }

/** A score and how it was reached. Groups of questions are listed among the scores. */
export interface ScoreResult {
  readonly id: string
  readonly points: number
  readonly steps: readonly ScoreStep[]
}
