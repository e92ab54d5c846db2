import type { Located } from '../../diagnostic.js'

/** What checking files found, before it is text for a person or data for a CI system. */
export interface Report {
  /** In the order in which they are told: see `sortFindings`. */
  readonly findings: readonly Located[]
  /** What was read, each once, in the order given. */
  readonly files: readonly ReadFile[]
  /** How many warnings are allowed; null where they do not count. */
  readonly most: number | null
}

export interface ReadFile {
  /** As its findings name it. */
  readonly file: string
  /** Its text, to show the line that a finding is on. */
  readonly text: string
  /** What there is to say of it besides its findings, in whole lines; nothing where it is no table that loads. */
  readonly about: string
}

/** What findings call a text that came from no file. */
export const STANDARD_INPUT = '(standard input)'

/** `2 errors, 1 warning` */
export function tally({ findings }: Pick<Report, 'findings'>): string {
  const warnings = findings.filter(isWarning).length
  return `${count(findings.length - warnings, 'error')}, ${count(warnings, 'warning')}`
}

/** What is to be said where there are more warnings than are allowed; null where there are not. */
export function tooMany({ findings, most }: Report): string | null {
  const warnings = findings.filter(isWarning).length
  if (most === null || warnings <= most) return null
  return `Too many warnings: ${warnings}, where at most ${most} ${most === 1 ? 'is' : 'are'} allowed.`
}

/** Whether the check has failed: by an error, or by more warnings than are allowed. */
export function fails(report: Report): boolean {
  return report.findings.some((one) => !isWarning(one)) || tooMany(report) !== null
}

export function isWarning({ severity }: Located): boolean {
  return severity === 'warning'
}

/** `RAS203 at 12:3`; of what has no lines, its pointer. */
export function codeAndPlace({ code, line, column, at }: Located): string {
  return `${code} at ${line > 0 ? `${line}:${column}` : at || '/'}`
}

/** The lines of a text, as findings count them. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/)
}

/** A path as it stands in a repository: with `/`, and without a `./` that says nothing. */
export function repositoryPath(file: string): string {
  return file.replaceAll('\\', '/').replace(/^(\.\/+)+(?=.)/, '')
}

function count(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`
}
