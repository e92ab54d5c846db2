import type { Code } from '../../../src/diagnostic.js'
import type { TableTree } from '../arbitrary/known.js'
import { put } from '../arbitrary/planted-tree.js'
import type { Tree } from '../oracle/tree.js'
import { entries, has } from '../oracle/tree.js'
import { LINE, QUESTION, SCORE } from './furnished.js'
import { inTable, type Plant } from './plant.js'

type RoutingCode = Extract<Code, `RAS7${string}`>

const CIRCUMSTANCES = Array.from({ length: 15 }, (_, i) => `planted-so-${i}`)

/** Faults of routing: that somebody may agree every case. */
export const routingPlants = {
  RAS701: inTable('RAS701', (tree, pick) => {
    const when = pick.one<TableTree>([
      { score: SCORE, 'up-to': pick.one(['20', '8', '20.99']) },
      { score: SCORE, above: '0' },
      { question: QUESTION, is: ['none', 'lots'] },
      { total: 'all', below: '1000.00' },
      {
        any: [
          { line: LINE, below: '500.00' },
          { line: LINE, above: '500.00' },
        ],
      },
      { 'asked-exceptional': 'yes' },
    ])
    return { ...agreedBy(tree, when), at: ['flags', 'planted-flag'], on: 'key' }
  }),
  RAS702: inTable('RAS702', (tree) => {
    const facts = CIRCUMSTANCES.reduce((all, id) => put(all, ['facts', id], { is: 'circumstance', means: 'M' }), tree)
    const leaves = CIRCUMSTANCES.map((circumstance) => ({ circumstance }))
    return {
      ...agreedBy(facts, { any: [...leaves, { not: leaves[0] ?? {} }] }),
      at: ['flags', 'planted-flag'],
      on: 'key',
    }
  }),
} satisfies Readonly<Record<RoutingCode, Plant>>

/** Instead of all who may agree, one who may agree every case; or only when this is so. */
export function agreedBy(tree: TableTree, when: TableTree): { readonly sound: TableTree; readonly tree: TableTree } {
  const others = entries(tree, 'flags').filter(([, flag]) => !has(flag, 'agreed-by'))
  const flags = Object.fromEntries(others) as Readonly<Record<string, Tree>>
  const either = { any: [when, { not: when }] }
  return {
    sound: put(tree, ['flags'], { ...flags, 'planted-flag': { 'agreed-by': 'The panel', when: either } }),
    tree: put(tree, ['flags'], { ...flags, 'planted-flag': { 'agreed-by': 'The panel', when } }),
  }
}
