import type { LinePlan } from '../../load/plan.js'
import { must } from '../../must.js'
import type { Whole } from './exact.js'
import { singles } from './figures.js'
import { addGrid, rowOf } from './grid.js'
import { add, type Making } from './making.js'
import { addWeight } from './nodes.js'

/** Figures of a line that stand by themselves in the Table sheet. */
export interface LineFigures {
  /** The flat sum in pence, or the hours in hundredths; null where the price has neither. */
  readonly price: Whole | null
}

/** Adds the rows and figures that a line is priced by to the Table sheet. */
export function addPriceFigures(making: Making, line: LinePlan): LineFigures {
  const { price } = line
  const about = { title: line.title, source: sourceOf(making, line) }
  switch (price.is) {
    case 'look-up':
    case 'category': {
      addGrid(making, { ...about, id: rowsId(line), unit: price.gives, places: 2, referTo: price.referTo }, price.grid)
      if (price.is === 'category' && price.beside)
        addGrid(
          making,
          { ...about, id: besideId(line), title: `${line.title}: bands by points`, unit: '', places: 0, referTo: '' },
          price.beside,
        )
      return { price: null }
    }
    case 'flat': {
      if (price.weight) addWeight(making, weightId(line), `${line.title}: weighted by`, price.weight)
      const figure = { id: `lines/${line.id}/price`, unit: `pounds a ${price.per}`, places: 2, ...about }
      return { price: must(singles(making, figure, [{ name: line.title, text: (price.value / 100).toFixed(2) }])[0]) }
    }
    case 'hours': {
      if (price.fact >= 0) return { price: null }
      const figure = { id: `lines/${line.id}/price`, unit: 'hours a week', places: 2, ...about }
      return { price: must(singles(making, figure, [{ name: line.title, text: String(price.value / 100) }])[0]) }
    }
    case 'units': {
      const figure = { id: `lines/${line.id}/price`, unit: 'units a year', places: 0, ...about }
      return { price: must(singles(making, figure, [{ name: line.title, text: String(price.value) }])[0]) }
    }
    case 'each-point':
    case 'entitlement':
    case 'quote':
    case 'people-decide':
      return { price: null }
  }
}

/** The document that a line comes from, and where in it. */
export function sourceOf({ written }: Making, { id }: LinePlan): string {
  const source = written.sources[written.lines[id]?.source ?? '']
  return source ? `${source.title}${source.clause === undefined ? '' : `, ${source.clause}`}` : ''
}

/** The blocks in which the rows of a line stand, its bands beside a judged band, and its factor. */
export const rowsId = ({ id }: LinePlan) => `lines/${id}/rows`
const besideId = ({ id }: LinePlan) => `lines/${id}/beside`
export const weightId = ({ id }: LinePlan) => `lines/${id}/weight`

/** Adds the place of the row that holds, where points choose one: it is the same in every setting. */
export function addRow(making: Making, line: LinePlan, section: string): void {
  const { price } = line
  if (price.is !== 'look-up' && !(price.is === 'category' && price.beside)) return
  const [block, grid] =
    price.is === 'look-up' ? [rowsId(line), price.grid] : [besideId(line), must(price.beside ?? undefined)]
  add(
    making,
    { id: `lines/${line.id}/band-row`, section, label: 'The row that holds', unit: 'place' },
    rowOf(making, block, grid),
  )
}
