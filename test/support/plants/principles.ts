import type { Code } from '../../../src/diagnostic.js'
import { loadTable } from '../../../src/index.js'
import { pointerKeys } from '../../../src/pointer.js'
import type { TableTree } from '../arbitrary/known.js'
import type { Ground, Planted } from '../arbitrary/planted.js'
import { plantFall } from '../arbitrary/planted-fall.js'
import { plantGap } from '../arbitrary/planted-gap.js'
import { put } from '../arbitrary/planted-tree.js'
import { tableText } from '../arbitrary/text.js'
import { has } from '../oracle/tree.js'
import { GROUP, idsIn, LINE, OTHER, POINTS, QUESTION, SCORE, WHOLE, withLine } from './furnished.js'
import { inAudit, type Plant, type Spoilt } from './plant.js'
import type { Path } from './written.js'

type PrincipleCode = Extract<Code, `RAS8${string}`>

const ROWS = ['lines', LINE, 'price', 'rows']

/** What breaks one of the six principles, or speaks against it. */
export const principlePlants = {
  RAS811: inAudit('RAS811', (tree, pick) => {
    const path = ['outcomes', pick.one(['planted-outcome', 'served-by-nobody'])]
    return { tree: put(tree, path, 'Nobody serves it'), at: path, on: 'key' }
  }),
  RAS821: inAudit('RAS821', (tree, pick) =>
    pick.one<() => Spoilt>([
      () => {
        const levels = Array.from({ length: 13 }, (_, i) => ({ [`level-${i}`]: String(i) }))
        const ask = ['questions', GROUP, 'ask', QUESTION]
        const sound = put(tree, ['lines', LINE, 'price', 'rows'], [{ from: '0', give: '0' }])
        return { sound, tree: put(sound, [...ask, 'levels'], levels), at: ask, on: 'key' }
      },
      () => {
        const rows = Array.from({ length: 31 }, (_, i) => ({ from: String(i / 2), give: String(i) }))
        const brought = put(tree, ['scores', 'planted-brought'], { brought: 'A form', 'at-most': '25' })
        const sound = put(brought, ['lines', LINE, 'price', 'look-up'], 'planted-brought')
        const whole = put(sound, ['scores', WHOLE, 'sum'], [SCORE, OTHER])
        return { sound: whole, tree: put(whole, ROWS, rows), at: ['lines', LINE, 'price'], on: 'key' }
      },
      () => {
        const all = Array.from({ length: 7 }, (_, i) => ({ name: `more-${i}`, why: 'Why', add: '1.00' }))
        const path = ['lines', POINTS, 'changes']
        return { tree: put(tree, path, all), at: path, on: 'key' }
      },
    ])(),
  ),
  RAS831: inAudit('RAS831', (tree, pick) => {
    const [word, value] = pick.one([
      ['at-most', '25'],
      ['times', '2'],
      ['times', '0.9'],
    ] as const)
    const path = ['scores', WHOLE, word]
    const sound = put(put(tree, path, value), ['scores', WHOLE, 'why'], 'As the form says')
    return { sound, tree: put(tree, path, value), at: path, on: 'key' }
  }),
  RAS832: inAudit('RAS832', (tree, pick) => {
    const read = idsIn(tree, 'sources').reduce(
      (all, id) => put(put(all, ['sources', id, 'url'], undefined), ['sources', id, 'clause'], 'page 1'),
      put(tree, ['provenance'], pick.one(['official', 'reconstructed'])),
    )
    return { sound: put(read, ['status'], 'trial'), tree: put(read, ['status'], 'published'), at: ['status'] }
  }),
  RAS841: inAudit('RAS841', (tree, pick) => {
    const quote = { is: 'quote', a: 'year', 'at-most': '100.00', by: 'The provider' }
    const agreed = { is: 'entitlement', of: 'hours a week', 'at-most': '5', by: 'The council' }
    const path = ['facts', 'planted-fact']
    return { tree: put(tree, path, pick.one([quote, agreed])), at: path, on: 'key' }
  }),
  RAS842: inAudit('RAS842', (tree) => {
    const line = { price: { 'people-decide': 'The panel' } }
    return {
      tree: withLine(tree, 'planted-people', line),
      at: ['lines', 'planted-people', 'price'],
      on: 'key',
    }
  }),
  RAS851: inAudit('RAS851', (tree) => {
    const sound = put(tree, ['co-production'], { with: ['Parents'] })
    return { sound, tree: put(tree, ['co-production'], undefined), at: [] }
  }),
  RAS852: inAudit('RAS852', (tree, pick) => {
    const streams = idsIn(tree, 'streams')
    const about = ['the amount', 'the plan', 'a refusal']
    const routes = streams.flatMap((stream) => about.map((one) => ({ stream, about: one, route: 'Ask again' })))
    const sound = put(tree, ['challenge'], routes)
    const gone = pick.int(0, routes.length - 1)
    const left = routes.filter((_, i) => i !== gone)
    const stream = routes[gone]?.stream ?? ''
    return { sound, tree: put(tree, ['challenge'], left), at: ['streams', stream], on: 'key' }
  }),
  RAS853: inAudit('RAS853', (tree) => {
    return { sound: put(tree, ['advice'], 'SENDIASS'), tree: put(tree, ['advice'], undefined), at: [] }
  }),
  RAS854: inAudit('RAS854', (tree) => {
    const flag = { say: 'Look', to: 'The panel', next: 'They look', when: { score: SCORE, above: '8' } }
    const sound = put(tree, ['flags'], { 'planted-flag': { ...flag, exceptional: 'yes' } })
    return { sound, tree: put(tree, ['flags'], { 'planted-flag': flag }), at: ['flags'], on: 'key' }
  }),
  RAS861: either(
    inAudit('RAS861', (tree, pick) => {
      const i = pick.int(1, 2)
      const sound = put(put(tree, [...ROWS, 1, 'give'], '500.00'), [...ROWS, 0, 'give'], i === 1 ? '300.00' : '0')
      const path = [...ROWS, i]
      return { sound, tree: put(sound, [...path, 'give'], pick.one(['299.99', '0.00', '250'])), at: path }
    }),
    inAudit('RAS861', known(plantFall)),
  ),
  RAS862: inAudit('RAS862', (tree, pick) => {
    const free = put(tree, ['lines', LINE, 'price'], { pounds: '1.00', a: 'year' })
    const sound = put(free, ['scores', WHOLE, 'sum'], [SCORE, OTHER])
    const give = { none: '1', some: '1', lots: pick.one(['0.5', '0.75', '0.9']) }
    const weighed = { sum: [QUESTION], weight: { across: { question: QUESTION }, give }, why: 'Days differ' }
    return { sound, tree: put(sound, ['scores', SCORE], weighed), at: ['lines', POINTS], on: 'key' }
  }),
  RAS863: inAudit('RAS863', (tree, pick) => {
    const [from, i] = pick.one([
      ['1', 1],
      ['7.99', 1],
      ['9', 2],
      ['20', 2],
    ] as const)
    const rows = [
      { from: '0', give: '0' },
      { from: '8', give: '500.00' },
      { from: '21', give: '1000.00' },
    ]
    const between = { from, give: rows[i - 1]?.give ?? '' }
    // The row above begins at what is reached next, so that only this one is not.
    return { tree: put(tree, ROWS, [...rows.slice(0, i), between, ...rows.slice(i)]), at: [...ROWS, i, 'from'] }
  }),
  RAS864: inAudit('RAS864', (tree, pick) => {
    const ask = ['questions', GROUP, 'ask', QUESTION]
    const levels = [{ lots: '21' }, { some: '8' }, { none: '0' }]
    const helped = put(put(tree, [...ask, 'levels'], levels), [...ask, 'direction'], 'support')
    const law = pick.one(['care', 'education'])
    const streamed = put(helped, ['streams', 'planted-stream'], { title: 'Planted', law })
    const moved = [LINE, POINTS].reduce((all, id) => {
      const amountIs = law === 'education' && id === LINE ? 'top-up' : undefined
      const stream = id === LINE ? 'planted-stream' : 'planted-care'
      return put(
        put(put(all, ['streams', 'planted-care'], { title: 'Care', law: 'care' }), ['lines', id, 'stream'], stream),
        ['lines', id, 'amount-is'],
        amountIs,
      )
    }, streamed)
    if (law === 'education') return { sound: tree, tree: moved, at: ['lines', LINE, 'price'], on: 'key', with: BROUGHT }
    const path = ['lines', LINE, 'when']
    return {
      sound: moved,
      tree: put(moved, path, { question: QUESTION, is: ['lots', 'some'] }),
      at: path,
      on: 'key',
      with: BROUGHT,
    }
  }),
  RAS865: inAudit('RAS865', (tree, pick) => {
    const path = ['lines', POINTS, 'changes']
    const why = 'Fair to all'
    const sound = put(tree, path, [{ name: 'limit', why, 'at-most': '900.00' }])
    const said = pick.one(['Budget pressures this year', 'The council’s savings', 'A reserve is kept back'])
    return { sound, tree: put(sound, [...path, 0, 'why'], said), at: [...path, 0, 'why'] }
  }),
  RAS866: inAudit('RAS866', known(plantGap)),
} satisfies Readonly<Record<PrincipleCode, Plant>>

/** What help from family and friends brings with it, where points go down as it grows. */
const BROUGHT: readonly Code[] = ['RAS861', 'RAS862', 'RAS852', 'RAS811']

/** What a fall or a gap can bring with it: a condition more, or a row less, and other flags. */
const BESIDE: readonly Code[] = ['RAS606', 'RAS609', 'RAS854', 'RAS861', 'RAS862', 'RAS863', 'RAS864', 'RAS866']

/** A fault that was planted before there were plants, with its place. */
function known(plant: (ground: Ground) => Planted | null) {
  return (tree: TableTree, pick: Ground['pick']): Spoilt | null => {
    const made = plant({ pick, table: tree, loaded: loadTable(tableText(tree)) })
    const path: Path = pointerKeys(made?.at[0] ?? '')
    if (made === null) return null
    const onKey = path.length === 2 || !has(made.table, String(path[0]))
    return { tree: made.table, at: path, on: onKey ? 'key' : 'value', with: BESIDE }
  }
}

/** One of two plants; the other where the first finds no place. */
function either(one: Plant, other: Plant): Plant {
  return (pick) => (pick.chance(50) ? (one(pick) ?? other(pick)) : (other(pick) ?? one(pick)))
}
