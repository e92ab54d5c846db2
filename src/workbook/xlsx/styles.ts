import type { CellStyle } from 'hucre/xlsx'
import { decimals, type StyleName } from '../book.js'

/** Every style names it: where one does not, each program takes its own, and widths and heights no longer fit. */
export const FONT = 'Arial'

const GREY = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8E8E8' } } as const
const LINE = { style: 'thin', color: { rgb: '808080' } } as const
const FRAME = { top: LINE, right: LINE, bottom: LINE, left: LINE } as const
const BLACK = { rgb: '000000' } as const

const TEXT = '@'
const POUNDS = decimals(2, true)

interface Look {
  readonly size: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly grey?: boolean
  readonly lines?: 'frame' | 'under' | 'over'
  readonly right?: boolean
  readonly indented?: boolean
  readonly open?: boolean
  readonly format?: string
}

const LOOKS: Readonly<Record<StyleName, Look>> = {
  title: { size: 16, bold: true },
  status: { size: 11, bold: true },
  identity: { size: 8 },
  heading: { size: 12, bold: true, grey: true, lines: 'under' },
  head: { size: 9, bold: true, grey: true, lines: 'under' },
  'head-figure': { size: 9, bold: true, grey: true, lines: 'under', right: true },
  text: { size: 10 },
  note: { size: 10, indented: true },
  strong: { size: 10, bold: true },
  help: { size: 9, italic: true },
  small: { size: 8, indented: true },
  figure: { size: 10, right: true },
  pounds: { size: 10, right: true, format: POUNDS },
  'pounds-strong': { size: 10, bold: true, right: true, format: POUNDS, lines: 'over' },
  'pounds-large': { size: 16, bold: true, right: true, format: POUNDS, lines: 'frame' },
  'label-large': { size: 12, bold: true },
  'in-text': { size: 10, lines: 'frame', open: true, format: TEXT },
  'in-words': { size: 9, lines: 'frame', open: true, format: TEXT },
  'in-number': { size: 10, lines: 'frame', open: true, right: true },
  'in-pounds': { size: 10, lines: 'frame', open: true, right: true, format: POUNDS },
  'in-day': { size: 10, lines: 'frame', open: true, right: true, format: 'yyyy\\-mm\\-dd' },
  check: { size: 9, bold: true },
}

/** The size of a style's letters, in points, and whether they are bold. */
export function lettersOf(name: StyleName): { readonly size: number; readonly bold: boolean } {
  const { size, bold = false } = LOOKS[name]
  return { size, bold }
}

/** A named style as the file has it; `format` says how numbers are written where the style alone does not. */
export function styleOf(name: StyleName, format?: string): CellStyle {
  const { size, bold = false, italic = false, grey, lines, right, indented, open, format: own } = LOOKS[name]
  const written = format ?? own
  return {
    font: { name: FONT, size, bold, italic, color: BLACK },
    ...(grey ? { fill: GREY } : {}),
    ...(lines ? { border: bordersOf(lines) } : {}),
    alignment: {
      horizontal: right ? 'right' : 'left',
      vertical: 'top',
      // A number stands on one line; LibreOffice forgets the room beside it where it may be broken.
      wrapText: !right || written === undefined,
      ...(indented || (right && !open) ? { indent: 1 } : {}),
    },
    ...(written === undefined ? {} : { numFmt: written }),
    protection: { locked: !open },
  }
}

function bordersOf(lines: NonNullable<Look['lines']>): NonNullable<CellStyle['border']> {
  switch (lines) {
    case 'frame':
      return FRAME
    case 'under':
      return { bottom: LINE }
    case 'over':
      return { top: LINE }
  }
}
