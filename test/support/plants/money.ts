import type { Code } from '../../../src/diagnostic.js'
import type { TableTree } from '../arbitrary/known.js'
import { put } from '../arbitrary/planted-tree.js'
import type { Tree } from '../oracle/tree.js'
import { entries, text } from '../oracle/tree.js'
import { first, idsIn, LINE, POINTS, withFact, withLine } from './furnished.js'
import { inTable, inWorkbook, type Plant, type Spoilt } from './plant.js'
import type { Path } from './written.js'

type MoneyCode = Extract<Code, `RAS3${string}`>

const CHANGES = ['lines', POINTS, 'changes']

/** Faults of figures: too large, below nothing, not as published, in another order, paid twice, in other units. */
export const moneyPlants = {
  RAS301: inTable('RAS301', (tree, pick) => {
    if (pick.chance(30)) {
      const huge = { title: 'Huge', price: { pounds: '99999999.99', a: 'week', for: [{ weeks: '9999' }] } }
      return { tree: withLine(tree, 'planted-huge', huge), at: ['lines', 'planted-huge'], on: 'key' }
    }
    const changes = [change('huge', { times: '9999.999999' }), change('limit', { 'at-most': '1.00' })]
    return { tree: put(dear(tree), CHANGES, changes), at: [...CHANGES, 0] }
  }),
  RAS302: inTable('RAS302', (tree, pick) => {
    const aged = put(tree, ['facts', 'planted-package'], OTHER_PACKAGE)
    const other = { 'other-package': 'planted-package' }
    const lowers = pick.one<TableTree>([{ subtract: '0.01' }, { subtract: '9999.00' }, other])
    const path = ['lines', pick.one([LINE, POINTS])]
    const all = [...(pick.chance(50) ? [change('more', { times: '1.5' })] : []), change('lower', lowers)]
    return { sound: aged, tree: put(aged, [...path, 'changes'], all), at: path, on: 'key' }
  }),
  RAS303: inTable('RAS303', (tree, pick) => {
    const source = first(tree, 'sources')
    const rate = { pounds: '100.00', per: 'month', source, 'also-published': { term: '400.00', year: '1200.00' } }
    const sound = put(tree, ['rates', 'planted-month'], rate)
    const [path, value] = pick.one<readonly [Path, string]>([
      [['rates', 'planted-month', 'also-published', 'year'], pick.one(['1200.01', '1199.99', '100'])],
      [['rates', 'planted-month', 'also-published', 'term'], pick.one(['400.01', '300.00'])],
      [['lines', LINE, 'price', 'rows', 1, 'published-a-year'], pick.one(['500.01', '499.99', '5000'])],
    ])
    return { sound, tree: put(sound, path, value), at: path }
  }),
  RAS304: inTable('RAS304', (tree, pick) => {
    const inOrder = [{ uplift: { pounds: '1.00' } }, { times: '1.1' }, { 'at-most': '900.00' }, { nearest: '5' }]
    const [earlier, later] = pick.some(inOrder, 2, 2)
    const changes = [change('b', later ?? {}), change('a', earlier ?? {})]
    const sound = put(tree, CHANGES, [...changes].reverse())
    return { sound, tree: put(sound, CHANGES, changes), at: [...CHANGES, 1] }
  }),
  RAS305: inTable('RAS305', (tree, pick) => {
    const paid = put(tree, ['funders', 'planted-funder'], 'Another')
    const shares = pick.one([
      { 'planted-funder': '50', [first(tree, 'funders')]: '49.99' },
      { 'planted-funder': '100' },
    ])
    const [packaged, package_] = withFact(paid, OTHER_PACKAGE)
    const kept = { 'per-cent': '100.01', for: 'Illness', 'at-year-end': 'It goes back' }
    const ways = { 'may-be': ['direct payment'], contingency: kept }
    return pick.one<() => Spoilt>([
      () =>
        spoilt(
          paid,
          put(paid, ['lines', LINE, 'paid-by'], { 'per-cent': shares }),
          ['lines', LINE, 'paid-by', 'per-cent'],
          'key',
        ),
      () => spoilt(paid, put(paid, ['lines', LINE, 'ways'], ways), ['lines', LINE, 'ways', 'contingency', 'per-cent']),
      () => {
        const taken = change('taken', { 'other-package': package_, 'per-cent': '101' })
        return spoilt(packaged, put(packaged, CHANGES, [taken, change('floor', { 'at-least': '0' })]), [
          ...CHANGES,
          0,
          'per-cent',
        ])
      },
    ])()
  }),
  RAS306: inTable('RAS306', (tree, pick) => {
    const line = pick.one(idsIn(tree, 'lines'))
    const law = put(tree, ['streams', 'planted-school'], { title: 'School', law: 'education' })
    const moved = put(put(law, ['lines', line, 'stream'], 'planted-school'), ['lines', line, 'amount-is'], 'top-up')
    const sound = put(moved, ['funders', 'planted-funder'], 'Another')
    const paid = { first: pick.one(['6000.00', '0', '1']), by: 'planted-funder', 'then-by': first(tree, 'funders') }
    return spoilt(sound, put(sound, ['lines', line, 'paid-by'], paid), ['lines', line, 'paid-by', 'first'], 'key')
  }),
  RAS307: inTable('RAS307', (tree, pick) => {
    const source = first(tree, 'sources')
    const other = otherRate(tree)
    return pick.one<() => Spoilt>([
      () => {
        const path = ['rates', 'planted-hour']
        return spoilt(tree, put(tree, path, { pounds: '20.00', per: pick.one(['hour', 'week']), source }), [
          ...path,
          'per',
        ])
      },
      () => unit(tree, ['lines', LINE, 'price', 'rate'], 'planted-rate', 'key'),
      () => unit(tree, ['lines', LINE, 'price', 'gives'], pick.one(['hours a week', 'units a year', 'pounds a term'])),
      () => secondAge(tree),
      ...(other === null ? [] : [() => unit(tree, ['lines', POINTS, 'price', 'rate'], other)]),
      () => partYear(tree),
    ])()
  }),
  RAS308: inTable('RAS308', (tree, pick) => {
    const line = pick.one(idsIn(tree, 'lines'))
    const law = text(tree, 'streams', text(tree, 'lines', line, 'stream'), 'law')
    const path = ['lines', line, 'amount-is']
    if (law === 'education') return { tree: put(tree, path, undefined), at: ['lines', line], on: 'key' }
    return { tree: put(tree, path, pick.one(['top-up', 'whole cost'])), at: path, on: 'key', with: ['RAS306'] }
  }),
  RAS309: inTable('RAS309', (tree, pick) => {
    const unshared = entries(withLine(tree, 'planted-flat', {}), 'lines').filter(([, line]) => !isShared(line))
    const [line] = pick.one(unshared)
    const sound = withLine(tree, 'planted-flat', {})
    return spoilt(sound, put(sound, ['lines', line, 'outcome'], undefined), ['lines', line], 'key', ['RAS811'])
  }),
  RAS310: inTable('RAS310', (tree, pick) => {
    const line = pick.one(idsIn(tree, 'lines'))
    const ways = put(
      put(tree, ['lines', line, 'ways'], { 'may-be': ['notional'] }),
      ['lines', line, 'tier'],
      'additional',
    )
    const tier = pick.one(['universal', 'targeted', 'social-capital'])
    return spoilt(ways, put(ways, ['lines', line, 'tier'], tier), ['lines', line, 'ways', 'may-be'], 'key')
  }),
  RAS311: inWorkbook('RAS311', (tree, pick) => {
    const price = { pounds: '9999999.00', a: 'year' }
    const sound = withLine(tree, 'planted-large', { price })
    const changes = [change('rise', { times: `1.00000${pick.int(1, 9)}` })]
    return spoilt(sound, withLine(tree, 'planted-large', { price, changes }), ['lines', 'planted-large', 'changes', 0])
  }),
} satisfies Readonly<Record<MoneyCode, Plant>>

