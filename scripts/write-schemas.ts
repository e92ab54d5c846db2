import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { tableSchema } from '../src/load/table-schema.js'

// Writes the JSON Schema of a table, which editors read, from the shapes that the loader checks.
const folder = path.resolve(import.meta.dirname, '../schemas')
mkdirSync(folder, { recursive: true })
writeFileSync(path.join(folder, 'table.schema.json'), `${JSON.stringify(tableSchema(), null, 2)}\n`)
