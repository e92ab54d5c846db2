import type { CaseloadDiff } from '../../after/caseload/caseload-diff.js'
import type { Tolerances } from '../../after/caseload/tolerances.js'
import type { TableDiff } from '../../after/diff/change.js'
import type { TableRef } from '../../allocate/budget.js'
import type { BadRow } from '../../caseload/sheet/bad-row.js'
import type { Located } from '../../diagnostic.js'
import { thousands } from '../figures.js'
import type { Block, Page } from '../page.js'
import { caseloadAsBlocks } from './caseload.js'
import { cases, paragraph, table } from './cells.js'
import { changesAsBlocks } from './table-changes.js'

/** Everything that a comparison of two tables found. */
export interface DiffReport {
  readonly changes: TableDiff
  /** Null where there was no caseload. */
  readonly caseload: CaseloadDiff | null
  /** What is over a limit, and what more is and is not told. */
  readonly findings: readonly Located[]
  readonly leftOut: Tolerances['leftOut']
  /** How many rows are no case that either table can read, and the faults of the first of them. */
  readonly bad: number
  readonly badRows: readonly BadRow[]
}

/** A comparison as a report: first what is over a limit, then which tables, what they say otherwise, and what that does. */
export function diffPage(report: DiffReport): Page {
  const { earlier, later } = report.changes
  return {
    title: `From ${earlier.id} ${earlier.version} to ${later.id} ${later.version}`,
    blocks: [
      ...overBlocks(report),
      ...badBlocks(report),
      { is: 'heading', level: 2, text: 'The two tables' },
      tablesBlock(earlier, later),
      paragraph(
        'Amounts are likely amounts of indicative budgets: they come before planning, are not final, and limit nothing',
        'that section F of an EHC plan must provide.',
        ...[...new Set([earlier, later].map(notIssued))],
      ),
      { is: 'heading', level: 2, text: 'What changed' },
      ...changesAsBlocks(report.changes),
      ...(report.caseload ? caseloadAsBlocks(report.caseload) : []),
    ],
  }
}

/** The most findings of one kind that a report lists; the JSON report has more. */
const LISTED = 20

function overBlocks({ findings, leftOut }: DiffReport): readonly Block[] {
  if (findings.length === 0) return []
  const codes = [...new Set(findings.map(({ code }) => code))]
  const more = { RAS912: leftOut.losers, RAS914: leftOut.unreadable }
  return [
    { is: 'heading', level: 2, text: 'Over the limits' },
    ...codes.map((code): Block => {
      const of = findings.filter((one) => one.code === code)
      const rest = of.length - LISTED + (code === 'RAS912' || code === 'RAS914' ? more[code] : 0)
      return {
        is: 'list',
        items: [
          ...of.slice(0, LISTED).map(said),
          ...(rest > 0 ? [`${code}: ${cases(rest)} more, the worst first in the JSON report.`] : []),
        ],
      }
    }),
  ]
}

function said({ file, line, column, code, message, mend }: Located): string {
  return `${file}:${line}:${column} ${code} ${message} ${mend}`
}

function badBlocks({ bad, badRows }: DiffReport): readonly Block[] {
  if (bad === 0) return []
  const listed = new Set(badRows.map(({ row }) => row)).size
  return [
    { is: 'heading', level: 2, text: 'Rows that cannot be read' },
    table(
      `${cases(bad).replace(/cases?$/, bad === 1 ? 'row' : 'rows')} of the caseload${listed < bad ? `, the first ${thousands(listed)} of them` : ''}`,
      ['#Row', 'Case', 'Column', 'Code', 'What', 'How to mend it'],
      badRows.map((one) => [String(one.row), one.case, one.column, one.code, one.message, one.mend]),
    ),
  ]
}

function tablesBlock(earlier: TableRef, later: TableRef): Block {
  const row = (which: string, { id, version, authority, provenance, status, hash }: TableRef) => [
    which,
    `${id} ${version}`,
    authority,
    provenance,
    status,
    hash.slice(0, 12),
  ]
  return table(
    'Which they are',
    ['', 'Table', 'Authority', 'Provenance', 'Status', 'Hash'],
    [row('Old', earlier), row('New', later)],
  )
}

function notIssued({ provenance }: TableRef): string {
  switch (provenance) {
    case 'official':
      return ''
    case 'reconstructed':
      return 'RECONSTRUCTED from published sources: its authority has not issued such a table.'
    case 'synthetic':
      return 'SYNTHETIC: invented, and nobody’s scheme.'
  }
}
