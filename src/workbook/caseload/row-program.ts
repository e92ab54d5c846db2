import {
  call,
  type Expression,
  equals,
  iff,
  infix,
  input,
  joined,
  number,
  quantity,
  sumOf,
  text,
} from '../formula/expression.js'
import { READY } from '../formula/guarded.js'
import type { Program, Quantity } from '../program/program.js'
import { inlined } from './inline.js'
import { readBy, readsInput } from './parts.js'

/** The quantity that is 1 where anything at all stands in the row. */
export const USED = 'used'

/** So many of a kind stand in one formula. */
export const AT_ONCE = 40

/** What is worked out for children, a row each. */
export interface RowProgram {
  /** In every row. */
  readonly row: readonly Quantity[]
  /** Once, on the sheet of steps for one child, since it hangs on nothing in a row. */
  readonly once: readonly Quantity[]
}

/**
 * A program as a row of a caseload needs it: only what leads to the results, in as few formulas as can be followed, and
 * quite blank where nothing stands in the row. In any other row each quantity comes to what it comes to for one child.
 * `results` are read by their ids; those that are not in the program stand in `more`.
 */
export function rowProgram(program: Program, more: readonly Quantity[], results: readonly string[]): RowProgram {
  const once = onceOf(program)
  const ids = new Set(once.map(({ id }) => id))
  const rest = [...program.quantities, ...more].filter(({ id }) => !ids.has(id))
  return { row: [...usedOf(program), ...inlined(rest, new Set(results)).map(blankWhereUnused)], once }
}

/** What hangs on the figures of the table alone. */
function onceOf({ quantities }: Program): readonly Quantity[] {
  const ids = new Set<string>()
  return quantities.filter(({ id, formula, waits }) => {
    const own = !waits && !readsInput(formula) && readBy(formula).every((one) => ids.has(one))
    if (own) ids.add(id)
    return own
  })
}

/** Whether anything stands in the row: the lengths of all its inputs. */
function usedOf({ inputs }: Program): readonly Quantity[] {
  const lengths = inputs.map(({ id }) => call('LEN', input(id)))
  const parts = chunks(lengths).map(
    (some, i): Quantity => ({ ...about(`${USED}/${i + 1}`), label: 'Characters', formula: sumOf(some) }),
  )
  const [first] = parts
  const whole = first && parts.length === 1 ? first.formula : sumOf(parts.map(({ id }) => quantity(id)))
  const formula = iff(infix(whole, '>', number(0)), number(1), number(0))
  return [...(parts.length > 1 ? parts : []), { ...about(USED), label: 'Something stands in this row', formula }]
}

function about(id: string): Omit<Quantity, 'label' | 'formula'> {
  return { id, unit: 'number', section: '', waits: false }
}

/** What waits is blank by itself: a row that is not used is not ready. */
function blankWhereUnused(one: Quantity): Quantity {
  if (one.waits) return one
  const blank = one.id === READY ? number(0) : text('')
  return { ...one, formula: iff(equals(quantity(USED), number(0)), blank, one.formula) }
}

/** Some texts one after the other, each in its turn in parts that no formula is too short for. */
export function inParts(
  id: string,
  all: readonly Expression[],
): { readonly parts: readonly Quantity[]; readonly whole: Expression } {
  const [only, ...rest] = chunks(all)
  if (rest.length === 0) return { parts: [], whole: joined(only ?? []) }
  const parts = chunks(all).map(
    (some, i): Quantity => ({
      ...about(`${id}/${i + 1}`),
      label: id,
      unit: 'text',
      formula: joined(some),
      waits: true,
    }),
  )
  return { parts, whole: joined(parts.map((part) => quantity(part.id))) }
}

export function chunks<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, i) => all.slice(i * AT_ONCE, (i + 1) * AT_ONCE))
}
