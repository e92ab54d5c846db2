import { describe, expect, it } from 'vitest'
import { against } from '../src/after/index.js'
import { severity } from '../src/diagnostic.js'
import { loadTable } from '../src/index.js'
import { foundAgainst, successions } from './support/against.js'
import { wrongWords } from './support/faults.js'

const all = successions()

describe('one pair of tables for each thing that is told', () => {
  it.each(['RAS901', 'RAS902', 'RAS903', 'RAS904', 'RAS905', 'RAS906'])('%s has a pair', (code) => {
    expect(all.map(({ name }) => name.slice(0, 6))).toContain(code)
  })

  it.each(all.map((one) => [one.name, one] as const))('%s', (_, { earlier, later, expected }) => {
    const found = foundAgainst(earlier, later)
    const placed = found.map(({ code, line, column }) => `${code} ${line}:${column}`)
    expect(placed, found.map(({ message }) => message).join('\n')).toEqual([expected])
    for (const one of found) {
      expect(wrongWords(one, later)).toEqual([])
      expect(one.severity).toBe(severity(one.code))
    }
  })
})

const base = all.find(({ name }) => name === 'RAS905-row')?.earlier ?? ''

/** What is told of a next version in which each of these is replaced once: the code, and what it is about. */
function told(edits: readonly (readonly [string, string])[], from = base): readonly string[] {
  const next = from.replace('version: "1"', 'version: "2"\nsupersedes: { id: westmarch-breaks, version: "1" }')
  const later = edits.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`no ${before}`)
    return text.replace(before, after)
  }, next)
  return foundAgainst(from, later).map(
    ({ code, data }) =>
      `${code} ${'name' in data ? `${'kind' in data ? data.kind : ''} ${data.name}` : JSON.stringify(data)}`,
  )
}

describe('what an assessment can no longer give, or now must', () => {
  it.each<readonly [string, readonly (readonly [string, string])[], readonly string[]]>([
    ['nothing, when nothing changes', [], []],
    [
      'a question that is asked in other cases',
      [['is: [lots] }', 'is: [some, lots] }']],
      ['RAS903 answer waking, where it is no longer asked', 'RAS906 question waking'],
    ],
    [
      'a question that is always asked now',
      [['        asked-when: { question: sleep, is: [lots] }\n', '']],
      ['RAS906 question waking'],
    ],
    [
      'a question that is not always asked now',
      [
        [
          '        in-between: yes\n        not-applicable: yes\n',
          '        in-between: yes\n        not-applicable: yes\n        asked-when: { question: sleep, is: [lots] }\n',
        ],
      ],
      ['RAS903 answer eating, where it is no longer asked'],
    ],
    ['not-applicable', [['        not-applicable: yes\n', '']], ['RAS903 answer eating: not-applicable']],
    [
      'a question on another form',
      [['forms: [secondary]', 'forms: [primary]']],
      ['RAS903 question travel on the form secondary', 'RAS906 question travel'],
    ],
    ['a question on every form', [['        forms: [secondary]\n', '']], ['RAS906 question travel']],
    ['an older form', [['from-age: 5, ', 'from-age: 6, ']], ['RAS903 age below 6 on the form primary']],
    ['a younger form', [['below-age: 11', 'below-age: 10']], ['RAS903 age from 10 on the form primary']],
    ['fewer points brought', [['at-most: 50 ', 'at-most: 40 ']], ['RAS903 points brought above 40']],
    [
      'fewer hours to choose from',
      [['one-of: [15, 30], at-most', 'one-of: [30], at-most']],
      ['RAS903 number attends: 15'],
    ],
    [
      'a fact of another kind',
      [['before: { is: previous-budget,', 'before: { is: other-package, by: the team,']],
      ['RAS903 fact before of another kind'],
    ],
    [
      'a brought score that is new',
      [['  points: { sum', '  other: { brought: another form, at-most: 9 }\n  points: { sum']],
      ['RAS906 score other'],
    ],
    [
      'a previous budget is new, and may be left out',
      [['  begins:', '  again: { is: previous-budget, a: year, at-most: 9.00 }\n  begins:']],
      [],
    ],
    [
      'an outcome',
      [
        ['breaks: A break for the child and the family', 'rest: A break'],
        ['outcome: breaks', 'outcome: rest'],
        ['outcome: breaks', 'outcome: rest'],
        ['outcome: breaks', 'outcome: rest'],
        ['outcome: breaks', 'outcome: rest'],
      ],
      ['RAS904 outcome breaks'],
    ],
  ])('%s', (_, edits, expected) => {
    expect([...told(edits)].sort()).toEqual([...expected].sort())
  })

  it('a child who is scored from a lower age, and one who no longer is', () => {
    const young = base.replace('below-age: 11 }', 'below-age: 11, not-scored-below: 7, refer-to: the team }')
    expect(told([['not-scored-below: 7', 'not-scored-below: 6']], young)).toEqual(['RAS906 form primary below age 7'])
    expect(told([['not-scored-below: 7', 'not-scored-below: 8']], young)).toEqual([
      'RAS903 answer below 8 on the form primary',
    ])
  })
})

describe('published amounts that fall', () => {
  it('are not told where something protects them, nor where they rise or people decide', () => {
    const protect =
      '    changes: [{ name: kept, protect: no-loser, against: before, why: A year to plan }]\n    paid-by'
    expect(
      told([
        ['give: 2800.00', 'give: 2600.00'],
        ['    paid-by', protect],
      ]),
    ).toEqual([])
    expect(told([['give: 2800.00', 'give: 2900.00']])).toEqual([])
    expect(told([['give: 2800.00', 'give: refer']])).toEqual([])
  })

  it('are told once for a price that several lines share', () => {
    const second = base.replace(
      'flags:',
      `${base
        .slice(base.indexOf('  sitting:'), base.indexOf('flags:'))
        .replace('sitting:', 'more:')
        .replace('A sitter at home', 'More')}flags:`,
    )
    expect(told([['16.20', '16.19']], second)).toHaveLength(1)
  })

  it('a cheaper price in the place of another is told at the line', () => {
    const cheaper = '  cheap-hour: { pounds: 9.00, per: hour, weeks-a-year: 52, source: scheme }\nscores:'
    expect(
      told([
        ['scores:', cheaper],
        ['rate: sitter-hour', 'rate: cheap-hour'],
      ]),
    ).toEqual(['RAS905 {"line":"cheap-hour","of":"an hour","before":"£16.20","after":"£9.00"}'])
  })
})

describe('another scheme', () => {
  it('has versions of its own, and supersedes nothing', () => {
    const other = loadTable(base.replace('id: westmarch-breaks', 'id: another'))
    expect(against(loadTable(base), other)).toEqual([])
  })
})
