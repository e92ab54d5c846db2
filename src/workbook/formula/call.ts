import { dayOf, serialOf } from './days.js'
import type { Expression, FunctionName } from './expression.js'
import { indexed, matched } from './range.js'
import { type Compile, entry, finite, type Read, type Run, type Scope } from './run.js'
import { type Content, type ErrorValue, isError, numberOf, textOf, truthOf } from './value.js'

type Of = readonly Expression[]

/** The fewest and the most arguments of each function. */
const ARGUMENTS: Readonly<Record<FunctionName, readonly [number, number]>> = {
  IF: [2, 3],
  IFERROR: [2, 2],
  INDEX: [2, 3],
  MATCH: [3, 3],
  EXACT: [2, 2],
  ISNUMBER: [1, 1],
  LEN: [1, 1],
  TRIM: [1, 1],
  INT: [1, 1],
  MAX: [1, 255],
  MIN: [1, 255],
  SUM: [1, 255],
  YEAR: [1, 1],
  MONTH: [1, 1],
  DAY: [1, 1],
  DATE: [3, 3],
}

/** A call made ready to be worked out many times. */
export function callOf(name: FunctionName, of: Of, scope: Scope, compile: Compile): Read {
  const [fewest, most] = ARGUMENTS[name]
  if (of.length < fewest || of.length > most) throw new Error(`${name} does not take ${of.length} arguments.`)
  const argument = (at: number): Read => {
    const one = of[at]
    return one ? compile(one, scope) : () => false
  }
  switch (name) {
    case 'IF':
      return branched(argument(0), argument(1), argument(2))
    case 'IFERROR': {
      const [tried, instead] = [argument(0), argument(1)]
      return (run) => {
        const content = tried(run)
        return isError(content) ? instead(run) : content
      }
    }
    case 'INDEX':
      return indexed(of, scope, compile)
    case 'MATCH':
      return matched(of, scope, compile)
    case 'EXACT': {
      const [left, right] = [argument(0), argument(1)]
      return (run) => {
        const one = textOf(left(run))
        const other = textOf(right(run))
        return isError(one) ? one : isError(other) ? other : one === other
      }
    }
    case 'ISNUMBER': {
      const one = argument(0)
      return (run) => typeof one(run) === 'number'
    }
    case 'LEN':
      return ofText(argument(0), (text) => text.length)
    case 'TRIM':
      return ofText(argument(0), (text) => text.replace(/ +/g, ' ').replace(/^ | $/g, ''))
    case 'INT':
      return ofNumber(argument(0), (value) => finite(Math.floor(value)))
    case 'MAX':
      return over(of, scope, compile, (one, other) => Math.max(one, other))
    case 'MIN':
      return over(of, scope, compile, (one, other) => Math.min(one, other))
    case 'SUM':
      return over(of, scope, compile, (one, other) => one + other)
    case 'YEAR':
      return ofNumber(argument(0), (value) => fieldOf(value, 'year'))
    case 'MONTH':
      return ofNumber(argument(0), (value) => fieldOf(value, 'month'))
    case 'DAY':
      return ofNumber(argument(0), (value) => fieldOf(value, 'day'))
    case 'DATE': {
      const [years, months, days] = [argument(0), argument(1), argument(2)]
      return (run) => {
        const year = numberOf(years(run))
        const month = numberOf(months(run))
        const day = numberOf(days(run))
        return isError(year) ? year : isError(month) ? month : isError(day) ? day : serialOf(year, month, day)
      }
    }
  }
}

function branched(condition: Read, yes: Read, no: Read): Read {
  return (run) => {
    const holds = truthOf(condition(run))
    return isError(holds) ? holds : holds ? yes(run) : no(run)
  }
}

function ofText(one: Read, by: (text: string) => Content): Read {
  return (run) => {
    const text = textOf(one(run))
    return isError(text) ? text : by(text)
  }
}

function ofNumber(one: Read, by: (value: number) => Content): Read {
  return (run) => {
    const value = numberOf(one(run))
    return isError(value) ? value : by(value)
  }
}

function fieldOf(value: number, field: 'year' | 'month' | 'day'): number | ErrorValue {
  const day = dayOf(value)
  return 'error' in day ? day : day[field]
}

/** SUM, MAX and MIN: of cells only the numbers count, of anything else what it is as a number; 0 of none. */
function over(of: Of, scope: Scope, compile: Compile, by: (one: number, other: number) => number): Read {
  const parts = of.map((one) => addends(one, scope, compile))
  return (run) => {
    let total: number | null = null
    for (const part of parts) {
      for (const content of part(run)) {
        if (isError(content)) return content
        if (typeof content === 'number') total = total === null ? content : by(total, content)
      }
    }
    return finite(total ?? 0)
  }
}

/** What an argument of SUM brings: cells as they are, also through IF and INDEX, and anything else as a number. */
function addends(one: Expression, scope: Scope, compile: Compile): (run: Run) => readonly Content[] {
  if (one.is === 'range') {
    const at = scope.block(one.block)
    return (run) => (run.blocks[at] ?? []).flatMap((row) => row.slice(one.first, one.last + 1).map(entry))
  }
  if (one.is === 'call' && one.name === 'IF' && one.of.length === 3) {
    const [asked, ...branches] = one.of
    const [yes, no] = branches.map((branch) => addends(branch, scope, compile))
    if (asked && yes && no) {
      const condition = compile(asked, scope)
      return (run) => {
        const holds = truthOf(condition(run))
        return isError(holds) ? [holds] : holds ? yes(run) : no(run)
      }
    }
  }
  if (one.is === 'call' && one.name === 'IFERROR')
    throw new Error(
      'IFERROR stands in SUM, MAX or MIN, where the programs differ on a text: give its number, as in IFERROR(…)*1.',
    )
  const read = compile(one, scope)
  const cell =
    one.is === 'input' || one.is === 'quantity' || one.is === 'cell' || (one.is === 'call' && one.name === 'INDEX')
  return (run) => [cell ? read(run) : numberOf(read(run))]
}
