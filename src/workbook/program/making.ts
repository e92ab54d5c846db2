import type { NodePlan, Plan } from '../../load/plan.js'
import type { Written } from '../../load/table.js'
import { type Expression, number, quantity } from '../formula/expression.js'
import { type Whole, within } from './exact.js'
import type { Block, Input, Quantity, Unit } from './program.js'

/** A table on its way to a program: what it is, and what there is of the program so far. */
export interface Making {
  readonly plan: Plan
  readonly written: Written
  /** What an input of this table is called; several tables share one that they ask alike. */
  readonly inputId: (...path: readonly string[]) => string
  /** What is asked so far, by this table and those before it. */
  readonly inputs: Input[]
  readonly blocks: Block[]
  readonly quantities: Quantity[]
  /** What a workbook cannot say, each by its pointer into the table. */
  readonly refused: { readonly at: string; readonly why: string }[]
  /** How many times as large figures of the Table sheet may become; 1 where none may be changed. */
  readonly room: number
  /** Whether they may be changed at all: it is a draft, or a trial. */
  readonly live: boolean
}

/** One quantity to be added: see {@link Quantity}. */
export interface Adding {
  readonly id: string
  readonly section: string
  readonly label: string
  readonly unit: Unit
}

/** Adds a quantity that stands once everything is filled in, and gives what reads it. */
export function add(making: Making, adding: Adding, formula: Expression): Expression {
  return put(making, adding, formula, true)
}

/** Adds a quantity that can be worked out of an empty questionnaire. */
export function addEarly(making: Making, adding: Adding, formula: Expression): Expression {
  return put(making, adding, formula, false)
}

/** Adds a whole number, which keeps its bounds. One that is fixed, or only reads another, is not written again. */
export function addWhole(making: Making, adding: Adding, value: Whole): Whole {
  return within(add(making, adding, value.formula), value.low, value.high)
}

function put(making: Making, { id, section, label, unit }: Adding, formula: Expression, waits: boolean): Expression {
  const full = idOf(making, id)
  making.quantities.push({ id: full, label, unit, formula, section, waits })
  return quantity(full)
}

/** Asks for something; what a table before this one asks alike stands once. */
export function ask({ inputs }: Making, asked: Input): void {
  if (!inputs.some(({ id }) => id === asked.id)) inputs.push(asked)
}

/** Lets another quantity say what is still to do at an input. */
export function recheck(making: Making, input: string, check: string): void {
  const { inputs } = making
  inputs.forEach((one, i) => {
    if (one.id === input) inputs[i] = { ...one, check: idOf(making, check) }
  })
}

/** The id of a quantity or block of this table. */
export function idOf({ plan }: Pick<Making, 'plan'>, id: string): string {
  return `${plan.id}/${id}`
}

/** The points of a question, a whole number over the plan's unit. */
export function questionPoints(making: Making, index: number): Whole {
  const question = making.plan.questions[index]
  const low = Math.min(0, question?.low ?? 0)
  return within(quantity(idOf(making, `answers/${question?.id}/points`)), low, question?.high ?? 0)
}

/** The level that a question was answered with, as text; '' where it has none. */
export function levelOf(making: Making, index: number): Expression {
  return quantity(idOf(making, `answers/${making.plan.questions[index]?.id}/level`))
}

/** The points of a score, a whole number over its own power of ten. */
export function nodePoints(making: Making, node: NodePlan): Whole {
  return within(quantity(idOf(making, `scores/${node.id}`)), Math.min(0, node.low), node.high)
}

/** 1 where the child is scored, 0 below the age from which the form is. */
export function isScored(making: Making): Expression {
  return mayBeUnscored(making) ? quantity(idOf(making, 'scored')) : number(1)
}

/** Whether any form leaves young children unscored. */
export function mayBeUnscored({ plan }: Pick<Making, 'plan'>): boolean {
  return [...plan.forms.values()].some(({ notScored }) => notScored !== null)
}
