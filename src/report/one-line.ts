import { visible } from '../visible.js'

/** A text on one line, without what steers a terminal or a page instead of being read: that shows as `�`. */
export function oneLine(text: string): string {
  return visible(text.replaceAll(/\s+/g, ' ')).trim()
}

/** A text in pieces: addresses of the web that a reader may follow, and what stands between them. */
export function pieces(text: string): { readonly is: 'text' | 'address'; readonly text: string }[] {
  const found: { is: 'text' | 'address'; text: string }[] = []
  let rest = 0
  for (const { 0: match, index } of text.matchAll(/https?:\/\/[^\s<>]+/g)) {
    const address = match.replace(/[.,;:!?)\]}'"’”]+$/, '')
    if (!PLAIN.test(address)) continue
    found.push({ is: 'text', text: text.slice(rest, index) }, { is: 'address', text: address })
    rest = index + address.length
  }
  return [...found, { is: 'text' as const, text: text.slice(rest) }].filter((piece) => piece.text !== '')
}

/** Nothing in it that Markdown or HTML would read as more than an address. */
const PLAIN = /^https?:\/\/[A-Za-z0-9][\w\-.~:/?#@!$*+,=%&]*$/