const OTHER_PACKAGE = { is: 'other-package', a: 'year', 'at-most': '5000.00', by: 'The council' }

function spoilt(
  sound: TableTree,
  tree: TableTree,
  at: Path,
  on: 'key' | 'value' = 'value',
  brought: readonly Code[] = [],
): Spoilt {
  return { sound, tree, at, on, with: brought }
}

function change(name: string, of: TableTree): Tree {
  return { name, why: 'A reason', ...of }
}

/** The same, with a price of a point that is as high as can be written. */
function dear(tree: TableTree): TableTree {
  return put(tree, ['rates', 'planted-rate', 'pounds'], '99999999.99')
}

function unit(tree: TableTree, path: Path, value: string, on: 'key' | 'value' = 'value'): Spoilt {
  return spoilt(tree, put(tree, path, value), path, on)
}

/** A price of something that is no point; nor an hour, which may need weeks once points are paid by it. */
function otherRate(tree: TableTree): string | null {
  return entries(tree, 'rates').find(([, rate]) => !['point', 'hour'].includes(text(rate, 'per')))?.[0] ?? null
}

/** A child has one age. Facts are told in the order in which they are written. */
function secondAge(tree: TableTree): Spoilt {
  const [sound] = withFact(tree, { is: 'age' })
  const path = ['facts', 'planted-second-age']
  return spoilt(sound, put(sound, path, { is: 'age' }), path, 'key')
}

function partYear(tree: TableTree): Spoilt {
  const [sound, terms] = withFact(tree, { is: 'terms' })
  const path = ['lines', LINE, 'part-year']
  return spoilt(sound, put(sound, path, { terms, 'out-of': '2' }), [...path, 'out-of'])
}

/** Whether a line may be priced by points that lead to outcomes. */
function isShared(line: unknown): boolean {
  const price = entries(line).find(([key]) => key === 'price' || key === 'provides')?.[1]
  return entries(price).some(([key]) => key === 'look-up' || key === 'each-point-of')
}
