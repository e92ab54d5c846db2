/** The most characters of a text that are shown. */
const MOST = 160
/** How much of what is the same is shown around what differs. */
const AROUND = 40

/**
 * Two texts in so few words that where they differ can be seen. Short ones are shown whole.
 *
 * @example apart('a b', 'a c') // ['a b', 'a c']
 */
export function apart(before: string, after: string): readonly [string, string] {
  if (before.length <= MOST && after.length <= MOST) return [before, after]
  const [a, b] = [[...before], [...after]]
  const least = Math.min(a.length, b.length)
  let start = 0
  while (start < least && a[start] === b[start]) start++
  let end = 0
  while (end < least - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const cut = (text: readonly string[]) => {
    const from = Math.max(0, start - AROUND)
    const to = Math.min(text.length, text.length - end + AROUND)
    return `${from > 0 ? '…' : ''}${shortened(text.slice(from, to).join(''))}${to < text.length ? '…' : ''}`
  }
  return [cut(a), cut(b)]
}

/** The beginning of a text, at most 160 characters. */
export function shortened(text: string): string {
  const letters = [...text]
  return letters.length <= MOST ? text : `${letters.slice(0, MOST - 1).join('')}…`
}
