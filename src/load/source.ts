import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type ParsedNode,
  Parser,
  visit,
} from 'yaml'
import { type Finding, finding, type Located, severity } from '../diagnostic.js'
import { pointerKeys } from '../pointer.js'
import { describe } from './finding-words/describe.js'
import { type Found, lexemesOf, type Step } from './lexemes.js'
import { FORBIDDEN, MAX_BYTES, MAX_DEPTH, MAX_TOLD } from './limits.js'
import { utf8Length } from './utf8.js'

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
  const lines = new LineCounter()
  const { doc, found } = parse(text, lines)
  const place = (at: Finding, offset: number): Located => ({
    ...at,
    ...describe(at),
    severity: severity(at.code),
    file,
    ...position(lines, offset),
  })
  if (!doc || found.length > 0)
    return failed(
      found.slice(0, MAX_TOLD).map(([at, offset]) => place(at, offset)),
      file,
    )
  return {
    tree: plain(doc.contents),
    findings: [],
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
  const lines = new LineCounter()
  const { doc } = parse(text, lines)
  return doc ? position(lines, offsetOf(doc.contents, pointerKeys(at), on)) : { line: 1, column: 1 }
}

function position(lines: LineCounter, offset: number): { line: number; column: number } {
  if (lines.lineStarts.length === 0) return { line: 1, column: 1 }
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}

function failed(findings: readonly Located[], file: string): Source {
  return { tree: undefined, findings, locate: (at) => unplaced(at, file) }
}

interface Parsed {
  readonly doc?: Document.Parsed
  readonly found: readonly Found[]
}

/**
 * Characters → tokens → syntax → document, each only once what went before is known to be small and flat. The lexer and
 * the parser keep their own stacks; the composer uses the engine's, and where that runs out while V8 compiles a regular
 * expression the whole process ends, past any catch.
 */
function parse(written: string, lines: LineCounter): Parsed {
  // A carriage return alone ends a line too, to YAML and to editors, but not to the lexer. As many characters as before.
  const text = written.includes('\r') ? written.replaceAll(/\r(?!\n)/g, '\n') : written
  const one = (at: Finding, offset: number): Parsed => ({ found: [[at, offset]] })
  const bytes = text.length > MAX_BYTES ? text.length : utf8Length(text)
  if (bytes > MAX_BYTES) return one(finding('RAS002', '', { limit: '1 MiB' }), 0)
  countLines(text, lines)
  const unsettled = text.search(/(?<![^\n])(?:<{7}|>{7})(?: |\r?\n|$)/)
  if (unsettled >= 0) return one(finding('RAS001', '', { detail: 'an unsettled merge' }), unsettled)
  const lexemes = lexemesOf(new Lexer().lex(text))
  if ('wrong' in lexemes) return { found: [lexemes.wrong] }
  const tokens = syntaxOf(lexemes.right)
  if ('wrong' in tokens) return { found: [tokens.wrong] }
  // Its own search for keys given twice compares each with each; `unreadable` does it with a set.
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, prettyErrors: false, lineCounter: lines })
  const [doc] = [...composer.compose(tokens.right, true, text.length)] as Document.Parsed[]
  if (!doc?.contents && !doc?.errors.length) return one(finding('RAS007', '', { documents: 0 }), 0)
  if (doc.errors.length === 0) return { doc, found: unreadable(doc.contents, text) }
  return {
    found: doc.errors.map((error) => [finding('RAS001', '', { detail: detailOf(error.message) }), error.pos[0]]),
  }
}

/** Notes where every line begins, before anything can be wrong that must be told at one. */
function countLines(text: string, lines: LineCounter): void {
  lines.addNewLine(0)
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) lines.addNewLine(end + 1)
}

/** One document's syntax, flat enough to be composed; or the first thing that is wrong with it. */
function syntaxOf(lexemes: readonly string[]): Step<CST.Token> {
  const right: CST.Token[] = []
  try {
    for (const token of parsed(lexemes)) {
      const wrong = wrongWith(token, right)
      if (wrong) return { wrong: [wrong, token.type === 'document' ? (tooDeep(token) ?? token.offset) : token.offset] }
      right.push(token)
    }
    return { right }
  } catch (error) {
    // The parser unwinds by recursion what nests over many lines.
    if (error instanceof RangeError) return { wrong: [finding('RAS005', '', { limit: MAX_DEPTH }), 0] }
    throw error
  }
}

function* parsed(lexemes: readonly string[]): Generator<CST.Token> {
  const parser = new Parser()
  for (const lexeme of lexemes) yield* parser.next(lexeme)
  yield* parser.end()
}

function wrongWith(token: CST.Token, before: readonly CST.Token[]): Finding | undefined {
  if (token.type === 'directive') return finding('RAS003', '', { what: 'directive' })
  if (token.type === 'error') return finding('RAS001', '', { detail: detailOf(token.message) })
  if (token.type !== 'document') return undefined
  if (before.some(({ type }) => type === 'document')) return finding('RAS007', '', { documents: 2 })
  return tooDeep(token) === undefined ? undefined : finding('RAS005', '', { limit: MAX_DEPTH })
}

function detailOf(message: string): string {
  return message.split('\n')[0]?.replace(/[.:]$/, '') ?? ''
}

/** Where nesting first goes too deep, found without recursion. */
function tooDeep(document: CST.Document): number | undefined {
  const open: { readonly token: CST.Token; readonly level: number }[] = []
  const visit = (token: CST.Token | null | undefined, level: number) =>
    token && 'items' in token && open.push({ token, level })
  visit(document.value, 1)
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, level } = next
    if (level > MAX_DEPTH) return token.offset
    if ('items' in token)
      for (const { key, value } of token.items) {
        visit(value, level + 1)
        visit(key, level + 1)
      }
  }
  return undefined
}

/** Where the exclamation marks of the tag before a value begin. */
function tagStart(text: string, offset: number): number {
  let start = text.lastIndexOf('!', offset - 1)
  while (text[start - 1] === '!') start--
  return start
}

function unreadable(contents: ParsedNode | null, text: string): Found[] {
  // What reading bytes as UTF-8 leaves where they are none. It would stand in words that families read.
  const found = [...text.matchAll(/\ufffd+/g)].map(
    ({ index }): Found => [finding('RAS001', '', { detail: 'what stands here was not written in UTF-8' }), index],
  )
  const marks = (node: Node) => {
    const offset = node.range?.[0] ?? 0
    if (isAlias(node)) found.push([finding('RAS003', '', { what: 'alias' }), offset])
    else if (node.anchor)
      found.push([finding('RAS003', '', { what: 'anchor' }), text.lastIndexOf(`&${node.anchor}`, offset)])
    else if (node.tag) found.push([finding('RAS003', '', { what: 'tag' }), tagStart(text, offset)])
  }
  visit(contents, {
    Scalar: (_, node) => marks(node),
    Alias: (_, node) => marks(node),
    Seq: (_, node) => marks(node),
    Map: (_, map) => {
      marks(map)
      const seen = new Set<string>()
      for (const { key } of map.items) {
        const offset = (key as Node | null)?.range?.[0] ?? 0
        if (isAlias(key)) continue
        if (!isScalar(key)) {
          found.push([finding('RAS006', '', {}, 'key'), offset])
          continue
        }
        const name = String(key.value)
        if (seen.has(name)) found.push([finding('RAS004', '', { key: name }, 'key'), offset])
        else if (FORBIDDEN.has(name)) found.push([finding('RAS008', '', { key: name }, 'key'), offset])
        seen.add(name)
      }
    },
  })
  return found
}

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
