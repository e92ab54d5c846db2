import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { entries, type LooseTable } from '../loose.js'
import { eachLine, type LooseLine, type Path } from './walk.js'

/** A line has a price or provides something, and what can be a personal budget says so without contradiction. */
export function checkLines(table: LooseTable): Finding[] {
  return [
    ...eachLine(table).flatMap(({ path, line }) => [
      ...pricedOnce(line, path),
      ...inHours(line, path),
      ...tiers(line, path),
    ]),
    ...entries(table.services).flatMap(([id, service]) => {
      const said = ['may-be', 'why-not'].filter((word) => Object.hasOwn(service, word))
      return said.length === 1
        ? []
        : [finding('RAS106', pointer(['services', id]), { options: ['may-be', 'why-not'] }, 'key')]
    }),
  ]
}

function pricedOnce(line: LooseLine, path: Path): Finding[] {
  const said = ['price', 'provides'].filter((word) => Object.hasOwn(line, word))
  if (said.length === 1) return []
  return said.length === 0
    ? [finding('RAS102', pointer(path), { key: 'price' }, 'key')]
    : [finding('RAS106', pointer(path), { options: ['price', 'provides'] }, 'key')]
}

/** Hours have no pounds to change or to share out over a part of a year. */
function inHours(line: LooseLine, path: Path): Finding[] {
  if (!Object.hasOwn(line, 'provides')) return []
  return ['changes', 'part-year']
    .filter((word) => Object.hasOwn(line, word))
    .map((word) =>
      finding(
        'RAS307',
        pointer([...path, word]),
        { needs: 'a line with a price', got: 'one that provides hours' },
        'key',
      ),
    )
}

function tiers({ tier, ways }: LooseLine, path: Path): Finding[] {
  if (tier === undefined || tier === 'additional' || !Object.hasOwn(ways ?? {}, 'may-be')) return []
  return [finding('RAS310', pointer([...path, 'ways', 'may-be']), { tier }, 'key')]
}
