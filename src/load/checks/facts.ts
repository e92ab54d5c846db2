import { scaled } from '../../decimal.js'
import { type Finding, finding } from '../../diagnostic.js'
import { pointer } from '../../pointer.js'
import { entries, items, type LooseTable } from '../loose.js'

/** A child has one age, and hours that can be chosen can also be attended. */
export function checkFacts(table: LooseTable): Finding[] {
  const found: Finding[] = []
  const ages = entries(table.facts).filter(([, fact]) => fact.is === 'age')
  for (const [id] of ages.slice(1))
    found.push(finding('RAS307', pointer(['facts', id]), { needs: 'one fact of kind age', got: 'another one' }, 'key'))
  for (const [id, fact] of entries(table.facts))
    for (const [i, hours] of fact.is === 'hours' ? items(fact['one-of']) : [])
      if (fact['at-most'] !== undefined && scaled(hours, 2) > scaled(fact['at-most'], 2))
        found.push(
          finding('RAS307', pointer(['facts', id, 'one-of', i]), {
            needs: `at most ${fact['at-most']} hours`,
            got: hours,
          }),
        )
  return found
}
