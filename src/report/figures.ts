import { asPence, formatPounds } from '../pence.js'
import type { Chart, TableBlock } from './page.js'

/** The figures of a chart as a table, for where there are no pictures and for whoever cannot see one. */
export function figuresOf(chart: Chart): TableBlock {
  const table = (names: readonly [string, ...string[]], rows: readonly (readonly string[])[]): TableBlock => ({
    is: 'table',
    caption: `${chart.title}: the figures`,
    columns: names.map((name, i) => ({ name, align: chart.is === 'bars' && i === 0 ? 'left' : 'right' })),
    rows,
  })
  switch (chart.is) {
    case 'bars':
      return table(
        [chart.across, chart.up],
        chart.bars.map(({ name, count }) => [name, thousands(count)]),
      )
    case 'dots':
      return table(
        [chart.across, chart.up, 'Cases'],
        chart.dots.map(({ x, y, count }) => [formatPounds(asPence(x)), formatPounds(asPence(y)), thousands(count)]),
      )
  }
}

/** A whole number with its thousands apart. */
export function thousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}
