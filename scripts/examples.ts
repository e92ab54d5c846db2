import { parseDocument } from 'yaml'

/** A fenced block of a document: its language, its content, and the line of the document it begins on, from 1. */
export interface Fence {
  readonly language: string
  readonly text: string
  readonly line: number
}

export type Tree = Readonly<Record<string, unknown>>

/** Every fenced block of a Markdown text, in order. */
export function fences(markdown: string): Fence[] {
  return [...markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(({ 1: language = '', 2: text = '', index }) => ({
    language,
    text,
    line: markdown.slice(0, index).split('\n').length,
  }))
}

/** Reads YAML as the loader does, every scalar as text. */
export function asWritten(text: string): Tree {
  return read(text, 'failsafe')
}

/** Reads YAML as an editor does: plain YAML 1.2 core, where `500` is a number. */
export function asAnEditor(text: string): Tree {
  return read(text, 'core')
}

function read(text: string, schema: 'failsafe' | 'core'): Tree {
  const document = parseDocument(text, { schema })
  if (document.errors[0]) throw document.errors[0]
  return document.toJS() as Tree
}

/** What takes one of several forms is told whole; two forms never mix. */
const WHOLE = ['price', 'when', 'paid-by', 'part-year']

/** Splices an example into a table: mappings join, key by key; anything else takes the place of what was there. */
export function splice(table: Tree, example: Tree): Tree {
  const joined: Record<string, unknown> = { ...table }
  for (const [key, value] of Object.entries(example)) {
    const before = joined[key]
    joined[key] = isTree(before) && isTree(value) && !WHOLE.includes(key) ? splice(before, value) : value
  }
  return joined
}

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
