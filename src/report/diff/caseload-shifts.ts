import type { CaseloadDiff, FlagShift, Referred } from '../../after/caseload/caseload-diff.js'
import { thousands } from '../figures.js'
import type { Block } from '../page.js'
import { cases, heading, paragraph, table, titled } from './cells.js'

/** Who is referred, what is flagged, and who may agree. */
export function shiftBlocks({ referred, referredLines, flags, agreedBy }: CaseloadDiff): readonly Block[] {
  return [...referredBlocks(referred, referredLines), ...flagBlocks(flags), ...agreedBlocks(agreedBy)]
}

function referredBlocks(referred: Referred, lines: CaseloadDiff['referredLines']): readonly Block[] {
  if (lines.length === 0) return []
  return [
    heading('Who is referred'),
    paragraph(
      `Newly referred, since people decide a line that they did not decide before: ${cases(referred.newly)}${some(referred.newly, referred.newlySome)}.`,
      `No longer referred: ${cases(referred.noLonger)}${some(referred.noLonger, referred.noLongerSome)}.`,
    ),
    table(
      'Cases that are referred, by line',
      ['Line', '#Before', '#After', '#Newly', '#No longer'],
      lines.map((one) => [titled(one), ...[one.before, one.after, one.newly, one.noLonger].map(thousands)]),
    ),
  ]
}

/** Some references in brackets. */
function some(count: number, references: readonly string[]): string {
  if (references.length === 0) return ''
  const rest = count - references.length
  return ` (${references.join(', ')}${rest > 0 ? ` and ${thousands(rest)} more` : ''})`
}

const KINDS: { readonly [K in NonNullable<FlagShift['kindBefore']>]: string } = {
  say: 'says',
  refer: 'refers',
  'agreed-by': 'agreed by',
  cap: 'limit reached',
}

function flagBlocks(flags: CaseloadDiff['flags']): readonly Block[] {
  const raised = flags.filter((one) => one.before + one.after + one.openBefore + one.openAfter > 0)
  if (raised.length === 0) return []
  return [
    heading('What is flagged'),
    table(
      'Cases that raise a flag',
      ['Flag', 'Kind', '#Before', '#After', '#Appears', '#Vanishes', '#Open before', '#Open after'],
      raised.map((one) => [
        one.id,
        kind(one),
        ...[one.before, one.after, one.appeared, one.vanished, one.openBefore, one.openAfter].map(thousands),
      ]),
    ),
  ]
}

function kind({ kindBefore, kindAfter }: FlagShift): string {
  if (kindBefore !== null && kindAfter !== null)
    return kindBefore === kindAfter ? KINDS[kindAfter] : `${KINDS[kindBefore]} before, ${KINDS[kindAfter]} now`
  if (kindAfter !== null) return `${KINDS[kindAfter]}; only in the new table`
  return kindBefore === null ? '' : `${KINDS[kindBefore]}; only in the old table`
}

function agreedBlocks(agreedBy: CaseloadDiff['agreedBy']): readonly Block[] {
  const named = agreedBy.some(({ before, after }) => before !== '' || after !== '')
  if (!named) return []
  const who = (text: string) => (text === '' ? 'nobody named' : text)
  return [
    heading('Who may agree'),
    table(
      'Cases by who may agree them',
      ['Before', 'After', '#Cases'],
      agreedBy.map(({ before, after, cases }) => [who(before), who(after), thousands(cases)]),
    ),
  ]
}
