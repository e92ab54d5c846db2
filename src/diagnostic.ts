import type { Raised } from './raised.js'

/**
 * Every finding there is: its code, and the data its sentence needs. Sentences live in `load/finding-words/`.
 *
 * Families: 0 file and YAML · 1 shape · 2 rows and reach · 3 money and rounding · 4 dates and versions · 5 sources ·
 * 6 questionnaire, scores and assessment · 7 flags and routing · 8 principles, the second digit saying which ·
 * 9 differences from an earlier table.
 */
export interface FindingData {
  RAS001: { readonly detail: string }
  RAS002: { readonly limit: string }
  RAS003: { readonly what: 'anchor' | 'alias' | 'tag' | 'directive' }
  RAS004: { readonly key: string }
  RAS005: { readonly limit: number }
  RAS006: Record<never, never>
  RAS007: { readonly documents: number }
  RAS008: { readonly key: string }
  RAS101: { readonly key: string; readonly known: readonly string[] }
  RAS102: { readonly key: string }
  RAS103: { readonly expected: string; readonly got: string }
  RAS104: { readonly got: string; readonly allowed: readonly string[] }
  RAS105: { readonly got: string; readonly expected: string }
  RAS106: { readonly options: readonly string[] }
  RAS107: { readonly least: number; readonly most: number }
  RAS109: { readonly kind: string; readonly name: string; readonly known: readonly string[] }
  RAS110: { readonly name: string; readonly other: string }
  RAS111: { readonly line: string; readonly title: string; readonly other: string; readonly where: string }
  RAS112: { readonly table: string }
  RAS201: { readonly from: string; readonly before: string }
  RAS202: { readonly from: string; readonly lowest: number }
  RAS203: { readonly from: string; readonly to: string; readonly next: string | null }
  RAS204: { readonly from: string }
  RAS205: { readonly from: string; readonly highest: number }
  RAS206: { readonly missing: boolean; readonly of: 'row' | 'form' }
  RAS301: { readonly line: string; readonly step: string }
  RAS302: { readonly line: string; readonly lowest: number }
  RAS303: { readonly unit: string; readonly published: string; readonly worked: string }
  RAS304: { readonly change: string; readonly after: string }
  RAS305: { readonly sum: string; readonly of: 'funders' | 'contingency' | 'package' }
  RAS306: { readonly line: string }
  RAS307: { readonly needs: string; readonly got: string }
  RAS308: { readonly line: string; readonly needed: boolean }
  RAS309: { readonly line: string }
  RAS310: { readonly tier: string }
  /** Only of a workbook: the table itself is in order. */
  RAS311: { readonly why: string }
  RAS401: { readonly from: string; readonly to: string }
  RAS402: { readonly date: string }
  RAS403: {
    readonly stream: string
    readonly other: string
    readonly where: string
    readonly from: string
    readonly to: string | null
  }
  RAS404: {
    readonly stream: string
    readonly from: string
    readonly to: string
    readonly before: string
    readonly scheme: string | null
  }
  RAS405: { readonly version: string; readonly where: string; readonly same: boolean }
  RAS406: { readonly version: string; readonly on: string }
  RAS407: { readonly table: string; readonly file: string }
  RAS408: {
    readonly table: string
    readonly why: 'missing' | 'itself' | 'later' | 'twice' | 'circle'
    readonly where: string
  }
  RAS409: {
    readonly what: string
    readonly on: string
    readonly before: string | null
    readonly after: string | null
    readonly unpublished: readonly string[]
  }
  RAS410: { readonly what: string; readonly on: string; readonly tables: readonly string[] }
  RAS411: { readonly version: string }
  RAS412: { readonly status: string }
  RAS501: { readonly source: string; readonly provenance: string }
  RAS502: { readonly source: string }
  RAS503: { readonly what: string }
  RAS504: { readonly what: string }
  RAS601: { readonly level: string }
  RAS602: { readonly level: string; readonly points: string; readonly before: string; readonly direction: string }
  RAS603: { readonly path: readonly string[] }
  RAS604: { readonly name: string; readonly score: string }
  RAS605: { readonly fact: string; readonly is: string; readonly needed: readonly string[] }
  RAS606: { readonly question: string }
  RAS607: { readonly word: string }
  RAS608: { readonly from: number; readonly below: number }
  RAS609: { readonly score: string }
  RAS620: { readonly question: string }
  RAS621: { readonly question: string; readonly level: string; readonly levels: readonly string[] }
  RAS622: { readonly question: string; readonly level: string; readonly points: string; readonly table: number }
  RAS623: {
    readonly question: string
    readonly points: string
    readonly allowed: readonly number[]
    readonly between: boolean
  }
  RAS624: { readonly question: string }
  RAS625: { readonly question: string; readonly form: string }
  RAS626: { readonly fact: string; readonly is: string; readonly expected: string }
  RAS627: { readonly fact: string; readonly got: string; readonly expected: string }
  RAS628: { readonly forms: readonly string[] }
  RAS629: { readonly age: number; readonly form: string; readonly from: number | null; readonly below: number | null }
  RAS630: { readonly fact: string }
  RAS631: { readonly score: string; readonly most: number }
  RAS632: { readonly got: string }
  RAS633: { readonly start: string; readonly end: string }
  RAS634: { readonly question: string }
  RAS701: { readonly case: string }
  RAS702: { readonly combinations: number; readonly limit: number }
  RAS811: { readonly outcome: string; readonly asked: boolean }
  RAS821: { readonly what: string; readonly of: string | null; readonly count: number; readonly most: number }
  RAS831: { readonly score: string; readonly word: 'times' | 'weight' | 'at-most' }
  RAS832: Record<never, never>
  RAS841: { readonly fact: string; readonly is: string }
  RAS842: { readonly line: string }
  RAS851: Record<never, never>
  RAS852: { readonly stream: string; readonly about: readonly string[] }
  RAS853: Record<never, never>
  RAS854: Record<never, never>
  RAS861: { readonly line: string; readonly raised: readonly Raised[]; readonly less: string; readonly more: string }
  RAS862: { readonly line: string }
  RAS863: { readonly score: string; readonly from: string; readonly next: string | null }
  RAS864: { readonly question: string; readonly line: string; readonly isEducation: boolean }
  RAS865: { readonly name: string; readonly word: string }
  RAS866: { readonly case: string }
  RAS901: { readonly version: string }
  RAS902: { readonly table: string }
  RAS903: { readonly kind: string; readonly name: string }
  RAS904: { readonly kind: string; readonly name: string }
  RAS905: { readonly line: string; readonly of: string; readonly before: string; readonly after: string }
  RAS906: { readonly kind: string; readonly name: string }
  RAS911: { readonly change: string; readonly pounds: string; readonly limit: string }
  RAS912: {
    readonly case: string
    readonly before: string
    readonly after: string
    readonly loss: string
    readonly limit: string
  }
  RAS913: { readonly cases: number; readonly of: number; readonly limit: string }
  RAS914: { readonly case: string; readonly table: 'old' | 'new'; readonly why: string; readonly asks: boolean }
  RAS915: { readonly pounds: string; readonly change: string; readonly limit: string }
  RAS916: { readonly cases: number }
}

