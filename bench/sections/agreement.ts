import type { Ask } from '../ask.js'
import type { Kind } from '../assessments.js'
import type { Agreement } from '../questions/agreement.js'
import type { CaseloadAgreement } from '../questions/caseload-agreement.js'
import { type Section, table } from '../section.js'
import { ENGLAND } from './caseloads.js'

/** The library beside every hand-written version, to the penny. */
export async function agreement(ask: Ask): Promise<Section> {
  const { cases, figures, itemised, first, seen } = await ask<Agreement>('agreement', 40_000)
  const named = await ask<CaseloadAgreement>('caseload-agreement', 'named', ENGLAND, 10_000)
  const mixed = await ask<CaseloadAgreement>('caseload-agreement', 'mixed', 100_000, 10_000)
  return {
    text: `## Agreement

- Figures by hand (lines, streams, total): ${share(figures, cases)}.
- Itemised by hand (splits, totals, flags, part years too): ${share(itemised, cases)}.
- ${caseload('Caseload of named answers', named)}
- ${caseload('Caseload with points between levels', mixed)}

${table(
  ['Among the cases worked out one by one', 'Times'],
  Object.entries(seen)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, count]) => [what, String(count)]),
)}`,
    wrong: [...(first ? [JSON.stringify(first, null, 2)] : []), ...wrongIn('named', named), ...wrongIn('mixed', mixed)],
  }
}

function caseload(title: string, { cases, columns, alone, problems }: CaseloadAgreement): string {
  const wrong = Object.values(columns).filter((differ) => differ > 0).length
  return `${title}, ${cases.toLocaleString('en')} cases: ${wrong} of ${Object.keys(columns).length} columns differ from the typed arrays by hand, ${share(alone.differ, alone.cases)} from \`allocate\`, ${problems} cannot be read.`
}

function wrongIn(kind: Kind, { columns, alone, problems }: CaseloadAgreement): string[] {
  const found = Object.entries(columns).flatMap(([column, differ]) =>
    differ > 0 ? [`${kind} caseload: ${column} differs in ${differ} cases`] : [],
  )
  if (alone.differ > 0) found.push(`${kind} caseload: ${alone.differ} cases differ from allocate`)
  if (problems > 0) found.push(`${kind} caseload: ${problems} cases cannot be read`)
  return found
}

function share(count: number, cases: number): string {
  return `${count} of ${cases.toLocaleString('en')} cases differ (${((100 * count) / cases).toFixed(4)} %)`
}
