import { escaped } from './escaped.js'
import { figuresOf } from './figures.js'
import { oneLine, pieces } from './one-line.js'
import type { Block, Chart, Page, TableBlock } from './page.js'
import { style } from './style.js'
import { picture } from './svg/picture.js'

/**
 * Lays a page out as one HTML file that needs nothing else: no script, nothing fetched, which its own policy forbids. It
 * reads by day and by night, on paper and without colour. A chart is a picture with its figures under it.
 *
 * A page without blocks is its title. The same page gives the same bytes.
 *
 * @example asHtml({ title: 'A < B', blocks: [] }) // '<!DOCTYPE html>\n<html lang="en-GB">…<h1>A &lt; B</h1>…'
 */
export function asHtml({ title, blocks }: Page): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${short(title)}</title>
<style>
${style()}
</style>
</head>
<body>
<main>
<h1>${inline(oneLine(title) || UNTITLED)}</h1>
${levelled(blocks)
  .map((one, at) => block(one, at + 1))
  .filter((part) => part !== '')
  .join('\n')}
</main>
</body>
</html>
`
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

const UNTITLED = 'Untitled'

/** The longest title that a window or a list of results shows whole. */
const TITLE = 70

function short(title: string): string {
  const whole = oneLine(title) || UNTITLED
  if (escaped(whole).length <= TITLE) return escaped(whole)
  const cut = [...whole].slice(0, TITLE)
  while (escaped(cut.join('')).length >= TITLE) cut.pop()
  return `${escaped(cut.join('').trimEnd())}…`
}

/**
 * A heading of the third level that no second stands above is one of the second: readers step through them in order. One
 * without words is none.
 */
function levelled(all: readonly Block[]): Block[] {
  const blocks = all.filter((one) => one.is !== 'heading' || oneLine(one.text) !== '')
  const first = blocks.findIndex((one) => one.is === 'heading' && one.level === 2)
  return blocks.map((one, i) => (one.is === 'heading' && (first < 0 || i < first) ? { ...one, level: 2 } : one))
}

/** `at` tells the blocks of one page apart. */
function block(one: Block, at: number): string {
  switch (one.is) {
    case 'heading':
      return `<h${one.level}>${inline(one.text)}</h${one.level}>`
    case 'paragraph':
      return oneLine(one.text) === '' ? '' : `<p>${inline(one.text)}</p>`
    case 'list':
      return one.items.length === 0
        ? ''
        : `<ul>\n${one.items.map((item) => `<li>${inline(item)}</li>`).join('\n')}\n</ul>`
    case 'table':
      return table(one)
    case 'chart':
      return figure(one.chart, at)
  }
}

function table({ caption, columns, rows }: TableBlock): string {
  const of = (i: number) => (columns[i]?.align === 'right' ? ' class="number"' : '')
  const cell = (text: string, i: number) =>
    i === 0 && oneLine(text) !== ''
      ? `<th scope="row"${of(i)}>${inline(text)}</th>`
      : `<td${of(i)}>${inline(text)}</td>`
  const line = (row: readonly string[]) => `<tr>${columns.map((_, i) => cell(row[i] ?? '', i)).join('')}</tr>`
  const none = `<tr><td colspan="${columns.length}">none</td></tr>`
  return `<div class="table">
<table>
${oneLine(caption) === '' ? '' : `<caption>${inline(caption)}</caption>\n`}<thead>
<tr>${columns.map(({ name }, i) => (oneLine(name) === '' ? '<td></td>' : `<th scope="col"${of(i)}>${inline(name)}</th>`)).join('')}</tr>
</thead>
<tbody>
${rows.length === 0 ? none : rows.map(line).join('\n')}
</tbody>
</table>
</div>`
}

function figure(chart: Chart, at: number): string {
  return `<figure>
<figcaption>${inline(chart.title)}</figcaption>
${picture(chart, `chart-${at}`)}
<p>${inline(chart.says)}</p>
<details>
<summary>The figures</summary>
${table(figuresOf(chart))}
</details>
</figure>`
}

function inline(text: string): string {
  return pieces(oneLine(text))
    .map((piece) =>
      piece.is === 'address' ? `<a href="${escaped(piece.text)}">${escaped(piece.text)}</a>` : escaped(piece.text),
    )
    .join('')
}
