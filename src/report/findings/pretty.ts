import type { Located } from '../../diagnostic.js'
import { PRINCIPLES, principleOf } from '../../principle.js'
import { visible } from '../../visible.js'
import { oneLine } from '../one-line.js'
import { linesOf, type Report, tally, tooMany } from './report.js'

/**
 * A report for a person: each finding with its line, a mark under it and how to mend it; then what there is to say of
 * each file, and how much was found. Concerns of an audit are told with their file, in a line each. A clean report of
 * files of which there is nothing to say is empty.
 */
export function asPretty(report: Report): string {
  const { findings, files } = report
  const lines = new Map(files.map(({ file, text }) => [file, linesOf(text)]))
  const full = findings.filter((one) => !isConcern(one))
  const blocks = [
    full.map((one) => inFull(one, lines.get(one.file) ?? [])).join('\n'),
    files.map(({ about }) => about.split('\n').map(still).join('\n')).join(''),
    findings.length > 0 ? `${tally(report)}\n` : '',
  ]
  const more = tooMany(report)
  return `${blocks.filter((block) => block !== '').join('\n')}${more === null ? '' : `${more}\n`}`
}

/** A finding as a person meets it: where, what, the line itself with a mark under it, and how to mend it. */
export function inFull(one: Located, lines: readonly string[]): string {
  const { file, line, column, severity, code, message, mend, at } = one
  const where = line > 0 ? `${file}:${line}:${column}` : `${file} ${at || '/'}`
  const heading = `${oneLine(where)} ${severity} ${code}${principleIn(one)}`
  return `${heading}\n  ${oneLine(message)}\n${frame(one, lines)}  ${oneLine(mend)}\n`
}

/** Whether a finding is a concern of an audit: it is told in a line, where everything else is told in full. */
export function isConcern({ code, severity }: Located): boolean {
  return severity === 'warning' && code.startsWith('RAS8')
}

/** A finding in one line: where, what it bears on, and what is wrong. */
export function inShort(one: Located): string {
  return `  ${one.line}:${one.column} ${one.code}${principleIn(one)} ${oneLine(one.message)}\n`
}

/** The principle that a finding bears on, in brackets; nothing where there is none. */
function principleIn(one: Located): string {
  const principle = principleOf(one)
  return principle === null ? '' : ` (principle ${principle}: ${PRINCIPLES[principle]})`
}

/** The line a finding is on, cut to fit a screen, and a mark under the column. */
function frame({ line, column }: Located, lines: readonly string[]): string {
  if (line === 0) return ''
  const from = Math.max(0, column - 70)
  const source = still(lines[line - 1]?.slice(from, from + 110) ?? '')
  const number = String(line)
  return `  ${number} | ${source}\n  ${' '.repeat(number.length)} | ${' '.repeat(Math.max(0, column - 1 - from))}^\n`
}

/** A line with each character in its column, without those that steer a terminal or turn the order of what is shown. */
function still(source: string): string {
  return visible(source.replaceAll('\t', ' '))
}
