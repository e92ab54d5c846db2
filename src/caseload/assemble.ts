import { must } from '../must.js'
import type { Column, Given } from './columns.js'

/** The distinct values of each column, by its path. More may be added at the end, never elsewhere. */
export type Dictionary = Readonly<Record<string, readonly Given[]>>

/** For each case of a block the place of its value, by the path of the column. */
export type Codes = Readonly<Record<string, Column['codes']>>

/** Puts the assessment of a case together again from its columns. */
export function assembler(paths: readonly string[], dictionary: Dictionary): (codes: Codes, i: number) => unknown {
  const columns = paths.map((path) => {
    const slash = path.indexOf('/')
    const [part, name] = slash < 0 ? [null, path] : [path.slice(0, slash), path.slice(slash + 1)]
    return { path, part, name, values: must(dictionary[path]) }
  })
  const parts = [...new Set(columns.flatMap(({ part }) => part ?? []))]
  return (codes, i) => {
    // A case in a caseload is known by its place; its own reference moves no figure.
    const whole: [string, Given][] = [['case', 'case-1']]
    const within = new Map(parts.map((part): [string, [string, Given][]] => [part, []]))
    for (const { path, part, name, values } of columns) {
      const code = must(codes[path]?.[i])
      if (code >= values.length) throw noValue(path, code)
      const value = values[code]
      if (value === undefined) continue
      const to = part === null ? whole : within.get(part)
      to?.push([name, value])
    }
    const filled = [...within].filter(([, values]) => values.length > 0)
    // Made from entries, a name such as `__proto__` is a name like any other.
    return Object.fromEntries([
      ...whole,
      ...filled.map(([part, values]) => [part, Object.fromEntries(values)] as const),
    ])
  }
}

export function noValue(path: string, code: number): RangeError {
  return new RangeError(`The column ${path} has the code ${code}, and no value for it.`)
}
