import type { Located } from '../diagnostic.js'
import { PRINCIPLES, principleOf } from '../principle.js'

/** Findings for a person: where, what, the line itself with a mark under it, and how to mend it. */
export function pretty(findings: readonly Located[], textOf: (file: string) => string): string {
  return findings.map((one) => `${heading(one)}${frame(one, textOf(one.file))}  ${one.mend}\n`).join('\n')
}

function heading(one: Located): string {
  const { file, line, column, severity, code, message, at } = one
  const where = line > 0 ? `${file}:${line}:${column}` : `${file} ${at || '/'}`
  return `${where} ${severity} ${code}${principleIn(one)}\n  ${message}\n`
}

/** The principle that a finding bears on, in brackets; nothing where there is none. */
function principleIn(one: Located): string {
  const principle = principleOf(one)
  return principle === null ? '' : ` (principle ${principle}: ${PRINCIPLES[principle]})`
}

/** Whether a finding is a concern of an audit: it is told in a line, where everything else is told in full. */
export function isConcern({ code, severity }: Located): boolean {
  return severity === 'warning' && code.startsWith('RAS8')
}

/** A finding in one line: where, what it bears on, and what is wrong. */
export function inShort(one: Located): string {
  return `  ${one.line}:${one.column} ${one.code}${principleIn(one)} ${one.message}\n`
}

/** The line a finding is on, cut to fit a screen, and a mark under the column. */
function frame({ line, column }: Located, text: string): string {
  if (line === 0) return ''
  const source = (text.split(/\r\n|\r|\n/)[line - 1] ?? '').replaceAll('\t', ' ')
  const from = Math.max(0, column - 70)
  const number = String(line)
  return `  ${number} | ${source.slice(from, from + 110)}\n  ${' '.repeat(number.length)} | ${' '.repeat(Math.max(0, column - 1 - from))}^\n`
}

/** Findings for a machine: a JSON list, one object a finding, with the number of the principle it bears on or null. */
export function asJson(findings: readonly Located[]): string {
  const all = findings.map((one) => ({ ...one, principle: principleOf(one) }))
  return `${JSON.stringify(all, null, 2)}\n`
}

/** `2 errors, 1 warning` */
export function tally(findings: readonly Located[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const warnings = findings.length - errors
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`
  return `${count(errors, 'error')}, ${count(warnings, 'warning')}`
}
