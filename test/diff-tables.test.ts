import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { differenceOf } from '../src/after/diff/difference.js'
import { against, diffTables, type TableChange } from '../src/after/index.js'
import { loadTable } from '../src/index.js'
import { apart } from '../src/report/diff/apart.js'
import { changesAsBlocks } from '../src/report/diff/table-changes.js'

const NORFOLK = readFileSync('tables/norfolk/short-breaks-primary.yaml', 'utf8')
const EASTMERE = readFileSync('tables/eastmere/every-word.yaml', 'utf8')

/** What changes in a text when each of these is replaced once. */
function edited(text: string, ...edits: readonly (readonly [string, string])[]) {
  const later = edits.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`no ${from}`)
    return now.replace(from, to)
  }, text)
  return diffTables(loadTable(text), loadTable(later))
}

function sentences(...given: Parameters<typeof edited>): readonly string[] {
  return changesAsBlocks(edited(...given)).flatMap((block) => (block.is === 'list' ? block.items : []))
}

function brief({ kind, at, before, after }: TableChange) {
  return [kind, at, before, after]
}

describe('what changed, in words', () => {
  it('a row that gives more', () => {
    expect(sentences(NORFOLK, ['give: 2800.00', 'give: 3000.00'])).toEqual([
      'Short breaks (short-breaks): the row from 146 points gives £3,000.00 a year, before £2,800.00 (+£200.00, +7.1%).',
    ])
  })

  it('a row that begins later', () => {
    expect(sentences(NORFOLK, ['from: 146,', 'from: 150,'], ['to: 145', 'to: 149'])).toEqual([
      'Short breaks (short-breaks): the row from 131 points ends at 149 points, before 145 (+4).',
      'Short breaks (short-breaks): the row from 150 points began at 146 points before.',
    ])
  })

  it('a row that nobody decides any longer, and one that people do', () => {
    expect(sentences(NORFOLK, ['give: refer', 'give: 8000.00'], ['give: 6000.00', 'give: refer'])).toEqual([
      'Short breaks (short-breaks): the row from 171 points gives refer: people decide, before £6,000.00.',
      'Short breaks (short-breaks): the row from 186 points gives £8,000.00 a year, before refer: people decide.',
    ])
  })

  it('a price of a unit, a factor, a percentage, a limit', () => {
    expect(
      sentences(
        EASTMERE,
        ['pounds: 27.45', 'pounds: 26.10'],
        ['coast: 1.06', 'coast: 1.1'],
        [
          'per-cent: 3.4 }, why: The yearly rise, source: reckoner }\n    paid',
          'per-cent: 4.4 }, why: The yearly rise, source: reckoner }\n    paid',
        ],
        ['at-most: 9000.00', 'at-most: 9500.00'],
      ),
    ).toEqual([
      'Rate nurse-hour: the price is £26.10 an hour, before £27.45 (−£1.35, −4.9%).',
      'Support in the classroom (classroom): the change rise, uplift, per cent is 4.4%, before 3.4% (+1.0 percentage point).',
      'Short breaks (short-breaks): the change area, area factor, area coast is × 1.1, before × 1.06 (+0.04).',
      'A tutor at home (tutor): the change usual-most, at most is £9,500.00 a year, before £9,000.00 (+£500.00, +5.6%).',
    ])
  })

  it('the first change of a line is told by itself, and so is what is gone', () => {
    const price = '    price: { entitlement: night-care, rate: nurse-hour } }'
    const changed = price.replace(' } }', ' }, changes: [{ name: rise, uplift: { per-cent: 2 }, why: The rise }] }')
    expect(sentences(EASTMERE, [price, changed])).toEqual([
      'New. Nursing at night (night-nursing): the change rise: “name: rise, why: The rise, uplift: { per-cent: 2 }”.',
    ])
    const services = EASTMERE.slice(EASTMERE.indexOf('services:'))
    expect(sentences(EASTMERE, [services, '']).map((one) => one.split(': “')[0])).toEqual([
      'Gone. Service A personal assistant (personal-assistant)',
      'Gone. Service Time in the hydrotherapy pool (pool-time)',
      'Gone. Service A residential short break (residential)',
    ])
  })

  it('money comes first and words come last', () => {
    const titles = changesAsBlocks(
      edited(
        EASTMERE,
        ['A befriender', 'A new friend'],
        ['pounds: 27.45', 'pounds: 28.45'],
        ['version: 2026-27', 'version: next'],
      ),
    ).flatMap((block) => (block.is === 'heading' ? block.text : []))
    expect(titles).toEqual(['Prices of a unit', 'Dates and versions', 'Words only'])
  })

  it('nothing, and nothing but the writing', () => {
    const says = (text: string) => changesAsBlocks(diffTables(loadTable(NORFOLK), loadTable(text)))
    expect(says(`${NORFOLK}\n# a comment`)).toEqual([{ is: 'paragraph', text: 'Both tables say the same.' }])
    expect(says(NORFOLK.replace('give: 500.00', 'give: 500'))).toEqual([
      {
        is: 'paragraph',
        text: 'Both tables say the same: only the way they are written differs, such as 500 for 500.00. No figure can change by it.',
      },
    ])
  })

  it('two schemes are compared, and it is said that they are two', () => {
    const diff = edited(NORFOLK, ['id: norfolk-short-breaks-primary', 'id: another'])
    expect(diff.sameScheme).toBe(false)
    expect(changesAsBlocks(diff)[0]).toEqual({
      is: 'paragraph',
      text: 'These are two schemes: norfolk-short-breaks-primary before, another now. Only what has the same name is compared.',
    })
  })

  it('a long text is cut so that what differs can be seen', () => {
    const long = 'word '.repeat(100)
    const [before, after] = apart(`${long}old ${long}`, `${long}new ${long}`)
    expect([before.length < 200, after.length < 200]).toEqual([true, true])
    expect([before.includes('old'), after.includes('new')]).toEqual([true, true])
    expect(apart(long, `${long}more`)[1]).toContain('more')
    expect(apart('a', 'b')).toEqual(['a', 'b'])
  })
})

