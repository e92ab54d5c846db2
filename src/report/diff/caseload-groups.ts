import type { CaseloadDiff, Group } from '../../after/caseload/caseload-diff.js'
import { thousands } from '../figures.js'
import type { Block } from '../page.js'
import { cases, heading, moved, ofCase, SUMS, sums, table } from './cells.js'

/** How groups of cases fare: by band, by form, by setting. */
export function groupBlocks({ bands, forms, settings }: CaseloadDiff): readonly Block[] {
  const tables = [
    ...bands.map(({ line, title, leftOut, groups }) =>
      groupTable(
        `${title} (${line}), by band of the old table${leftOut > 0 ? `; without ${cases(leftOut)} whose line is left out` : ''}`,
        'Band',
        groups,
      ),
    ),
    ...(forms.length > 0 ? [groupTable('By form', 'Form', forms)] : []),
    ...(settings.length > 0 ? [groupTable('By setting', 'Setting', settings)] : []),
  ]
  return tables.length === 0 ? [] : [heading('Where it falls'), ...tables]
}

function groupTable(caption: string, name: string, groups: readonly Group[]): Block {
  return table(
    caption,
    [name, '#Cases', ...SUMS, '#Gain', '#Lose', 'Biggest loss'],
    groups.map((group) => [
      group.name,
      thousands(group.cases),
      ...sums(group),
      moved(group.gain),
      moved(group.lose),
      ofCase(group.biggestLoss),
    ]),
  )
}
