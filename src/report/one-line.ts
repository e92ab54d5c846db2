/** A text on one line, without what steers a terminal or a page instead of being read: that shows as `�`. */
export function oneLine(text: string): string {
  return (
    text
      .replaceAll(/\s+/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not get through
      .replaceAll(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/g, '\ufffd')
      .replaceAll(/\p{Surrogate}/gu, '\ufffd')
      .trim()
  )
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
