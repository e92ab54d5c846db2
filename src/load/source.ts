import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  visit,
} from 'yaml'
import { type Finding, finding, type Located, severity } from '../diagnostic.js'
import { describe } from '../finding-words.js'
import { pointerKeys } from '../pointer.js'
import { utf8Length } from './utf8.js'

/** The largest text that is read, in bytes of UTF-8, inclusive. */
export const MAX_BYTES = 1024 * 1024
/** The deepest nesting that is read, inclusive. */
export const MAX_DEPTH = 40

/** A text that was read: the tree of plain objects, lists and text, and the way back from a pointer to a line. */
export interface Source {
  /** `undefined` when the text could not be read. */
  readonly tree: unknown
  readonly findings: readonly Located[]
  readonly locate: (finding: Finding) => Located
}

/**
 * Reads YAML, and so JSON, into a tree in which every scalar is text. Nothing is resolved: no anchors, tags, merges or
 * directives. Empty text is a finding. Never throws.
 */
export function readSource(text: string, file: string): Source {
  const early = tooMuch(text)
  if (early) return failed([{ ...unplaced(early, file), line: 1, column: 1 }], file)
  const lines = new LineCounter()
  const doc = parseDocument(text, { schema: 'failsafe', lineCounter: lines, logLevel: 'error', stringKeys: false })
  const place = (at: Finding, offset: number): Located => {
    const { line, col } = lines.linePos(offset)
    return { ...at, ...describe(at), severity: severity(at.code), file, line, column: col }
  }
  const findings = doc.errors.map((error) =>
    place(yamlFinding(error.code, error.message, text.slice(error.pos[0])), error.pos[0]),
  )
  // A directive could change what everything after it means; a comment may stand before it.
  const directive = /^%/m.exec(text)?.index ?? -1
  if (findings.length === 0 && directive >= 0 && directive < (doc.contents?.range[0] ?? text.length))
    findings.push(place(finding('RAS003', '', { what: 'directive' }), directive))
  if (findings.length === 0) for (const [at, offset] of unreadable(doc.contents, text)) findings.push(place(at, offset))
  if (findings.length === 0 && doc.contents === null) findings.push(place(finding('RAS007', '', { documents: 0 }), 0))
  if (findings.length > 0) return failed(findings, file)
  return {
    tree: plain(doc.contents),
    findings,
    locate: (at) => place(at, offsetOf(doc.contents, pointerKeys(at.at), at.on)),
  }
}

/** Gives a finding its words where there is no text to place it in; line and column are 0. */
export function unplaced(at: Finding, file: string): Located {
  return { ...at, ...describe(at), severity: severity(at.code), file, line: 0, column: 0 }
}

/**
 * Finds the line and column, from 1, of what a pointer names in a text; a pointer that leads nowhere gives the nearest
 * thing above it, and unreadable text gives 1:1.
 *
 * @example locate('a:\n  b: 1\n', '/a/b') // { line: 2, column: 6 }
 */
export function locate(text: string, at: string, on: 'key' | 'value' = 'value'): { line: number; column: number } {
  if (tooMuch(text)) return { line: 1, column: 1 }
  const lines = new LineCounter()
  const doc = parseDocument(text, { schema: 'failsafe', lineCounter: lines, logLevel: 'error' })
  const { line, col } = lines.linePos(offsetOf(doc.contents, pointerKeys(at), on))
  return { line, column: col }
}

function failed(findings: readonly Located[], file: string): Source {
  return { tree: undefined, findings, locate: (at) => unplaced(at, file) }
}

