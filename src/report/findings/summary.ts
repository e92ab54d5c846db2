import { utf8Length } from '../../load/utf8.js'
import { asMarkdown } from '../as-markdown.js'
import type { Block, TableBlock } from '../page.js'
import { type Report, repositoryPath, tally, tooMany } from './report.js'

/** Half of what GitHub takes for one step, in bytes: another command of the same step may want to say something too. */
const ROOM = 2 ** 19

/**
 * A report as Markdown for the summary of a step of GitHub Actions: every finding in a table, or as many as there is
 * room for and how many more there are. `room` is in bytes of UTF-8.
 */
export function asSummary(report: Report, room: number = ROOM): string {
  for (let rows = report.findings.length; ; ) {
    const text = withRows(report, rows)
    const bytes = utf8Length(text)
    if (bytes <= room || rows === 0) return text
    rows = Math.min(rows - 1, Math.floor((rows * room) / bytes))
  }
}

function withRows(report: Report, rows: number): string {
  const more = tooMany(report)
  const left = report.findings.length - rows
  const say = (text: string): Block => ({ is: 'paragraph', text })
  return asMarkdown({
    title: `Allocation tables: ${tally(report)}`,
    blocks: [
      ...(more === null ? [] : [say(more)]),
      ...(rows === 0 ? [] : [table(report, rows)]),
      ...(left === 0 ? [] : [say(`There is no room for ${left} more: see the log.`)]),
      ...(report.findings.length === 0 ? [{ is: 'list' as const, items: said(report) }] : []),
    ],
  })
}

/** What each file is, in a line. */
function said({ files }: Report): string[] {
  return files.flatMap(({ about }) => about.split('\n', 1).filter((line) => line !== ''))
}

function table({ findings }: Report, rows: number): TableBlock {
  const column = (name: string) => ({ name, align: 'left' as const })
  return {
    is: 'table',
    caption: '',
    columns: ['Severity', 'Code', 'Place', 'What is wrong', 'How to mend it'].map(column),
    rows: findings.slice(0, rows).map(({ severity, code, file, line, column, at, message, mend }) => {
      const place = line > 0 ? `:${line}:${column}` : ` ${at || '/'}`
      return [severity, code, `${repositoryPath(file)}${place}`, message, mend]
    }),
  }
}
