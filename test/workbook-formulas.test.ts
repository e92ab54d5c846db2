import { describe, expect, test } from 'vitest'
import { evaluator, type Inputs } from '../src/workbook/formula/evaluate.js'
import {
  call,
  cell,
  type Expression,
  equals,
  iff,
  infix,
  input,
  joined,
  number,
  quantity,
  range,
  sumOf,
  text,
} from '../src/workbook/formula/expression.js'
import { guarded } from '../src/workbook/formula/guarded.js'
import { address, type Places, sheetPrefix } from '../src/workbook/formula/places.js'
import type { Value } from '../src/workbook/formula/value.js'
import { written } from '../src/workbook/formula/written.js'
import type { Entry, Program } from '../src/workbook/program/program.js'

const places: Places = {
  input: (id) => `Inputs!${id}`,
  quantity: (id) => id,
  cell: (block, row, column) => `${sheetPrefix(block)}${address(row, column)}`,
  range: (block, first, last) => `${sheetPrefix(block)}${address(0, first)}:${address(9, last)}`,
}
const [a, b, c] = [quantity('A1'), quantity('B1'), quantity('C1')]
const write = (expression: Expression) => written(expression, places)

describe('what a formula is written as', () => {
  test.each([
    ['A1-B1-C1', infix(infix(a, '-', b), '-', c)],
    ['A1-(B1-C1)', infix(a, '-', infix(b, '-', c))],
    ['A1/(B1*C1)', infix(a, '/', infix(b, '*', c))],
    ['A1/B1*C1', infix(infix(a, '/', b), '*', c)],
    ['(A1+B1)*C1', infix(infix(a, '+', b), '*', c)],
    ['A1+B1*C1', infix(a, '+', infix(b, '*', c))],
    ['A1&(B1=C1)', infix(a, '&', equals(b, c))],
    ['A1&B1+C1', infix(a, '&', infix(b, '+', c))],
    ['A1&B1&C1', infix(a, '&', infix(b, '&', c))],
    ['A1=B1&C1', equals(a, infix(b, '&', c))],
    ['A1=(B1=C1)', equals(a, equals(b, c))],
    ['A1--5', infix(a, '-', number(-5))],
    ['IF(A1="",0,A1)', iff(equals(a, text('')), number(0), a)],
    ['SUM(A1,Table!$A$1:$C$10)', call('SUM', a, range('Table', 0, 2))],
    ["'It''s 2'!$AA$100", cell("It's 2", 99, 26)],
    ["'A1'!$ZZ$1", cell('A1', 0, 701)],
    ["'True'!$AAA$1", cell('True', 0, 702)],
    ['"say ""=1+1"""', text('say "=1+1"')],
    ['0.1+1E-7+123456789012345', sumOf([number(0.1), number(1e-7), number(123456789012345)])],
    ['0', number(-0)],
    ['IF(ready=0,"",A1)', guarded({ waits: true, formula: a })],
    ['A1', guarded({ waits: false, formula: a })],
  ])('%s', (expected, expression) => {
    expect(write(expression)).toBe(expected)
  })

  test('an address is fixed as far as the caller asks', () => {
    expect([address(1, 2), address(1, 2, 'row'), address(1, 2, 'column'), address(1, 2, 'neither')]).toEqual([
      '$C$2',
      'C$2',
      '$C2',
      'C2',
    ])
  })

  test('a text of more than 255 characters is joined of several, and no character of two halves is cut', () => {
    const long = `${'x'.repeat(254)}😀"${'y'.repeat(300)}`
    const pieces = write(text(long)).split('&')
    expect(pieces.map((piece) => piece.length - 2)).toEqual([254, 255, 49])
    expect(pieces.map((piece) => piece.slice(1, -1)).join('')).toBe(long.replace('"', '""'))
    expect(write(equals(infix(a, '+', text(long)), b)).startsWith('A1+("xxx')).toBe(true)
  })

  test.each<[string, Expression]>([
    ['8,191 characters', joined(Array.from({ length: 1400 }, () => quantity('AB$12')))],
    ['64 levels', nested(65)],
    ['255 arguments', call('SUM', ...Array.from({ length: 256 }, () => a))],
    ['16,384 bytes', sumOf(Array.from({ length: 1700 }, () => number(1.5)))],
    ['15 digits', number(0.1 + 0.2)],
    ['15 digits', number(Number.MAX_SAFE_INTEGER)],
    ['no number', number(Number.NaN)],
    ['no number', number(Number.POSITIVE_INFINITY)],
    ['no number', number(5e-324)],
    ['U+0001', { is: 'text', value: 'a\u0001' }],
    ['U+000D', { is: 'text', value: 'a\r\n' }],
    ['U+D800', { is: 'text', value: '\ud800' }],
  ])('what no spreadsheet holds is refused by the name of the limit: %s', (limit, expression) => {
    expect(() => write(expression)).toThrow(RangeError)
    expect(() => write(expression)).toThrow(limit)
  })

  test('what is just within a limit is written', () => {
    expect(write(nested(64)).length).toBeGreaterThan(64)
    expect(write(joined(Array.from({ length: 1365 }, () => quantity('AB$12'))))).toHaveLength(8189)
    expect(write(call('SUM', ...Array.from({ length: 255 }, () => a)))).toContain('A1,A1')
  })

  test('a formula that shares its parts does not take for ever to be refused', () => {
    let shared: Expression = a
    for (let times = 0; times < 60; times++) shared = infix(shared, '+', shared)
    expect(() => write(shared)).toThrow('16,384 bytes')
  })
})

