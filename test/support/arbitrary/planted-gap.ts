import { reachesOf } from '../../../src/audit/reachable.js'
import { readsOfNode } from '../../../src/audit/reads.js'
import {
  type Assessment,
  type FactInput,
  type IndicativeBudget,
  safeAllocate,
  safeLoadTable,
} from '../../../src/index.js'
import { planOf } from '../../../src/load/table.js'
import { at, entries, has, text, texts } from '../oracle/tree.js'
import { makeAssessment } from './assessment.js'
import type { TableTree } from './known.js'
import type { Ground, Planted } from './planted.js'
import { put } from './planted-tree.js'
import { tableText } from './text.js'

/** Cases that nobody may agree, though every figure in them is settled. One such case is tried on the finished table. */
export function plantGap({ pick, table, loaded }: Ground): Planted | null {
  for (let tries = 0; tries < 4; tries++) {
    const assessment = decided(table, makeAssessment(pick, table))
    const result = safeAllocate(assessment, loaded)
    if (!result.success || !isSettled(result.data)) continue
    const others = entries(table, 'flags').filter(([, flag]) => !has(flag, 'agreed-by'))
    const gaps = gapsAt({ pick, table, loaded }, result.data)
    const flags = Object.fromEntries([
      ...others,
      ...gaps.map((when, i) => [`gap-${i}`, { 'agreed-by': 'the panel', when }]),
    ])
    const made = put(table, ['flags'], flags as TableTree)
    const again = safeLoadTable(tableText(made))
    const now = again.success ? safeAllocate(assessment, again.data) : null
    if (!now?.success || now.data.agreedBy.length > 0) continue
    return { kind: 'a routing gap', table: made, codes: ['RAS866'], at: ['/flags/gap-0'], principle: 6 }
  }
  return null
}

/** Two flags that leave out exactly what this case scores; or all but the most; or, without points, every plain case. */
function gapsAt({ pick, loaded }: Ground, { scores }: IndicativeBudget): readonly TableTree[] {
  const plan = planOf(loaded)
  const reaches = reachesOf(plan)
  const known = scores.filter(({ points }) => /^\d{1,6}(\.\d{1,2})?$/.test(String(points)) && points > 0)
  if (known.length === 0) return [{ 'asked-exceptional': 'yes' }]
  const { id, points } = pick.one(known)
  const node = plan.nodes.find((one) => one.id === id)
  const isExact =
    node &&
    reaches[node.index]?.every((reach) => reach?.exact === true) &&
    [...readsOfNode(plan, node).nodes].every((index) => !plan.nodes[index]?.weight)
  if (isExact && pick.chance(70))
    return [
      { score: id, below: String(points) },
      { score: id, above: String(points) },
    ]
  return [{ score: id, above: String(points) }]
}

/** The same case with every decision agreed and the setting known. */
function decided(table: TableTree, assessment: Assessment): Assessment {
  const facts = Object.entries(assessment.facts ?? {}).map(([id, given]): [string, FactInput] => {
    const fact = at(table, 'facts', id)
    if (text(fact, 'is') === 'decision') return [id, 'agreed']
    return [id, given === 'unknown' ? (texts(fact, 'one-of')[0] ?? given) : given]
  })
  const { exceptional: _, ...rest } = assessment
  return facts.length === 0 ? rest : { ...rest, facts: Object.fromEntries(facts) }
}

function isSettled({ lines }: IndicativeBudget): boolean {
  return lines.every(({ amount }) => amount.state === 'settled' || amount.state === 'provides')
}
