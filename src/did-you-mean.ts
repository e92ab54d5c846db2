/** Suggests the nearest known name, when one is near; otherwise lists them. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = known
    .map((word) => ({ word, far: distance(name, word) }))
    .sort((a, b) => a.far - b.far)
    .find(({ word, far }) => far <= Math.max(1, Math.floor(Math.max(word.length, name.length) / 3)))
  if (near) return `Did you mean “${near.word}”?`
  return known.length === 0
    ? 'Remove it.'
    : `Known here: ${known.slice(0, 12).join(', ')}${known.length > 12 ? ', …' : ''}.`
}

/** How many letters must change to turn one word into another (Levenshtein), over at most 40 letters. */
function distance(from: string, to: string): number {
  const a = from.slice(0, 40)
  const b = to.slice(0, 40)
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      )
    row = next
  }
  return row[b.length] ?? 0
}
