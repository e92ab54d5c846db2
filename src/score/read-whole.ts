import { isDate } from '../calendar.js'
import { finding } from '../diagnostic.js'
import { pointer } from '../pointer.js'
import type { CaseRecord } from './needs.js'
import { type Data, list, mapping, type Report, readText, shown, truth } from './read-values.js'

/** What a case may be called: never a name, which has no digit. */
const REFERENCE = /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/

/** What is said of the case itself, whichever table reads it. */
export type Whole = ReturnType<typeof readWhole>

export function readWhole(outcomes: readonly string[], input: Data, report: Report) {
  const { asked, because } = readExceptional(input.exceptional, report)
  return {
    case: readReference(input.case, report),
    date: readDate(input.date, report),
    participants: readParticipants(input.participants, report),
    intended: readIntended(outcomes, input.outcomes, report),
    asked,
    because,
  }
}

/** The reference of a case; anything else is told. */
export function readReference(input: unknown, report: Report): string {
  return readText(input, '/case', 'case', REFERENCE, report)
}

function readExceptional(input: unknown, report: Report): { readonly asked: boolean; readonly because: string | null } {
  const given = input === undefined ? undefined : mapping(input, '/exceptional', report)
  if (!given) return { asked: false, because: null }
  for (const key of Object.keys(given))
    if (key !== 'asked' && key !== 'because')
      report(finding('RAS101', pointer(['exceptional', key]), { key, known: ['asked', 'because'] }, 'key'))
  const asked = truth(given.asked)
  if (given.asked === undefined) report(finding('RAS102', '/exceptional', { key: 'asked' }, 'key'))
  else if (asked === undefined)
    report(finding('RAS104', '/exceptional/asked', { got: shown(given.asked), allowed: ['yes', 'no'] }))
  const because =
    given.because === undefined ? null : readText(given.because, '/exceptional/because', 'because', /\S/, report)
  return { asked: asked ?? false, because }
}

function readIntended(known: readonly string[], input: unknown, report: Report): CaseRecord['intended'] {
  return list(input, '/outcomes', report).map((item, i) => {
    const at = `/outcomes/${i}`
    const given = mapping(item, at, report)
    if (!given) return { outcome: null, words: '' }
    for (const key of Object.keys(given))
      if (key !== 'outcome' && key !== 'words')
        report(finding('RAS101', `${at}${pointer([key])}`, { key, known: ['outcome', 'words'] }, 'key'))
    const { outcome } = given
    if (outcome !== undefined && !known.includes(shown(outcome)))
      report(finding('RAS109', `${at}/outcome`, { kind: 'outcome', name: shown(outcome), known }))
    return {
      outcome: outcome === undefined ? null : shown(outcome),
      words: readText(given.words, `${at}/words`, 'words', /\S/, report),
    }
  })
}

function readParticipants(input: unknown, report: Report): readonly string[] {
  return list(input, '/participants', report).map((who, i) =>
    readText(who, `/participants/${i}`, String(i), /\S/, report),
  )
}

function readDate(date: unknown, report: Report): string {
  if (typeof date === 'string' && isDate(date)) return date
  if (date === undefined) report(finding('RAS102', '', { key: 'date' }, 'key'))
  else report(finding('RAS402', '/date', { date: shown(date) }))
  return ''
}