const ROWS: readonly (readonly Entry[])[] = [
  ['refer', 1, null, 'TRUE'],
  ['Some Help', 2, 10, '5'],
  ['a*b', 3, 20, 'x~y'],
  ['axb', 4, 'refer', 'xy'],
  ['é', 5, 40, ''],
]
const [names, figures, more, odd] = [range('B', 0), range('B', 1), range('B', 2), range('B', 3)]
const blank = cell('B', 0, 2)
const one = number(1)

/** What one formula comes to, over the block above. */
function value(formula: Expression, inputs: Inputs = new Map(), rows?: readonly (readonly Entry[])[]): Value {
  return evaluator(programOf([['it', formula]]))(inputs, rows && new Map([['B', rows]]))('it')
}

function programOf(formulas: readonly (readonly [string, Expression])[], waits = false): Program {
  const quantities = formulas.map(
    ([id, formula]) =>
      ({ id, formula, label: '', unit: 'number', section: '', waits: waits && id !== 'ready' }) as const,
  )
  const inputs = ['n', 't'].map(
    (id) => ({ id, asks: { is: 'words' }, section: '', label: '', help: [], check: null }) as const,
  )
  return {
    tables: [{ id: 'T', live: false, blocks: [{ id: 'B', title: '', source: '', columns: [], rows: ROWS }] }],
    inputs,
    quantities,
  }
}

const yes = (condition: Expression): Expression => iff(condition, one, number(0))

