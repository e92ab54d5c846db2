import { asHtml } from '../report/as-html.js'
import { asMarkdown } from '../report/as-markdown.js'
import { publishedTable } from '../report/doc/published-table.js'
import { writeWhole } from './batch/outputs.js'
import { type ExitCode, type Io, stop } from './io.js'
import { outputFile } from './output-file.js'
import { refuse } from './refuse.js'
import { loadTables } from './tables.js'

/** What `ras doc` was asked for. */
export interface DocOptions {
  readonly format?: string
  readonly output?: string
}

/** `ras doc TABLE [--format markdown|html] [-o FILE]`: the table as a page for families, or every fault of it and exit 1. */
export async function docCommand(io: Io, file: string, options: DocOptions): Promise<ExitCode> {
  const loaded = loadTables(io, [file])
  if (!loaded.success) return refuse(io, loaded.findings, loaded.textOf, 'pretty')
  const path = outputFile(options.output)
  const streams = await io.streams()
  if (path !== null && (path === file || (file !== '-' && streams.same(file, path))))
    throw stop(2, `${path} is read: it cannot be written as well.`)
  const format = options.format ?? (path !== null && /\.html?$/i.test(path) ? 'html' : 'markdown')
  const lay = format === 'html' ? asHtml : asMarkdown
  writeWhole(io, streams, path, loaded.tables.map((table) => lay(publishedTable(table))).join(''))
  return 0
}
