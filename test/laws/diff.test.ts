import { describe, expect } from 'vitest'
import { inShort } from '../../src/after/diff/in-short.js'
import { against, diffTables, type TableChange } from '../../src/after/index.js'
import { type AllocationTable, loadTable } from '../../src/index.js'
import { writtenOf } from '../../src/load/table.js'
import { pointerKeys } from '../../src/pointer.js'
import { type Altered, altered, valueAt } from '../support/arbitrary/altered.js'
import { fromChoices } from '../support/arbitrary/choices.js'
import { rewritten } from '../support/arbitrary/rewritten.js'
import { makeTable } from '../support/arbitrary/table.js'
import { tableText } from '../support/arbitrary/text.js'
import { lawOver, RUNS } from '../support/law.js'
import type { Tree } from '../support/oracle/tree.js'

interface Pair {
  readonly table: AllocationTable
  readonly other: AllocationTable
  readonly same: AllocationTable
  readonly altered: Altered | null
}

/** A table; the same written otherwise; the same with one thing altered; and another one. */
const law = lawOver(
  () =>
    fromChoices((pick): Pair => {
      const tree = makeTable(pick)
      const table = loadTable(tableText(tree))
      return {
        table,
        same: loadTable(rewritten(pick, tree)),
        altered: altered(pick, tree),
        other: loadTable(tableText(makeTable(pick))),
      }
    }),
  (pair) => pair,
  // Each makes and loads four tables and more.
  Math.max(20, Math.round(RUNS / 10)),
)

describe('what a later table says otherwise', () => {
  law('is nothing when it is the same table', ({ table }) => {
    expect(diffTables(table, table)).toMatchObject({ changes: [], onlyWriting: false, sameScheme: true })
    expect(against(table, table)).toEqual([])
  })

  law('is nothing when only the writing differs', ({ table, same }) => {
    const { changes, onlyWriting, earlier, later } = diffTables(table, same)
    expect(changes).toEqual([])
    expect(onlyWriting).toBe(earlier.hash !== later.hash)
    expect(against(table, same)).toEqual([])
  })

  law('is told where it was altered, and nowhere else', ({ table, altered: one }) => {
    if (!one) return
    const { changes } = diffTables(table, one.loaded)
    expect(changes.length).toBeGreaterThan(0)
    for (const { at } of changes) expect([at, isAbout(pointerKeys(at), one.at.map(String))]).toEqual([at, true])
  })

  law(
    'is the same from the other side, with before and after in each other’s place',
    ({ table, other, altered: one }) => {
      for (const later of [other, one?.loaded ?? other]) {
        const there = diffTables(table, later).changes.map(turned)
        expect(there.sort()).toEqual(diffTables(later, table).changes.map(plain).sort())
      }
    },
  )

  law('stands in the tables as it is told', ({ table, other, altered: one }) => {
    for (const later of [other, one?.loaded ?? other])
      for (const change of diffTables(table, later).changes) {
        expect(JSON.parse(JSON.stringify(change))).toEqual(change)
        const said: unknown = writtenOf(change.kind === 'removed' ? table : later)
        const there = valueAt(said as Tree, pointerKeys(change.at))
        if (change.kind === 'changed' || change.kind === 'added') expect(change.after).toBe(inShort(there))
        if (change.kind === 'removed') expect(change.before).toBe(inShort(there))
      }
  })
})

/** Whether a place is at or above where something was altered; of what has no name of its own, beside it. */
function isAbout(place: readonly string[], at: readonly string[]): boolean {
  const list = Math.max(at.lastIndexOf('for'), at.lastIndexOf('legal-basis'))
  const whole = list >= 0 && /^\d+$/.test(at[list + 1] ?? '') ? at.slice(0, list + 1) : at
  const least = Math.min(place.length, whole.length)
  return place.slice(0, least).join('/') === whole.slice(0, least).join('/')
}

const OTHER_SIDE = { added: 'removed', removed: 'added', changed: 'changed', moved: 'moved', reordered: 'reordered' }

function plain({ kind, what, before, after }: TableChange): string {
  return JSON.stringify([kind, what, before, after])
}

function turned({ kind, what, before, after }: TableChange): string {
  return JSON.stringify([OTHER_SIDE[kind], what, after, before])
}