/** What would cost the parser its memory or its stack is refused by looking at the characters alone. */
function tooMuch(text: string): Finding | undefined {
  const bytes = text.length > MAX_BYTES ? text.length : utf8Length(text)
  if (bytes > MAX_BYTES) return finding('RAS002', '', { bytes, limit: MAX_BYTES })
  let open = 0
  let run = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '[' || char === '{') open++
    else if (char === ']' || char === '}') open = Math.max(0, open - 1)
    if (char === '-' || char === '?' || char === ':') run++
    else if (char !== ' ' && char !== '\t') run = 0
    if (open > 20 * MAX_DEPTH || (run > 20 * MAX_DEPTH && text[i + 1] === ' '))
      return finding('RAS005', '', { limit: MAX_DEPTH })
  }
  return undefined
}

function yamlFinding(code: string, message: string, marked: string): Finding {
  if (code === 'DUPLICATE_KEY') return finding('RAS004', '', { key: keyAt(marked) }, 'key')
  if (code === 'MULTIPLE_DOCS') return finding('RAS007', '', { documents: 2 })
  return finding('RAS001', '', {
    detail:
      message
        .split('\n')[0]
        ?.replace(/ at line \d+, column \d+:?$/, '')
        .replace(/\.$/, '') ?? '',
  })
}

/** Where the exclamation marks of the tag before a value begin. */
function tagStart(text: string, offset: number): number {
  let start = text.lastIndexOf('!', offset - 1)
  while (text[start - 1] === '!') start--
  return start
}

/** The key a text begins with, without its quotation marks. */
function keyAt(text: string): string {
  return (
    /^"([^"]*)"|^'([^']*)'|^[^:\s]*/
      .exec(text)
      ?.slice(0, 3)
      .reverse()
      .find((part) => part !== undefined) ?? ''
  )
}

function unreadable(contents: ParsedNode | null, text: string): [Finding, number][] {
  const found: [Finding, number][] = []
  visit(contents, {
    Node(_, node, ancestors) {
      const offset = node.range?.[0] ?? 0
      if (isAlias(node)) found.push([finding('RAS003', '', { what: 'alias' }), offset])
      else if (node.anchor)
        found.push([finding('RAS003', '', { what: 'anchor' }), text.lastIndexOf(`&${node.anchor}`, offset)])
      if (node.tag) found.push([finding('RAS003', '', { what: 'tag' }), tagStart(text, offset)])
      if (isCollection(node) && ancestors.filter(isCollection).length >= MAX_DEPTH) {
        found.push([finding('RAS005', '', { limit: MAX_DEPTH }), offset])
        return visit.BREAK
      }
      return undefined
    },
    Pair(_, pair) {
      const key = pair.key
      const offset = (key as Node | null)?.range?.[0] ?? 0
      if (!isScalar(key)) found.push([finding('RAS006', '', {}, 'key'), offset])
      else if (FORBIDDEN.has(String(key.value)))
        found.push([finding('RAS008', '', { key: String(key.value) }, 'key'), offset])
    },
  })
  return found
}

/** Keys that would reach an object's prototype. */
export const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

function plain(node: unknown): unknown {
  if (isMap(node)) {
    const object: Record<string, unknown> = {}
    for (const pair of node.items) object[String(isScalar(pair.key) ? pair.key.value : '')] = plain(pair.value)
    return object
  }
  if (isSeq(node)) return node.items.map(plain)
  return isScalar(node) ? String(node.value ?? '') : ''
}

function offsetOf(contents: ParsedNode | null, keys: readonly string[], on: 'key' | 'value'): number {
  let node: unknown = contents
  let offset = contents?.range[0] ?? 0
  for (const [i, key] of keys.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
      if (!pair) break
      const start = (part: unknown) => (part as Node | null)?.range?.[0]
      const last = i === keys.length - 1
      offset = (last && on === 'key' ? start(pair.key) : (start(pair.value) ?? start(pair.key))) ?? offset
      if (last && on === 'value' && isScalar(pair.value) && pair.value.source === '') offset = start(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item = node.items[Number(key)]
      if (item === undefined) break
      offset = (item as Node).range?.[0] ?? offset
      node = item
    } else break
  }
  return offset
}
