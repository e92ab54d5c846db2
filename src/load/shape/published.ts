import * as z from 'zod'
import { date, id, scalar, version } from './scalars.js'

const entry = z.strictObject({
  id: id.describe('The short name of the scheme.'),
  version: version.describe('The version that was published.'),
  hash: scalar(/^[0-9a-f]{64}$/, 'a hash: 64 digits from 0 to 9 and a to f').describe('The hash of the table.'),
  file: scalar(
    /^(?!\.\.?$)[^/\\\n]{1,255}$/,
    'the name of a file beside this one, such as short-breaks-2026-27.yaml',
  ).describe('The file of the table, beside this one.'),
  on: date.describe('The day on which it was published.'),
})

/** The shape of `published.lock.json`, as written: every scalar is text. */
export const publishedShape = z.strictObject({
  format: z.literal('ras.published/1').describe('The format of this file. Always ras.published/1.'),
  tables: z.array(entry).describe('Every table that was published, by id and version.'),
})

/** A table as it was published: its hash says what it said then. */
export type Published = Readonly<z.output<typeof entry>>
