import { type Finding, finding } from '../diagnostic.js'
import { MAX_DEPTH, MAX_TOKENS } from './limits.js'

/** What is wrong, and at which character. */
export type Found = readonly [Finding, number]

/** What one step of reading gives to the next, or the first thing that is wrong. */
export type Step<T> = { readonly right: T[] } | { readonly wrong: Found }

/** Tokens that stand for no character of the text: the start of a document, the end of a flow, the start of a scalar. */
const UNWRITTEN = new Set(['\u0002', '\u0018', '\u001f'])

/** A text's tokens; not too many of them, nor brackets or one line nested too deep: the parser unwinds both by recursion. */
export function lexemesOf(tokens: Iterable<string>): Step<string> {
  const right: string[] = []
  let [offset, brackets, nested, before] = [0, 0, 0, '']
  for (const token of tokens) {
    if (right.push(token) > MAX_TOKENS)
      return { wrong: [finding('RAS002', '', { limit: '100,000 pieces of YAML' }), 0] }
    const mark = before === '\u001f' ? '' : token
    if (mark === '[' || mark === '{') brackets++
    else if (mark === ']' || mark === '}') brackets = Math.max(0, brackets - 1)
    else if (mark === '\n' || mark === '\r\n') nested = 0
    else if (brackets === 0 && (mark === '-' || mark === '?' || mark === ':')) nested++
    if (Math.max(brackets, nested) > MAX_DEPTH) return { wrong: [finding('RAS005', '', { limit: MAX_DEPTH }), offset] }
    if (!UNWRITTEN.has(token)) offset += token.length
    before = token
  }
  return { right }
}