describe('by meaning', () => {
  it('numbers by value, words by words, dates and names exactly', () => {
    expect(
      edited(EASTMERE, ['pounds: 4000.00', 'pounds: 4000'], ['times: { coast: 1.06', 'times: { coast: 1.0600']).changes,
    ).toEqual([])
    expect(edited(EASTMERE, ['A year to plan', '"A   year\\nto plan"']).changes).toEqual([])
    expect(edited(EASTMERE, ['version: 2026-27', 'version: "2026-270"']).changes.map(brief)).toEqual([
      ['changed', '/version', '2026-27', '2026-270'],
    ])
  })

  it('a version is a name and not a number', () => {
    expect(edited(EASTMERE, ['version: 2026-27', 'version: 1.0']).changes).toHaveLength(1)
    const one = EASTMERE.replace('version: 2026-27', 'version: 1')
    expect(edited(one, ['version: 1', 'version: 1.0']).changes.map(brief)).toEqual([
      ['changed', '/version', '1', '1.0'],
    ])
  })

  it('lists of names are sets; the order of changes, levels and judged bands means something', () => {
    expect(edited(EASTMERE, ['[healthy, learning, joining-in]', '[learning, joining-in, healthy]']).changes).toEqual([])
    expect(edited(EASTMERE, ['[mainstream, resourced, special]', '[special, resourced, mainstream]']).changes).toEqual(
      [],
    )
    expect(
      edited(EASTMERE, ['one-of: [none, small, some, lots]', 'one-of: [small, none, some, lots]']).changes.map(brief),
    ).toEqual([['reordered', '/facts/worker-band/one-of', 'none, small, some, lots', 'small, none, some, lots']])
  })

  it('what takes another form is told whole', () => {
    expect(edited(EASTMERE, ['{ pounds: 336.00 }', '{ per-cent: 2 }']).changes.map(brief)).toEqual([
      ['changed', '/lines/nights-away/changes/0/uplift', 'pounds: 336.00', 'per-cent: 2'],
    ])
    expect(
      edited(EASTMERE, ['price: { quote: tuition }', 'price: { pounds: 100.00, a: year }']).changes.map(brief),
    ).toContainEqual(['changed', '/lines/tutor/price', 'quote: tuition', 'pounds: 100.00, a: year'])
  })

  it('two rows that could be the same one are gone and new', () => {
    const rows = (text: string) => NORFOLK.replace(/ {6}\{ from: 116.*\n.*131.*\n/, text)
    const earlier = rows('      { from: 116, give: 1000.00 },\n      { from: 131, give: 1000.00 },\n')
    const later = rows('      { from: 120, give: 1000.00 },\n      { from: 135, give: 1000.00 },\n')
    const { changes } = diffTables(
      loadTable(earlier.replace('to: 115', 'to: 115')),
      loadTable(later.replace('to: 115', 'to: 119')),
    )
    expect(changes.filter(({ kind }) => kind === 'moved')).toEqual([])
    expect(changes.map(({ kind }) => kind).sort()).toEqual(['added', 'added', 'changed', 'removed', 'removed'])
  })
})

describe('differences are exact', () => {
  it.each([
    ['2800', '3000.00', '+200.00', '+7.1'],
    ['0', '5', '+5', null],
    ['5', '0', '-5', '-100.0'],
    ['2000', '2001', '+1', '+0.1'],
    ['0.30', '0.1', '-0.20', '-66.7'],
    // More digits where one would say that nothing changes, or that all is gone.
    ['16.29', '16.2901', '+0.0001', '+0.001'],
    ['2000', '1999.50', '-0.50', '-0.03'],
    ['99999999.9999', '0.0001', '-99999999.9998', '-99.9999999999'],
    ['0.0001', '99999999.9999', '+99999999.9998', '+99999999999800.0'],
  ])('%s to %s is %s', (before, after, by, perCent) => {
    expect(differenceOf(before, after)).toEqual({ by, perCent })
  })

  it('what is no number has none', () => {
    expect(differenceOf('refer', '5')).toBeNull()
    expect(differenceOf('5', 'attends')).toBeNull()
  })
})

describe('every shipped table', () => {
  it('is no other than itself, and tables of other schemes can be held against each other', () => {
    const tables = [NORFOLK, EASTMERE].map((text) => loadTable(text))
    for (const a of tables)
      for (const b of tables) {
        expect(diffTables(a, b).changes.length > 0).toBe(a !== b)
        expect(against(a, b).length > 0).toBe(a !== b)
      }
  })
})