export type Code = keyof FindingData

/** A finding before it is located: what, where (a JSON Pointer), on the key or the value, and its data. No words. */
export type Finding = {
  [C in Code]: {
    readonly code: C
    readonly at: string
    readonly on: 'key' | 'value'
    readonly data: FindingData[C]
  }
}[Code]

export type Severity = 'error' | 'warning'

/** A finding as a person meets it. `line` and `column` count from 1; both are 0 where the input was data, not text. */
export type Located = Finding & {
  readonly severity: Severity
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
  readonly mend: string
}

const WARNINGS: ReadonlySet<Code> = new Set<Code>([
  'RAS411',
  'RAS502',
  'RAS503',
  'RAS606',
  'RAS607',
  'RAS609',
  'RAS701',
  'RAS702',
  'RAS811',
  'RAS821',
  'RAS832',
  'RAS841',
  'RAS842',
  'RAS851',
  'RAS852',
  'RAS853',
  'RAS854',
  'RAS862',
  'RAS865',
  'RAS902',
  'RAS903',
  'RAS904',
  'RAS905',
  'RAS906',
])

/** Whether a code stops a table from loading (`error`) or is only told (`warning`). */
export function severity(code: Code): Severity {
  return WARNINGS.has(code) ? 'warning' : 'error'
}

/** Makes a finding at a pointer. `on` says whether its position is the key's or the value's. */
export function finding<C extends Code>(
  code: C,
  at: string,
  data: FindingData[C],
  on: 'key' | 'value' = 'value',
): Extract<Finding, { code: C }> {
  return { code, at, on, data } as Extract<Finding, { code: C }>
}

/** The same finding about the same thing by another name. */
export function renamed(found: Finding, of: 'fact' | 'question' | 'score', name: string): Finding {
  return { ...found, data: { ...found.data, [of]: name } } as Finding
}

/** The most findings that are told of one input: a file with more is not the file that was meant. */
export const MOST_FINDINGS = 200

/** Orders findings by file, line, column and code, so that one input always prints one list. */
export function sortFindings(findings: readonly Located[]): Located[] {
  return [...findings].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.code, b.code) ||
      compare(a.at, b.at),
  )
}

/** A finding on one line: where, its code, what is wrong and how to mend it. Data has no lines: its pointer stands there. */
export function oneLine({ file, line, column, at, code, message, mend }: Located): string {
  return `  ${line > 0 ? `${file}:${line}:${column}` : at || '/'} ${code} ${message} ${mend}`
}

/** Code-unit order, the same on every machine; used wherever ids are sorted. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
