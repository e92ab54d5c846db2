import type { Code } from '../../../src/diagnostic.js'
import { foundAgainst } from '../against.js'
import type { Pick } from '../arbitrary/choices.js'
import type { TableTree } from '../arbitrary/known.js'
import { put } from '../arbitrary/planted-tree.js'
import { makeTable } from '../arbitrary/table.js'
import { text } from '../oracle/tree.js'
import { furnished, GROUP, LINE, OTHER, QUESTION } from './furnished.js'
import { FILE, type Plant } from './plant.js'
import { type Path, written } from './written.js'

type Difference = 'RAS901' | 'RAS902' | 'RAS903' | 'RAS904' | 'RAS905' | 'RAS906'

/** A later version with one thing to be told, and where that stands. */
interface Later {
  readonly tree: TableTree
  readonly at: Path
  readonly on: 'key' | 'value'
}

/** What should be known before a later table takes the place of a generated one. */
export const DIFFERENCE_PLANTS = {
  RAS901: planted('RAS901', (tree) => ({ tree: put(tree, GIVES, '600.00'), at: ['version'], on: 'value' })),
  RAS902: planted('RAS902', (tree) => {
    const renewed = put(put(tree, ['version'], 'the-next'), ['supersedes'], undefined)
    return { tree: renewed, at: ['version'], on: 'value' }
  }),
  RAS903: planted('RAS903', (tree, pick) => pick.one([withoutLevel, withoutQuestion])(next(tree))),
  RAS904: planted('RAS904', (tree) => ({
    tree: put(next(tree), ['lines', LINE], undefined),
    at: ['lines'],
    on: 'key',
  })),
  RAS905: planted('RAS905', (tree) => ({ tree: put(next(tree), GIVES, '499.99'), at: GIVES, on: 'value' })),
  RAS906: planted('RAS906', (tree) => {
    const asked = ['questions', GROUP, 'ask', 'planted-new']
    return { tree: put(next(tree), asked, { text: 'And?', levels: [{ no: '0' }, { so: '1' }] }), at: asked, on: 'key' }
  }),
} satisfies Record<Difference, Plant>

const GIVES: Path = ['lines', LINE, 'price', 'rows', 1, 'give']

function withoutLevel(tree: TableTree): Later {
  const levels = ['questions', GROUP, 'ask', QUESTION, 'levels']
  return { tree: put(tree, [...levels, 1], undefined), at: levels, on: 'key' }
}

function withoutQuestion(tree: TableTree): Later {
  const ask = ['questions', GROUP, 'ask']
  return { tree: put(tree, [...ask, OTHER], undefined), at: ask, on: 'key' }
}

function next(tree: TableTree): TableTree {
  const supersedes = { id: text(tree, 'id'), version: text(tree, 'version') }
  return put(put(tree, ['version'], 'the-next'), ['supersedes'], supersedes)
}

function planted(code: Code, alter: (tree: TableTree, pick: Pick) => Later): Plant {
  return (pick) => {
    const earlier = furnished(makeTable(pick))
    const { tree, at, on } = alter(earlier, pick)
    const before = written(pick, earlier).text
    const later = written(pick, tree)
    return {
      found: foundAgainst(before, later.text, FILE),
      code,
      file: FILE,
      line: later.lineOf(at, on),
      before: () => foundAgainst(before, before, FILE),
      text: later.text,
    }
  }
}
