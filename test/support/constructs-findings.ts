import { parseDocument } from 'yaml'
import type { Located } from '../../src/index.js'
import { constructs, placesIn } from './constructs.js'
import { put } from './constructs-altered.js'
import { faults, findingsOf, read } from './faults.js'

/**
 * By construct, the file whose finding points at it or into it: of several, the one that is hinted at, or else the one
 * that points at it most closely.
 */
export function faultsByConstruct(hint: (name: string) => string | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, { readonly by: string; readonly away: number }>()
  const about = asWritten(read('table-for-assessments.yaml'))
  // A fault of the 0 family is one of the file, and not of what it says.
  for (const fault of faults().filter(({ name }) => !name.startsWith('RAS0'))) {
    const tree = fault.isAssessment ? about : asWritten(fault.text)
    for (const finding of findingsOf(fault))
      for (const [name, between] of pointedAt(tree, finding)) {
        const away = fault.name === hint(name) ? -1 : between
        if (away < (found.get(name)?.away ?? Number.POSITIVE_INFINITY)) found.set(name, { by: fault.name, away })
      }
  }
  return new Map([...found].map(([name, { by }]) => [name, by]))
}

/**
 * The constructs that a finding points at or into, each with how many others stand between. What is missing is looked
 * for where it would stand; where a value is none of a list, the finding is about every value of the list.
 */
function pointedAt(tree: unknown, { at, code, data }: Located): [string, number][] {
  const path = at.split('/').slice(1).map(unescaped)
  if (code === 'RAS102') return around(put(tree, [...path, data.key], ''), [...path, data.key])
  if (code !== 'RAS104') return around(tree, path)
  const choices = data.allowed.flatMap((value) => around(put(tree, path, value), path))
  return [...around(tree, path), ...choices.filter(([name]) => CHOICES.has(name))]
}

const CHOICES: ReadonlySet<string> = new Set(
  constructs().flatMap(({ name, kind }) => (kind === 'choice' ? [name] : [])),
)

function around(tree: unknown, path: readonly string[]): [string, number][] {
  const places = placesIn(tree).filter(({ at }) => at.every((key, i) => path[i] === key))
  const names = [...new Set(places.flatMap(({ own }) => own ?? []))]
  return names.map((name, i) => [name, names.length - i])
}

function unescaped(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~')
}

function asWritten(text: string): unknown {
  return parseDocument(text, { schema: 'failsafe' }).toJS()
}
