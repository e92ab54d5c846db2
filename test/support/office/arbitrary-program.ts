import type * as fc from 'fast-check'
import {
  call,
  cell,
  type Expression,
  equals,
  type FunctionName,
  type Infix,
  iff,
  infix,
  input,
  number,
  quantity,
  range,
  text,
} from '../../../src/workbook/formula/expression.js'
import type { Entry, Input, Program, Quantity } from '../../../src/workbook/program/program.js'
import { fromChoices, type Pick } from '../arbitrary/choices.js'

/** A program of generated formulas, and ways to fill its inputs in. */
export interface GeneratedProgram {
  readonly program: Program
  readonly filled: readonly ReadonlyMap<string, string | number>[]
}

const NAMES = ['some help', 'Some HELP', 'a lot', '=1+1', '-2', '2-3', "don't", 'a "b"', 'é, ü', ' two  spaces ']
const WORDS = [...NAMES, 'a*', 'a lot*', 'a?lot', 's~ome', 'refer', 'x']
const FIGURES = ['figures', 'more'] as const
const TEXTS = 'names'
const LONG = 'long words, "quoted", '.repeat(20)

/** What an input is meant for. Whatever it is meant for, it may be blank, and a word may stand where a number ought to. */
const MEANT = ['number', 'number', 'number', 'number', 'text', 'text', 'text', 'day', 'day'] as const
type Kind = 'number' | 'text'
/** The quantities that a formula may read. */
type Known = readonly string[]

/** Formulas in the forms on which Excel and LibreOffice agree, with errors among what they come to. */
export function arbitraryProgram(formulas: number, cases: number): fc.Arbitrary<GeneratedProgram> {
  return fromChoices((pick) => {
    const inputs = MEANT.map((meant, at) => ({ ...PLAIN, id: `${meant}${at}` }))
    const blocks = [...FIGURES, TEXTS].map((id) => ({ id, title: id, source: '', columns: [], rows: rowsOf(pick, id) }))
    const quantities: Quantity[] = [ready(inputs)]
    for (let at = 0; at < formulas; at++)
      quantities.push(
        made(
          pick,
          at,
          quantities.map((one) => one.id),
        ),
      )
    return {
      program: { tables: [{ id: 'T', live: false, blocks }], inputs, quantities },
      filled: Array.from({ length: cases }, () => new Map(inputs.map(({ id }, at) => [id, filledIn(pick, MEANT[at])]))),
    }
  })
}

const PLAIN: Omit<Input, 'id'> = { asks: { is: 'words' }, section: '', label: '', help: [], check: null }

function ready(inputs: readonly Input[]): Quantity {
  const formula = iff(equals(input(inputs[0]?.id ?? ''), text('')), number(0), number(1))
  return { id: 'ready', label: '', unit: 'truth', section: '', waits: false, formula }
}

/** Rows of a name, a figure that goes up, and a figure or `refer` or nothing. */
function rowsOf(pick: Pick, id: string): (readonly Entry[])[] {
  const rows = pick.int(2, 8)
  let figure = pick.int(-3, 3) / 4
  return Array.from({ length: rows }, () => {
    figure += pick.int(1, 40) / 4
    const third = pick.int(0, 5)
    return [
      id === TEXTS ? pick.one(NAMES) : figure,
      third === 0 ? null : third === 1 ? 'refer' : pick.int(0, 9999),
      figure,
    ]
  })
}

function filledIn(pick: Pick, meant: (typeof MEANT)[number] | undefined): string | number {
  const odd = pick.int(0, 9)
  if (odd < 2) return ''
  if (odd === 9) return pick.one(WORDS)
  if (meant === 'text') return pick.one(WORDS)
  return meant === 'day' ? pick.int(20_000, 60_000) : pick.int(-20, 4000) / pick.one([1, 1, 1, 4])
}

/** A quantity that shows a formula without coming to a blank cell or to TRUE, which the programs keep in different ways. */
function made(pick: Pick, at: number, known: Known): Quantity {
  const kind: Kind = pick.chance(35) ? 'text' : 'number'
  const deep = pick.int(1, 4)
  const formula =
    kind === 'text'
      ? infix(textual(pick, known, deep), '&', text(''))
      : infix(numeric(pick, known, deep), '+', number(0))
  return { id: `${kind}${at}`, label: '', unit: 'number', section: '', waits: pick.chance(20), formula }
}

const FRACTIONS = [0, 1, 2, 3, 0.5, 0.25, 10, 365, 7, 100, -1, -2.75, 1000]

