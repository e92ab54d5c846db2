import { escaped } from '../escaped.js'
import { oneLine } from '../one-line.js'
import type { Chart } from '../page.js'
import { bars } from './bars.js'
import { dots } from './dots.js'
import { at, label } from './label.js'

/** A drawing and how large it is. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly marks: readonly string[]
}

/**
 * A chart as SVG to stand in a page, with its title and what it says for whoever cannot see it. `id` tells it from other
 * charts of the page. Colours come from the page's style; less and more differ in pattern and in place as well.
 *
 * No data gives a picture that says so. The same chart gives the same bytes.
 */
export function picture(chart: Chart, id: string): string {
  const { width, height, marks } = drawing(chart, id)
  return `<svg role="img" focusable="false" viewBox="0 0 ${at(width)} ${at(height)}" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${escaped(oneLine(chart.title))}</title>
<desc id="${id}-desc">${escaped(oneLine(chart.says))}</desc>
${marks.join('\n')}
</svg>`
}

function drawing(chart: Chart, id: string): Drawing {
  switch (chart.is) {
    case 'bars':
      return chart.bars.some(({ count }) => count > 0) ? bars(chart, id) : NOTHING
    case 'dots':
      return chart.dots.some(({ count }) => count > 0) ? dots(chart) : NOTHING
  }
}

const NOTHING: Drawing = {
  width: 720,
  height: 60,
  marks: [
    '<rect class="axis" x="1" y="1" width="718" height="58"/>',
    label('There is nothing to show.', 360, 35, 'middle'),
  ],
}
