import type { Entry } from '../program/program.js'
import type { Expression } from './expression.js'
import { type Content, type ErrorValue, errorValue } from './value.js'

/** What one working out of the formulas reads: what is filled in, the figures of the blocks, and what came before. */
export interface Run {
  readonly inputs: readonly Content[]
  readonly blocks: readonly Rows[]
  readonly values: readonly Content[]
}
export type Rows = readonly (readonly Entry[])[]

/** Where in a run the names of a formula are found. Each throws an Error at a name that there is not. */
export interface Scope {
  input(id: string): number
  quantity(id: string): number
  block(id: string): number
}

export type Read = (run: Run) => Content

export type Compile = (expression: Expression, scope: Scope) => Read

/** A figure of a block as its cell holds it: blank where nothing stands. */
export function entry(value: Entry | undefined): Exclude<Content, ErrorValue> {
  return value === undefined || value === '' ? null : value
}

/** A number as a cell can hold it. */
export function finite(value: number): number | ErrorValue {
  return Number.isFinite(value) ? value + 0 : errorValue('#NUM!')
}
