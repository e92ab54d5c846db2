import { auditTable, type TableAudit } from '../audit/audit.js'
import type { Cliff } from '../audit/cliffs.js'
import { type Finding, type Located, oneLine } from '../diagnostic.js'
import { safeLoadTable } from '../load/load.js'
import { readSource } from '../load/source.js'
import type { AllocationTable } from '../load/table.js'
import { formatPounds } from '../pence.js'
import { PRINCIPLES } from '../principle.js'

/** A table file, checked and tried against the principles; no audit where it did not load. */
export interface Checked {
  readonly file: string
  readonly findings: readonly Located[]
  readonly loaded: { readonly table: AllocationTable; readonly audit: TableAudit } | null
  readonly locate: (finding: Finding) => Located
}

/** Loads and audits one table. What the audit says of gaps in who may agree takes the place of the loader’s warning. */
export function check(file: string, text: string): Checked {
  const result = safeLoadTable(text, { file })
  const { locate } = readSource(text, file)
  if (!result.success) return { file, findings: [...result.error.findings, ...result.warnings], loaded: null, locate }
  const audit = auditTable(result.data)
  const found = audit.principles.flatMap(({ findings }) => findings).map(locate)
  const warnings = result.warnings.filter(({ code }) => code !== 'RAS701' && code !== 'RAS702')
  return { file, findings: [...warnings, ...found], loaded: { table: result.data, audit }, locate }
}

/** One line that says what a file is: a valid table, or one that loads and breaks a principle. */
export function summary({ file, loaded }: Checked): string {
  if (!loaded) return ''
  const { table, audit } = loaded
  const broken = audit.principles.filter(({ verdict }) => verdict === 'breach').map(({ principle }) => named(principle))
  const what = broken.length === 0 ? 'a valid table' : `breaks ${broken.join(' and ')}`
  return `${file}: ${what}, ${table.id} ${table.version}\n`
}

/** Each principle with its verdict, what is said against it, and the facts that go with it. */
export function principlesInFull({ loaded, locate }: Checked): string {
  if (!loaded) return ''
  const { principles, lines, scores, cliffs } = loaded.audit
  const verdicts = principles.flatMap(({ principle, verdict, findings }) => [
    `  ${principle} ${PRINCIPLES[principle]}: ${verdict}`,
    ...findings.map((found) => `  ${oneLine(locate(found))}`),
  ])
  const bounds = scores.filter(({ reach }) => reach === 'bound').map(({ score }) => score)
  return [
    ...verdicts,
    `  More need never means less: ${lines.map(({ line, verdict }) => `${line} ${verdict}`).join(', ')}.`,
    ...(bounds.length === 0 ? [] : [`  Only bounds are known of what can be reached: ${bounds.join(', ')}.`]),
    ...cliffs.map((cliff) => `  ${cliffLine(cliff)}`),
    '',
  ].join('\n')
}

function cliffLine({ line, by, of, from, to, pence }: Cliff): string {
  const most = by === 'one point' ? 'Most for one point' : 'At least, for one level'
  return `${most}: ${formatPounds(pence)} a year more on ${line}, ${of} from ${from} to ${to}.`
}

function named(principle: keyof typeof PRINCIPLES): string {
  return `principle ${principle} (${PRINCIPLES[principle]})`
}
