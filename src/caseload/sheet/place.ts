import type { Finding } from '../../diagnostic.js'
import { pointerKeys } from '../../pointer.js'
import type { Heading } from './headings.js'

/**
 * Where in a sheet a finding about an assessment is told: the name of a column, as it is written there. What is missing
 * is told where it would stand, and without such a column by its name in full.
 */
export function placeIn(found: Finding, names: readonly string[], headings: readonly (Heading | null)[]): string {
  const places = placesOf(found)
  const at = places.map((place) => headings.findIndex((heading) => heading?.name === place)).find((i) => i >= 0)
  return names[at ?? -1] ?? places[0] ?? ''
}

/** The names in full of what a finding is about, the nearest first: `answers/sleep/level`, then `answers/sleep`. */
export function placesOf(found: Finding): readonly string[] {
  const keys = pointerKeys(found.at)
  const missing = keys.length < 2 ? nameIn(found) : null
  const own = missing === null ? [] : [[...keys, missing].join('/'), [...keys, missing.replace(/^.*\//, '')].join('/')]
  const above = keys.map((_, i) => keys.slice(0, keys.length - i).join('/'))
  const reason = found.code === 'RAS630' ? [`${above[0]}/reason`] : []
  return [...reason, ...own, ...above]
}

/** What a finding misses. */
function nameIn({ code, data }: Finding): string | null {
  if (code === 'RAS102') return data.key
  if ('fact' in data) return data.fact
  if ('question' in data) return data.question
  return 'score' in data ? data.score : null
}
