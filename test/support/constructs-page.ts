import { grouped } from './constructs.js'
import { type Cell, COLUMNS, type Hints } from './constructs-columns.js'
import { covering } from './constructs-exempt.js'
import type { Row } from './constructs-matrix.js'

/** The page with the matrix. */
export const PAGE = 'docs/constructs.md'

const INTRO = `# Every construct of the format, and where it is shown

This page is made from the code and checked by a test: \`npx tsx scripts/write-matrix.ts\` writes it anew. A construct is
a key, a form or a kind of a mapping, a value that is chosen from a list, or a way in which a value can be written. They
are read off the shapes that the loader checks a table with, so that a new one stands here by itself, and the test fails
until it is covered. A condition is one construct wherever it stands, and so is everything else that several words share.

| Column | Says |
| --- | --- |
| Docs | the part of [table-format.md](table-format.md) with an example that uses it |
| Golden | a case of [fixtures/cases](../fixtures/cases) that comes to something else when the construct is altered |
| Property | tables of the generator use it, so that the laws hold for it |
| Oracle | on every one of these tables, the library and the oracle come to the same budget |
| Sentence | a case whose statement is another when it is altered; of a condition, by its words alone |
| Finding | a file of [fixtures/faults](../fixtures/faults) with a finding that points at it or into it |

What is in *italics* shows it less than well. Docs: an example of the same word in another form, or the name of a value
in a sentence. Golden: what changes is not among what the case expects, or the case only has it in its table. Finding:
a list in its place is refused, at its line and column.
`

/** The page, from the matrix. */
export function pageOf(rows: readonly Row[]): string {
  const parts = [...grouped(rows, ({ name }) => name.split(' ')[0] ?? '')].map(([word, some]) => part(word, some))
  return `${[INTRO, ...parts].join('\n')}`
}

/** What a page says of golden cases, statements and findings. */
export function hintsOf(page: string): Hints {
  const rows = [...page.matchAll(/^\| `([^`]+)` \|(.+)\|$/gm)]
  return new Map(
    rows.map(([, name = '', cells = '']) => {
      const [, golden = '', , , sentence = '', finding = ''] = cells.split('|')
      return [name, { golden: read(golden), sentence: read(sentence), finding: read(finding) }]
    }),
  )
}

function part(word: string, rows: readonly Row[]): string {
  const heads = ['Construct', ...COLUMNS.map((column) => column.charAt(0).toUpperCase() + column.slice(1))]
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const why = rows.flatMap((row) =>
    COLUMNS.flatMap((column) =>
      row.cells[column] ? [] : covering(column, row.name).map(([of, reason]) => `${column} of \`${of}\`: ${reason}`),
    ),
  )
  return [
    `## ${word}\n`,
    line(heads),
    line(heads.map(() => '---')),
    ...rows.map(({ name, cells }) => line([`\`${name}\``, ...COLUMNS.map((column) => written(cells[column]))])),
    ...[...new Set(why)].map((reason, i) => `${i === 0 ? '\nNot shown, with the reason:\n\n' : ''}- ${reason}`),
    '',
  ].join('\n')
}

/** The name of a case or of a file stands as code. */
function written(cell: Cell | null): string {
  if (cell === null) return '–'
  const by = /^(\d{3}|RAS\d{3})-/.test(cell.by) ? `\`${cell.by}\`` : cell.by
  return cell.isLess ? `*${by}*` : by
}

function read(text: string): Cell | null {
  const [, less, plain = ''] = /^(\*?)(.*)\1$/.exec(text.trim()) ?? []
  return plain === '–' || plain === '' ? null : { by: plain.replace(/^`([^`]*)`$/, '$1'), isLess: less === '*' }
}
