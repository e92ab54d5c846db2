import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expectedSchema, tableSchema } from '../src/load/table-schema.js'

// Writes the JSON Schemas that editors read, of tables and of what golden cases expect, from the shapes that are checked.
const folder = path.resolve(import.meta.dirname, '../schemas')
mkdirSync(folder, { recursive: true })
for (const [name, schema] of Object.entries({ table: tableSchema(), expected: expectedSchema() }))
  writeFileSync(path.join(folder, `${name}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`)
