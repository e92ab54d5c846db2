import { asPence, formatPounds } from '../../pence.js'
import { thousands } from '../figures.js'
import { oneLine } from '../one-line.js'
import type { Chart } from '../page.js'
import { at, label, widthOf } from './label.js'
import type { Drawing } from './picture.js'
import { ticks } from './ticks.js'

const SIDE = 480
const TOP = 40
const LARGEST = 16

/**
 * Dots over two axes of one scale, in pounds, with the line on which nothing changes: above it is more, below it less. The
 * area of a dot says how many cases stand at it.
 */
export function dots({ across, up, dots: all }: Extract<Chart, { is: 'dots' }>): Drawing {
  const here = all.filter(({ count }) => count > 0)
  const values = here.flatMap(({ x, y }) => [x, y])
  const marks = ticks(Math.min(0, ...values), Math.max(0, ...values), 5)
  const [low, high] = [marks[0] ?? 0, marks.at(-1) ?? 1]
  const names = marks.map((pence) => short(pence, marks))
  const left = Math.max(...names.map(widthOf)) + LARGEST + 4
  const [right, bottom] = [left + SIDE, TOP + SIDE]
  const x = (pence: number) => left + ((pence - low) / (high - low)) * SIDE
  const y = (pence: number) => bottom - ((pence - low) / (high - low)) * SIDE
  const most = Math.max(...here.map(({ count }) => count))
  const radius = (count: number) => Math.max(2, LARGEST * Math.sqrt(count / most))
  const sorted = [...here].sort((a, b) => b.count - a.count || a.x - b.x || a.y - b.y)
  return {
    width: right + 150,
    height: bottom + 64,
    marks: [
      label(oneLine(up), 0, 16),
      label(oneLine(across), right, bottom + 54, 'end'),
      ...marks.flatMap((pence, i) => [
        `<path class="grid" d="M${at(x(pence))} ${TOP}V${bottom}M${at(left)} ${at(y(pence))}H${at(right)}"/>`,
        label(names[i] ?? '', x(pence), bottom + LARGEST + 14, 'middle'),
        label(names[i] ?? '', left - LARGEST - 4, y(pence) + 4, 'end'),
      ]),
      `<path class="axis" d="M${at(left)} ${TOP}V${bottom}H${at(right)}"/>`,
      `<path class="nochange" d="M${at(left)} ${bottom}L${at(right)} ${TOP}"/>`,
      ...sorted.map((dot) => {
        const kind = dot.y > dot.x ? 'more' : dot.y < dot.x ? 'less' : 'same'
        return `<circle class="dot ${kind}" cx="${at(x(dot.x))}" cy="${at(y(dot.y))}" r="${at(radius(dot.count))}"/>`
      }),
      label('no change', right + 8, TOP + 5),
      label('more', left + 12, TOP + 22),
      label('less', right - 12, bottom - 14, 'end'),
      ...sizes(most).flatMap((count, i) => [
        `<circle class="dot same" cx="${at(right + 28)}" cy="${TOP + 60 + i * 38}" r="${at(radius(count))}"/>`,
        label(`${thousands(count)} ${count === 1 ? 'case' : 'cases'}`, right + 52, TOP + 65 + i * 38),
      ]),
    ],
  }
}

/** The sizes that are shown beside the chart: one case, the most, and one between where they are far apart. */
function sizes(most: number): number[] {
  const middle = Math.ceil(most / 4)
  return [...new Set([1, middle, most])]
}

/** Pounds, with pence only where a tick has any. */
function short(pence: number, all: readonly number[]): string {
  const whole = formatPounds(asPence(pence))
  return all.every((one) => one % 100 === 0) ? whole.slice(0, -3) : whole
}
