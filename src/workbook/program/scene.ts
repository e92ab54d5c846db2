import type { FactPlan } from '../../load/plan.js'
import { must } from '../../must.js'
import { type Expression, number, quantity, text } from '../formula/expression.js'
import { idOf, type Making } from './making.js'

/**
 * In which setting something is worked out. `null`: as the questionnaire says, which may be that it is unknown. A line
 * that hangs on the setting is worked out in each, and so are the totals and flags, as they stand side by side.
 */
export interface Scene {
  readonly setting: string | null
}

export const AS_ANSWERED: Scene = { setting: null }

/** Every setting that the table knows; none where it does not ask. */
export function settingsOf({ plan }: Pick<Making, 'plan'>): readonly string[] {
  const fact = plan.facts[plan.setting]
  return fact?.is === 'choice' ? fact.values : []
}

/** The id of something as it is in a setting. */
export function inScene({ setting }: Scene, id: string, of: string): string {
  return setting === null ? `${id}/${of}` : `${id}/in/${setting}/${of}`
}

/** The id of a total or a flag as it is in a setting. */
export function settingId({ setting }: Scene, id: string): string {
  return setting === null ? id : `settings/${setting}/${id}`
}

/** A heading of the working, and in which setting it is. */
export function settingSection({ setting }: Scene, section: string): string {
  return setting === null ? section : `${section}, if the setting is ${setting}`
}

/** A fact as it is stored: a name, or a whole number; 0 for a number that may be left out and is. */
export function factValue(making: Making, { setting }: Scene, index: number): Expression {
  if (setting !== null && index === making.plan.setting) return text(setting)
  return quantity(idOf(making, `facts/${factOf(making, index).id}`))
}

/** The place of a choice among the names that the table knows, from 1; 0 where it is unknown. */
export function factPlace(making: Making, { setting }: Scene, index: number): Expression {
  const fact = factOf(making, index)
  if (setting !== null && index === making.plan.setting && fact.is === 'choice')
    return number(fact.values.indexOf(setting) + 1)
  return quantity(idOf(making, `facts/${fact.id}/place`))
}

export function factOf({ plan }: Pick<Making, 'plan'>, index: number): FactPlan {
  return must(plan.facts[index])
}
