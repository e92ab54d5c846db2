import { figuresOf } from './figures.js'
import { oneLine, pieces } from './one-line.js'
import type { Block, Page, TableBlock } from './page.js'

/**
 * Lays a page out as GitHub's Markdown. Whatever the page says is escaped, so that it shows as itself; addresses of the
 * web can be followed. A chart is its sentence and its figures.
 *
 * A page without blocks is its title. Gives lines that end with a line feed.
 *
 * @example asMarkdown({ title: 'A *star*', blocks: [] }) // '# A \\*star\\*\n'
 */
export function asMarkdown({ title, blocks }: Page): string {
  return `${[`# ${plain(title)}`, ...blocks.map((one, i) => block(one, mark(blocks, i)))].filter((part) => part !== '').join('\n\n')}\n`
}

/** How the items of a list begin: right after another list not as that one’s, or both would be one. */
function mark(blocks: readonly Block[], at: number): string {
  let lists = 0
  while (blocks[at - 1 - lists]?.is === 'list') lists++
  return lists % 2 === 0 ? '-' : '*'
}

function block(one: Block, item: string): string {
  switch (one.is) {
    case 'heading':
      return `${'#'.repeat(one.level)} ${plain(one.text)}`
    case 'paragraph':
      return plain(one.text)
    case 'list':
      return one.items.map((text) => `${item} ${plain(text)}`).join('\n')
    case 'table':
      return table(one)
    case 'chart':
      return [`**${plain(one.chart.title)}**`, plain(one.chart.says), table(figuresOf(one.chart))].join('\n\n')
  }
}

function table({ caption, columns, rows }: TableBlock): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const lead = oneLine(caption) === '' ? [] : [`**${plain(caption)}**`, '']
  return [
    ...lead,
    line(columns.map(({ name }) => plain(name))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...(rows.length === 0 ? [['none']] : rows).map((row) => line(columns.map((_, i) => plain(row[i] ?? '')))),
  ].join('\n')
}

/** What cannot be seen, and keeps a name, a number or a word between colons from being looked up on GitHub. */
const APART = '&#8203;'

/** Any text, so that it shows as itself wherever it stands. */
export function plain(text: string): string {
  return pieces(oneLine(text))
    .map((piece) => (piece.is === 'address' ? `<${piece.text}>` : escaped(piece.text)))
    .join('')
    .replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2')
    .replace(/^[-+=]/, '\\$&')
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>#|~&$^]|:(?=\/\/)|(?<=www)\./gi, '\\$&')
    .replaceAll(/(?<!\w)@(?=\w)|#(?=\d)|:(?=[a-z+-][\w+-]*:)/gi, `$&${APART}`)
}
