import { spaced } from '../../explain/grammar.js'
import type { ChangePlan } from '../../load/change-plan.js'
import type { LinePlan } from '../../load/plan.js'
import { must } from '../../must.js'
import { placesFor, singles } from './figures.js'
import { addKeeps } from './keeps.js'
import type { Making } from './making.js'
import { sourceOf } from './price-figures.js'
import { factOf } from './scene.js'

/** Adds the figures of a line's changes to the Table sheet. */
export function addChangeFigures(making: Making, line: LinePlan): void {
  for (const plan of line.changes) {
    const about = { title: `${line.title}: ${spaced(plan.name)}`, source: sourceOf(making, line) }
    const one = (name: string, text: string, unit: string, places: number) =>
      singles(making, { id: figureId(line, plan), unit, places, ...about, ...least }, [{ name, text }])
    const pounds = (pence: number) => one(WORDS[plan.op], (pence / 100).toFixed(2), 'pounds a year', 2)
    // To the nearest nothing is no change at all.
    const least = plan.op === 'nearest' ? { least: 0.01 } : {}
    switch (plan.op) {
      case 'times':
        one('Times', plan.text, 'factor', placesFor(making, [plan.text], 3))
        break
      case 'uplift':
        if (plan.is === 'pounds') pounds(plan.pence)
        else one('A rise of', plan.text, 'per cent', 2)
        break
      case 'area-factor':
        singles(
          making,
          { id: figureId(line, plan), unit: 'factor', places: placesFor(making, factors(making, plan), 3), ...about },
          areas(making, plan).map((area, i) => ({ name: spaced(area), text: must(factors(making, plan)[i]) })),
        )
        break
      case 'add':
      case 'subtract':
      case 'at-most':
      case 'at-least':
      case 'nearest':
        pounds(plan.pence)
        break
      case 'other-package':
        one('Of the other package', plan.perCent, 'per cent', 2)
        break
      case 'protect':
        if (plan.keeps.length > 0) addKeeps(making, figureId(line, plan), about, plan.keeps)
    }
  }
}

const WORDS: Readonly<Record<ChangePlan['op'], string>> = {
  times: 'Times',
  uplift: 'A rise of',
  'area-factor': 'Area factor',
  add: 'Added',
  subtract: 'Taken off',
  'at-most': 'At most',
  'at-least': 'At least',
  nearest: 'To the nearest',
  'other-package': 'Of the other package',
  protect: 'Kept',
}

/** The block in which the figures of a change stand. */
export function figureId({ id }: LinePlan, { name }: ChangePlan): string {
  return `lines/${id}/changes/${name}`
}

function areas(making: Making, { fact }: Extract<ChangePlan, { op: 'area-factor' }>): readonly string[] {
  const area = factOf(making, fact)
  return area.is === 'choice' ? area.values : []
}

/** The factor of each area, as written. */
export function factors(making: Making, plan: Extract<ChangePlan, { op: 'area-factor' }>): readonly string[] {
  return areas(making, plan).map((area) => must(plan.factors.get(area)).text)
}
