import * as z from 'zod'
import { expectedShape } from './shape/expected.js'
import { tableShape } from './shape/table.js'

/** A JSON Schema, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * The JSON Schema (draft-07) of a table, for editors: every key has its description. An editor reads plain YAML, where
 * `500` is a number, so amounts are numbers here, and text in the loader.
 */
export function tableSchema(): JsonSchema {
  return schemaOf(tableShape, 'table', 'send-ras allocation table')
}

/** The JSON Schema (draft-07) of what a golden case expects, for editors, as {@link tableSchema}. */
export function expectedSchema(): JsonSchema {
  return schemaOf(expectedShape, 'expected', 'send-ras golden case')
}

function schemaOf(shape: z.ZodType, name: string, title: string): JsonSchema {
  const schema = z.toJSONSchema(shape, {
    target: 'draft-07',
    io: 'input',
    override: ({ jsonSchema }) => {
      const json = jsonSchema as Record<string, unknown>
      const as = json['x-json']
      delete json['x-json']
      if (Array.isArray(as)) {
        json.type = as.length === 1 ? as[0] : as
        if (!as.includes('string')) delete json.pattern
      }
      // A condition: an editor proposes the key with its colon only where it sees that a mapping follows.
      if (json.allOf) json.type = 'object'
      if (json['x-pair']) {
        delete json['x-pair']
        json.minProperties = 1
        json.maxProperties = 1
      }
    },
  })
  return { $id: `https://send-ras.invalid/schemas/${name}.schema.json`, title, ...schema }
}
