import type { Code } from '../../../src/diagnostic.js'
import type { Pick } from '../arbitrary/choices.js'
import type { TableTree } from '../arbitrary/known.js'
import { put } from '../arbitrary/planted-tree.js'
import { at, entries, text } from '../oracle/tree.js'
import { idsIn } from './furnished.js'
import { inTable, type Plant, type Spoilt } from './plant.js'

type DateCode = 'RAS401' | Extract<Code, `RAS5${string}`>

/** Faults of days and of documents. */
export const dateAndSourcePlants = {
  RAS401: inTable('RAS401', (tree, pick) => {
    const [year] = text(tree, 'in-force', 'from').split('-')
    const to = pick.one(['2020-01-01', `${Number(year) - 1}-12-31`, '2026-03-31'])
    return { tree: put(tree, ['in-force', 'to'], to), at: ['in-force', 'to'] }
  }),
  RAS501: inTable('RAS501', (tree, pick) => {
    const real = put(tree, ['provenance'], pick.one(['official', 'reconstructed']))
    const id = pick.one(idsIn(tree, 'sources'))
    const title = text(tree, 'sources', id, 'title')
    return { sound: real, tree: put(real, ['sources', id], { title, note: 'Lost' }), at: ['sources', id], on: 'key' }
  }),
  RAS503: inTable('RAS503', (tree, pick) => unfilled(put(tree, ['status'], 'draft'), pick)),
  RAS504: inTable('RAS504', (tree, pick) => unfilled(put(tree, ['status'], pick.one(['trial', 'withdrawn'])), pick)),
  RAS502: inTable('RAS502', (tree, pick) => {
    if (pick.chance(60)) {
      const source = { title: 'Nobody reads it', clause: 'page 1' }
      return { tree: put(tree, ['sources', 'planted-source'], source), at: ['sources', 'planted-source'], on: 'key' }
    }
    // All that points at the first document points at another from now on.
    const [id] = idsIn(tree, 'sources')
    const other = { title: 'Another', clause: 'page 1' }
    const sound = put(tree, ['sources', 'planted-source'], other)
    const moved = ['lines', 'rates'].reduce(
      (all, part) =>
        entries(all, part).reduce(
          (now, [name]) =>
            at(now, part, name, 'source') === id ? put(now, [part, name, 'source'], 'planted-source') : now,
          all,
        ),
      sound,
    )
    const byChange = entries(moved, 'lines').some(([, line]) =>
      JSON.stringify(at(line, 'changes') ?? '').includes('"source"'),
    )
    return byChange || id === undefined ? null : { sound: tree, tree: moved, at: ['sources', id], on: 'key' }
  }),
} satisfies Readonly<Record<DateCode, Plant>>

/** Words of some kind that nobody has filled in yet. */
function unfilled(sound: TableTree, pick: Pick): Spoilt {
  const lines = idsIn(sound, 'lines').map((id) => ['lines', id, 'title'])
  const sources = idsIn(sound, 'sources').map((id) => ['sources', id, 'title'])
  const path = pick.one([['title'], ['authority'], ...lines, ...sources])
  return { sound, tree: put(sound, path, pick.one(['TO FILL IN', 'TO FILL IN: who says so'])), at: path }
}
