import { wrap } from '../../explain/text.js'
import { thousands } from '../figures.js'
import { oneLine } from '../one-line.js'
import type { Chart } from '../page.js'
import { at, label, roomFor, widthOf } from './label.js'
import type { Drawing } from './picture.js'
import { ticks } from './ticks.js'

const WIDTH = 720
const NAMES = 220
const LINE = 17
const TOP = 46

/** Bars lie under each other, so that their names have room however long they are. Less is hatched, more is filled. */
export function bars({ across, up, bars: all }: Extract<Chart, { is: 'bars' }>, id: string): Drawing {
  const most = Math.max(...all.map(({ count }) => count))
  const marks = ticks(0, most, 5)
  const top = marks.at(-1) ?? 1
  const room = WIDTH - NAMES - widthOf(thousands(top)) - 8
  const x = (count: number) => NAMES + (count / top) * room
  const rows = placed(all.map(({ name }) => named(oneLine(name))))
  const bottom = TOP + rows.reduce((sum, { height }) => sum + height, 0)
  return {
    width: WIDTH,
    height: bottom + 8,
    marks: [
      `<defs><pattern id="${id}-less" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="less" d="M3 0V6" stroke-width="3"/></pattern></defs>`,
      label(oneLine(across), 0, 16),
      label(oneLine(up), WIDTH, 16, 'end'),
      ...marks.flatMap((count) => [
        `<path class="grid" d="M${at(x(count))} ${TOP - 6}V${at(bottom)}"/>`,
        label(thousands(count), x(count), TOP - 12, 'middle'),
      ]),
      ...all.flatMap(({ count, kind = 'same' }, i) => {
        const { y, height, lines } = rows[i] ?? { y: 0, height: 0, lines: [] }
        const middle = y + height / 2
        const long = count > 0 ? Math.max(1.5, x(count) - NAMES) : 0
        const fill = kind === 'less' ? ` fill="url(#${id}-less)"` : ''
        return [
          ...lines.map((line, n) => label(line, NAMES - 8, y + 16 + n * LINE, 'end')),
          ...(long > 0
            ? [`<rect class="${kind}"${fill} x="${NAMES}" y="${at(middle - 8)}" width="${at(long)}" height="16"/>`]
            : []),
          label(thousands(count), NAMES + long + 5, middle + 5),
        ]
      }),
      `<path class="axis" d="M${NAMES} ${TOP - 6}V${at(bottom)}"/>`,
    ],
  }
}

interface Row {
  readonly y: number
  readonly height: number
  readonly lines: readonly string[]
}

/** The lines of a name; what is longer than the room there is is broken anywhere. */
function named(name: string): string[] {
  const room = roomFor(NAMES - 8)
  const words = name.split(' ').flatMap((word) => word.match(new RegExp(`.{1,${room}}`, 'gsu')) ?? [])
  return wrap(words.join(' '), '', '', room)
}

function placed(names: readonly (readonly string[])[]): Row[] {
  const rows: Row[] = []
  let y = TOP
  for (const lines of names) {
    const height = lines.length * LINE + 8
    rows.push({ y, height, lines })
    y += height
  }
  return rows
}
