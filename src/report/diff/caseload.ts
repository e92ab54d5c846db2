import type { CaseloadDiff } from '../../after/caseload/caseload-diff.js'
import { thousands } from '../figures.js'
import type { Block } from '../page.js'
import { groupBlocks } from './caseload-groups.js'
import { moneyBlocks } from './caseload-money.js'
import { peopleBlocks } from './caseload-people.js'
import { shiftBlocks } from './caseload-shifts.js'
import { cases, heading, paragraph, table } from './cells.js'

/**
 * What a later table does to a caseload, for councillors and finance officers: what it comes to, who gains and who loses,
 * who is referred, what is flagged, by band, form and setting. Names nobody: a case is its reference.
 */
export function caseloadAsBlocks(diff: CaseloadDiff): readonly Block[] {
  const { readable, repeated } = diff
  return [
    {
      is: 'heading',
      level: 2,
      text: diff.cases === 0 ? 'Over an empty caseload' : `Over a caseload of ${cases(diff.cases)}`,
    },
    paragraph(
      'A caseload is real people: each is named here by a reference only.',
      'Figures are likely amounts a year of indicative budgets.',
      readable.both > 0
        ? `Both tables can work out ${cases(readable.both)}, and every figure below is over these.`
        : 'There is no case that both tables can work out, so that nothing is compared.',
      readable.old > 0 ? `Only the old table can work out ${cases(readable.old)}.` : '',
      readable.new > 0 ? `Only the new table can work out ${cases(readable.new)}.` : '',
      readable.neither > 0 ? `Neither can work out ${cases(readable.neither)}.` : '',
      repeated > 0 ? `A reference that came before comes again in ${cases(repeated)}; each counts.` : '',
    ),
    ...(readable.both > 0
      ? [...moneyBlocks(diff), ...peopleBlocks(diff), ...shiftBlocks(diff), ...groupBlocks(diff)]
      : []),
    ...unreadableBlocks(diff),
  ]
}

const BY = { old: 'the old table', new: 'the new table', both: 'either table' }

function unreadableBlocks({ unreadable, readable: { old, new: by, neither } }: CaseloadDiff): readonly Block[] {
  const all = old + by + neither
  if (all === 0) return []
  const rest = all - unreadable.length
  return [
    heading('Cases that cannot be worked out'),
    table(
      `By which table, and the first reason${rest > 0 ? `; ${thousands(rest)} more are not listed` : ''}`,
      ['Case', 'Not by', 'Why'],
      unreadable.map((one) => [one.case, BY[one.by], one.why]),
    ),
  ]
}
