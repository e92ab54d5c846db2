import { WIDTH, wrap } from '../explain/text.js'
import { figuresOf } from './figures.js'
import { oneLine } from './one-line.js'
import type { Block, Page, TableBlock } from './page.js'

/**
 * Lays a page out as plain text of at most 100 characters a line, unless one word is longer. Tables stand in columns, or
 * row by row where their columns do not fit; a chart is its sentence and its figures.
 *
 * A page without blocks is its title. Gives lines that end with a line feed.
 *
 * @example asText({ title: 'Nothing changed', blocks: [] }) // 'NOTHING CHANGED\n'
 */
export function asText({ title, blocks }: Page): string {
  const parts = [wrap(oneLine(title).toUpperCase(), ''), ...blocks.map(block)]
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`
}

function block(one: Block): string[] {
  switch (one.is) {
    case 'heading':
      return wrap(one.level === 2 ? oneLine(one.text).toUpperCase() : oneLine(one.text), '')
    case 'paragraph':
      return wrap(oneLine(one.text), '')
    case 'list':
      return one.items.flatMap((item) => wrap(`- ${oneLine(item)}`, '', '  '))
    case 'table':
      return table(one)
    case 'chart':
      return [...wrap(oneLine(`${one.chart.title}. ${one.chart.says}`), ''), '', ...table(figuresOf(one.chart))]
  }
}

const GAP = 2

function table({ caption, columns, rows }: TableBlock): string[] {
  const heads = columns.map(({ name }) => oneLine(name))
  const cells = (rows.length === 0 ? [['none']] : rows).map((row) => columns.map((_, i) => oneLine(row[i] ?? '')))
  const widths = fitted(heads.map((head, i) => [head, ...cells.map((row) => row[i] ?? '')]))
  const lead = oneLine(caption) === '' ? [] : wrap(oneLine(caption), '')
  if (!widths) return [...lead, ...cells.flatMap((row) => ['', ...rowAlone(heads, row)])]
  const line = (row: readonly string[]) => {
    const wrapped = row.map((cell, i) => wrap(cell, '', '', widths[i]))
    const height = Math.max(...wrapped.map((lines) => lines.length))
    return Array.from({ length: height }, (_, y) =>
      wrapped
        .map((lines, i) => {
          const cell = lines[y] ?? ''
          const width = widths[i] ?? 0
          return columns[i]?.align === 'right' ? cell.padStart(width) : cell.padEnd(width)
        })
        .join(' '.repeat(GAP))
        .trimEnd(),
    )
  }
  const rule = widths.map((width) => '-'.repeat(width)).join(' '.repeat(GAP))
  return [...lead, '', ...line(heads), rule, ...cells.flatMap(line)]
}

/** How wide each column may be, the widest giving way first; nothing where even the longest words do not fit. */
function fitted(columns: readonly (readonly string[])[]): number[] | undefined {
  const room = WIDTH - GAP * (columns.length - 1)
  const least = columns.map((cells) =>
    Math.max(1, ...cells.flatMap((cell) => cell.split(' ').map((word) => word.length))),
  )
  const widths = columns.map((cells) => Math.max(1, ...cells.map((cell) => Math.min(cell.length, WIDTH))))
  if (sum(least) > room) return undefined
  while (sum(widths) > room) {
    const widest = widths.reduce((best, width, i) => (spare(i) > 0 && width > (widths[best] ?? 0) ? i : best), first())
    widths[widest] = (widths[widest] ?? 0) - 1
  }
  return widths

  function spare(i: number): number {
    return (widths[i] ?? 0) - (least[i] ?? 0)
  }
  function first(): number {
    return widths.findIndex((_, i) => spare(i) > 0)
  }
}

function rowAlone(heads: readonly string[], row: readonly string[]): string[] {
  return row.flatMap((cell, i) => wrap(`${heads[i]}: ${cell}`.trim(), '  ', '    '))
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
