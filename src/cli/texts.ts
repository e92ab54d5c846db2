import path from 'node:path'
import { type Io, name, read } from './io.js'

/** The text of each file by what findings call it. A file that is given twice, however it is spelt, is read once. */
export function textsOf(io: Io, given: readonly string[]): ReadonlyMap<string, string> {
  const seen = new Set<string>()
  const texts = new Map<string, string>()
  for (const file of given) {
    const place = file === '-' ? file : path.resolve(file)
    if (!seen.has(place)) texts.set(name(file), read(io, file))
    seen.add(place)
  }
  return texts
}
