import type { Part } from './part.js'

/**
 * The items of a list that stand at another place and still say something they said before: of each new one, the old
 * one. Only where there is one way to see it, and where no item that stayed lies between the two places.
 */
export function movedIn(before: readonly Part[], after: readonly Part[]): ReadonlyMap<Part, Part> {
  const keys = (parts: readonly Part[]) => new Set(parts.map(({ key }) => key))
  const [had, has] = [keys(before), keys(after)]
  const gone = unmatched(before, has)
  const fresh = unmatched(after, had)
  const alike = (a: Unmatched, b: Unmatched) => a.behind === b.behind && sharesContent(a.part, b.part)
  const only = (one: Unmatched, others: readonly Unmatched[]) => {
    const [found, second] = others.filter((other) => alike(one, other))
    return second ? undefined : found
  }
  return new Map(
    fresh.flatMap((to): [Part, Part][] => {
      const from = only(to, gone)
      return from && only(from, fresh) === to ? [[to.part, from.part]] : []
    }),
  )
}

/** An item that the other list does not have, and how many before it that list has. */
interface Unmatched {
  readonly part: Part
  readonly behind: number
}

function unmatched(parts: readonly Part[], others: ReadonlySet<string>): Unmatched[] {
  let behind = 0
  return parts.flatMap((part) => {
    if (!others.has(part.key)) return [{ part, behind }]
    behind++
    return []
  })
}

/** What a row gives or is called; where it ends says the next row, too. */
function sharesContent(a: Part, b: Part): boolean {
  const others = new Map((b.parts ?? []).map((part) => [part.key, part]))
  return (a.parts ?? []).some((part) => {
    const other = others.get(part.key)
    return part.key !== 'to' && other !== undefined && saysTheSame(part, other)
  })
}

function saysTheSame(a: Part, b: Part): boolean {
  if (a.parts === null || b.parts === null) return a.parts === b.parts && a.means === b.means
  const others = new Map(b.parts.map((part) => [part.key, part]))
  return (
    a.form === b.form &&
    a.parts.length === b.parts.length &&
    a.parts.every((part) => {
      const other = others.get(part.key)
      return other !== undefined && saysTheSame(part, other)
    })
  )
}
