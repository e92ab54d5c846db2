import type { BeforeAfter, CaseloadDiff, FlagShift, Referred } from '../../after/caseload/caseload-diff.js'
import { thousands } from '../figures.js'
import type { Block } from '../page.js'
import { cases, heading, paragraph, table, titled } from './cells.js'

/** Who is referred, what is flagged, and who may agree. */
export function shiftBlocks(diff: CaseloadDiff): readonly Block[] {
  const { flags, agreedBy } = diff
  return [...referredBlocks(diff), ...flagBlocks(flags), ...agreedBlocks(agreedBy)]
}

function referredBlocks({ referred, referredLines, referredFlags }: CaseloadDiff): readonly Block[] {
  if (referredLines.length + referredFlags.length === 0) return []
  return [
    heading('Who is referred'),
    paragraph(
      `Newly referred, by a line that people decide or a flag that refers, and did not before: ${cases(referred.newly)}${some(referred.newly, referred.newlySome)}.`,
      `No longer referred: ${cases(referred.noLonger)}${some(referred.noLonger, referred.noLongerSome)}.`,
    ),
    ...referredTable(
      'Line',
      referredLines.map((one) => [titled(one), one]),
    ),
    ...referredTable(
      'Flag',
      referredFlags.map((one) => [one.id, one]),
    ),
  ]
}

function referredTable(
  what: 'Line' | 'Flag',
  all: readonly (readonly [name: string, one: Referred & BeforeAfter])[],
): readonly Block[] {
  if (all.length === 0) return []
  return [
    table(
      `Cases that are referred, by ${what.toLowerCase()}`,
      [what, '#Before', '#After', '#Newly', '#No longer'],
      all.map(([name, one]) => [name, ...[one.before, one.after, one.newly, one.noLonger].map(thousands)]),
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