describe('what a formula comes to', () => {
  test.each<[string, Expression, Value]>([
    ['blank is 0 in a sum', infix(blank, '+', one), 1],
    ['blank is nothing in a text', infix(blank, '&', text('x')), 'x'],
    ['blank is equal to nothing', yes(equals(blank, text(''))), 1],
    ['and to 0', yes(equals(blank, number(0))), 1],
    ['and comes before a word', yes(infix(blank, '<', text('a'))), 1],
    ['blank is no number', yes(call('ISNUMBER', blank)), 0],
    ['a cell that only repeats a blank one is 0', blank, 0],
    ['text is equal whatever its case', yes(equals(text('É'), text('é'))), 1],
    ['and EXACT is exact', yes(call('EXACT', text('A'), text('a'))), 0],
    ['any text is more than any number', yes(infix(text('1'), '>', number(2))), 1],
    ['a text that reads as a number is one in a sum', infix(text('5'), '+', one), 6],
    ['and any other is an error', infix(text('2-3'), '+', one), { error: '#VALUE!' }],
    ['and so is nothing', infix(text(''), '+', one), { error: '#VALUE!' }],
    ['dividing by blank', infix(one, '/', blank), { error: '#DIV/0!' }],
    ['an error spreads', infix(infix(one, '/', number(0)), '&', text('x')), { error: '#DIV/0!' }],
    ['the first error spreads', infix(text('x'), '+', infix(one, '/', number(0))), { error: '#VALUE!' }],
    ['IF works out only what it takes', iff(equals(one, one), one, infix(one, '/', number(0))), 1],
    ['IF of a text', iff(text('x'), one, one), { error: '#VALUE!' }],
    ['IFERROR', call('IFERROR', infix(one, '/', number(0)), text('none')), 'none'],
    ['MATCH of text whatever its case', call('MATCH', text('SOME HELP'), names, number(0)), 2],
    ['MATCH takes * for any text', call('MATCH', text('s*p'), names, number(0)), 2],
    ['and for none', call('MATCH', text('axb*'), names, number(0)), 4],
    ['and ? for one character', call('MATCH', text('A?B'), names, number(0)), 3],
    ['and ~ as a sign before them', call('MATCH', text('a~*b'), names, number(0)), 3],
    ['so that a name with ~ finds another', call('MATCH', text('x~y'), odd, number(0)), 4],
    ['and itself only when it is doubled', call('MATCH', text('x~~y'), odd, number(0)), 3],
    ['MATCH that finds nothing', call('MATCH', text('x'), names, number(0)), { error: '#N/A' }],
    ['MATCH of nothing finds no blank cell', call('MATCH', text(''), more, number(0)), { error: '#N/A' }],
    ['MATCH does not take text for a number', call('MATCH', number(5), odd, number(0)), { error: '#N/A' }],
    ['MATCH of the last that is not more', call('MATCH', number(2.5), figures, one), 2],
    ['at the figure itself', call('MATCH', number(3), figures, one), 3],
    ['below the first', call('MATCH', number(0.5), figures, one), { error: '#N/A' }],
    ['passing over words', call('MATCH', number(30), more, one), 3],
    ['INDEX', call('INDEX', names, number(2.9)), 'Some Help'],
    ['INDEX of a row and a column', call('INDEX', range('B', 0, 2), number(3), number(2)), 3],
    ['INDEX beyond the end', call('INDEX', figures, number(6)), { error: '#REF!' }],
    ['INT goes down', call('INT', number(-0.5)), -1],
    ['MAX passes over words and blanks of cells', call('MAX', more, cell('B', 0, 0), number(-1)), 40],
    ['and is 0 of none', call('MIN', blank, names), 0],
    ['SUM', call('SUM', figures, more), 85],
    ['and passes over a word that IF took from a cell', call('SUM', iff(one, cell('B', 0, 0), one), one), 1],
    ['TRIM keeps one space between words', call('TRIM', text('  a   b ')), 'a b'],
    ['LEN', call('LEN', number(12.5)), 4],
    ['a number in a text', infix(number(0.1), '&', infix(number(0.1), '+', number(0.2))), '0.10.3'],
    ['the first day of a budget', call('DATE', number(2026), number(4), one), 46113],
    ['the month after December', call('DATE', number(2025), number(13), number(32)), 46054],
    [
      'a day of it',
      joined([call('YEAR', number(46113.9)), call('MONTH', number(46113)), call('DAY', number(46112))]),
      '2026431',
    ],
    ['29 February 1900, which never was', call('DAY', number(60)), 29],
    ['1 March 1900', call('DATE', number(1900), number(3), one), 61],
    ['1 January 1900', call('MONTH', one), 1],
    ['before there are days', call('YEAR', number(-1)), { error: '#NUM!' }],
    ['after there are days', call('DATE', number(10_000), one, one), { error: '#NUM!' }],
    ['too large', infix(number(1e300), '*', number(1e300)), { error: '#NUM!' }],
  ])('%s', (_, formula, expected) => {
    expect(value(formula)).toEqual(expected)
  })

  test('an input may be blank, and a day or a number or a text', () => {
    const formula = infix(input('n'), '&', input('t'))
    expect(value(formula)).toBe('')
    expect(value(formula, new Map([['n', '']]))).toBe('')
    expect(
      value(
        formula,
        new Map<string, string | number>([
          ['n', 12.5],
          ['t', '=1+1'],
        ]),
      ),
    ).toBe('12.5=1+1')
    expect(() => value(formula, new Map([['m', 1]]))).toThrow('m, which there is not')
  })

  test('the figures of a block can be changed for one run', () => {
    const formula = call('INDEX', figures, number(2))
    expect(value(formula)).toBe(2)
    expect(
      value(formula, new Map(), [
        ['a', 1],
        ['b', 700],
      ]),
    ).toBe(700)
  })

  test('what waits is nothing until everything is filled in', () => {
    const ready = yes(call('ISNUMBER', input('n')))
    const run = evaluator(
      programOf(
        [
          ['ready', ready],
          ['it', infix(one, '/', input('n'))],
        ],
        true,
      ),
    )
    expect(run(new Map())('it')).toBe('')
    expect(run(new Map([['n', 4]]))('it')).toBe(0.25)
    expect(run(new Map([['n', 0]]))('it')).toEqual({ error: '#DIV/0!' })
    expect(() => run(new Map())('them')).toThrow('them, which there is not')
  })

  test.each<[string, Expression]>([
    ['IF(…,1,0)', equals(one, one)],
    ['IF(…,1,0)', iff(one, call('ISNUMBER', one), one)],
    ['which there is not', input('m')],
    ['which there is not', cell('C', 0, 0)],
    ['not worked out before', quantity('it')],
    ['one value is wanted', infix(figures, '+', one)],
    ['One column', call('MATCH', one, range('B', 0, 1), number(0))],
    ['0 or 1', call('MATCH', one, figures, number(-1))],
    ['does not take 1', call('INDEX', figures)],
    ['whole column', call('INDEX', figures, number(0))],
    ['IFERROR stands in SUM', call('SUM', call('IFERROR', one, one))],
  ])('a formula that the programs read in different ways is a fault of ours: %s', (wrong, formula) => {
    expect(() => value(formula)).toThrow(wrong)
  })
})

/** So many calls, one inside the other. */
function nested(levels: number): Expression {
  let formula: Expression = a
  for (let level = 0; level < levels; level++) formula = iff(formula, one, number(0))
  return formula
}
