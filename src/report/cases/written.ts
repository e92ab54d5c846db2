import type { IndicativeBudget } from '../../allocate/budget.js'
import { asYaml, type Tree } from './as-yaml.js'
import { inFull, NONE } from './in-words.js'

/** The text of an `expected.yaml` that expects exactly this budget: every entry that has something to say, and who says it. */
export function asExpected(budget: IndicativeBudget, title: string, table: string): string {
  const { hash, scores, lines, streams, total, tiers, manageable, settings, ...rest } = inFull(budget)
  const said = Object.fromEntries(Object.entries(lines).map(([id, line]) => [id, withoutNone(line)]))
  const some = withoutNone({ tiers, manageable, settings })
  const worked = { title, table, hash, ...withoutNone({ scores }), lines: said, streams, total, ...some, ...rest }
  return `# Worked out by send-ras ${budget.library}, not by hand.\n${asYaml(worked)}`
}

/** Without what may be left out and says nothing. */
function withoutNone(tree: Readonly<Record<string, Tree>>): Record<string, Tree> {
  const isNothing = (value: Tree) =>
    value === undefined || value === NONE || (typeof value === 'object' && Object.keys(value ?? {}).length === 0)
  return Object.fromEntries(Object.entries(tree).filter(([, value]) => !isNothing(value)))
}