function numeric(pick: Pick, known: Known, deep: number): Expression {
  const one = (): Expression => numeric(pick, known, deep - 1)
  const many = (): Expression[] =>
    Array.from({ length: pick.int(1, 4) }, () => (pick.chance(30) ? spread(pick) : one()))
  const words = (): Expression => textual(pick, known, deep - 1)
  const day = (): Expression => iff(call('ISNUMBER', input(pick.one(DAYS))), input(pick.one(DAYS)), number(46_113))
  if (deep <= 0) return leaf(pick, known)
  switch (pick.int(0, 18)) {
    case 0:
      return leaf(pick, known)
    case 1:
    case 2:
    case 3:
      return infix(one(), pick.one<Infix>(['+', '-', '*', '-']), one())
    case 4:
      return infix(one(), '/', number(pick.one([1, 2, 4, 8, 0])))
    case 5:
      return divided(pick, one())
    case 6:
      return call('INT', one())
    case 7:
      return call(pick.one<FunctionName>(['SUM', 'MAX', 'MIN']), ...many())
    case 8:
    case 9:
      return iff(condition(pick, known, deep - 1), one(), one())
    case 10:
      return infix(call('IFERROR', one(), one()), '*', number(1))
    case 11:
      // A blank cell is looked up as 0 in Excel, and found nowhere in LibreOffice: no program of ours looks one up.
      return call('MATCH', infix(one(), '+', number(0)), range(pick.one(FIGURES), 0), number(pick.one([0, 1, 1])))
    case 12:
      return call('MATCH', words(), range(TEXTS, 0), number(0))
    case 13:
      return call(
        'INDEX',
        range(pick.one([...FIGURES, TEXTS]), 1),
        pick.chance(50) ? place(pick, words()) : number(pick.int(1, 9)),
      )
    case 14:
      return call('INDEX', range(pick.one(FIGURES), 0, 2), number(pick.int(1, 9)), number(pick.int(1, 3)))
    case 15:
      return call('LEN', pick.chance(50) ? call('TRIM', words()) : words())
    case 16:
      return call(
        pick.one<FunctionName>(['YEAR', 'MONTH', 'DAY']),
        infix(call('MAX', number(61), day()), '+', number(pick.int(0, 99))),
      )
    case 17:
      return call(
        'DATE',
        call('YEAR', call('MAX', number(400), day())),
        number(pick.int(-5, 20)),
        number(pick.int(-40, 60)),
      )
    default:
      return one()
  }
}

const DAYS = ['day7', 'day8']

/** A division as a budget has it, in whole numbers that are exact: half up. */
function divided(pick: Pick, what: Expression): Expression {
  const by = pick.int(1, 5000)
  const whole = call('INT', call('MAX', number(-1e6), call('MIN', number(1e6), what)))
  return call('INT', infix(infix(infix(number(2), '*', whole), '+', number(by)), '/', number(2 * by)))
}

function place(pick: Pick, words: Expression): Expression {
  const found = call('MATCH', words, range(TEXTS, 0), number(0))
  return pick.chance(50) ? call('IFERROR', found, number(1)) : found
}

function spread(pick: Pick): Expression {
  return range(pick.one([...FIGURES, TEXTS]), pick.int(0, 1), pick.int(1, 2))
}

function leaf(pick: Pick, known: Known): Expression {
  switch (pick.int(0, 4)) {
    case 0:
      return number(pick.one(FRACTIONS))
    case 1:
    case 2:
      return input(pick.one(['number0', 'number1', 'number2', 'number3', 'day7', 'text4']))
    case 3:
      return cell(pick.one([...FIGURES, TEXTS]), pick.int(0, 3), pick.int(0, 2))
    default:
      return quantity(pick.one(known.filter((id) => !id.startsWith('text'))))
  }
}

function textual(pick: Pick, known: Known, deep: number): Expression {
  const one = (): Expression => textual(pick, known, deep - 1)
  if (deep <= 0)
    return pick.chance(40)
      ? text(pick.one([...WORDS, '', LONG]))
      : input(pick.one(['text4', 'text5', 'text6', 'number0']))
  switch (pick.int(0, 7)) {
    case 0:
      return infix(one(), '&', pick.chance(30) ? numeric(pick, known, deep - 1) : one())
    case 1:
      return iff(condition(pick, known, deep - 1), one(), one())
    case 2:
      return call('TRIM', one())
    case 3:
      return call('IFERROR', one(), one())
    case 4:
      return infix(numeric(pick, known, deep - 1), '&', text(''))
    case 5:
      return call('INDEX', range(TEXTS, 0), place(pick, one()))
    case 6:
      return infix(quantity(pick.one(known)), '&', text(''))
    default:
      return one()
  }
}

function condition(pick: Pick, known: Known, deep: number): Expression {
  const figure = (): Expression => numeric(pick, known, deep - 1)
  const words = (): Expression => textual(pick, known, deep - 1)
  switch (pick.int(0, 5)) {
    case 0:
      return call('EXACT', words(), words())
    case 1:
      return call('ISNUMBER', pick.chance(50) ? figure() : words())
    case 2:
      return infix(words(), pick.one<Infix>(['=', '<>']), words())
    case 3:
      return infix(figure(), pick.one<Infix>(['=', '<>', '<', '<=', '>', '>=']), number(pick.int(0, 50)))
    case 4:
      return infix(figure(), pick.one<Infix>(['=', '<>']), text(''))
    default:
      return call('INT', figure())
  }
}
