import { isNode, LineCounter, parseDocument } from 'yaml'
import { safeLoadTable } from '../../src/index.js'
import { pointer } from '../../src/pointer.js'
import { put, type Spot, spotsIn } from './constructs-altered.js'

const LIST = 'a list where text should stand'
/** So many slips in one table are told of at once. */
const AT_ONCE = 60

/**
 * Puts a list in the place of a text, somewhere in each of these constructs, and gives those of which the loader says
 * so: with a finding that points at the list, and stands at the line and the column of it.
 */
export function slips(tree: unknown, wanted: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>()
  const spots = spotsIn(tree).filter(
    ({ value, within }) => typeof value === 'string' && within.some((name) => wanted.has(name)),
  )
  const left = new Set(wanted)
  const chosen = spots.filter(({ within }) => within.filter((name) => left.delete(name)).length > 0)
  const seen = (some: readonly Spot[]) => {
    const told = toldOf(tree, some)
    for (const { within } of told) for (const name of within) found.add(name)
    return some.filter((spot) => !told.includes(spot))
  }
  const hidden = chunks(chosen).flatMap(seen)
  for (const spot of hidden) seen([spot])
  return found
}

function chunks(spots: readonly Spot[]): readonly (readonly Spot[])[] {
  return spots.length === 0 ? [] : [spots.slice(0, AT_ONCE), ...chunks(spots.slice(AT_ONCE))]
}

/** The spots that a finding points at, in a table with a slip in each of them. */
function toldOf(tree: unknown, spots: readonly Spot[]): readonly Spot[] {
  const slipped = spots.reduce((made, { at }) => put(made, at, [LIST]), tree)
  const text = JSON.stringify(slipped, null, 1)
  const result = safeLoadTable(text)
  const findings = result.success ? [] : result.error.findings
  const place = positions(text)
  return spots.filter(({ at }) =>
    findings.some((one) => one.at === pointer(at) && `${one.line}:${one.column}` === place(at)),
  )
}

/** The line and the column of what stands in a place. */
function positions(text: string): (at: readonly string[]) => string {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  return (at) => {
    const keys = at.map((key) => (/^\d+$/.test(key) ? Number(key) : key))
    const node = document.getIn(keys, true)
    const { line, col } = lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0)
    return `${line}:${col}`
  }
}
