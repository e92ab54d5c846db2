import type { Pick } from './choices.js'

const PLAIN = ['Help at home', 'A key worker', 'Being listened to', 'Travel: to and fro', 'Short breaks', 'The panel']
/** Text that a careless reader or writer of YAML would spoil. */
const AWKWARD = [
  'yes',
  '1500.00',
  'null',
  '- a dash',
  'Ask Sam’s “team” # not a comment',
  "it's 'quoted'",
  '{ not: a mapping }',
  'two\nlines',
  'naïve café 👧🏽',
  '=1+1',
  '[x](y) <b>|</b>',
]

/** Some words that no figure depends on. */
export function words(pick: Pick): string {
  return pick.chance(12) ? pick.one(AWKWARD) : pick.one(PLAIN)
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const ENDINGS = ['', '', '', '-', '1', '2', '10', 'b', '-a', '-1', 'z', '-of-all']

/**
 * Short names, none given before. Their order in the alphabet has nothing to do with the order in which they are given,
 * and `a`, `a-`, `a1` and `ab` sort differently by code units than by most locales.
 */
export function names(pick: Pick, count: number, taken: Set<string>): string[] {
  return Array.from({ length: count }, () => {
    const start = pick.int(0, 25)
    for (let shift = 0; ; shift++) {
      const letter = LETTERS[(start + shift) % 26] ?? 'a'
      const ending = shift < 26 ? pick.one(ENDINGS) : `${shift}`
      const name = letter + ending
      if (taken.has(name)) continue
      taken.add(name)
      return name
    }
  })
}

export function name(pick: Pick, taken: Set<string>): string {
  return names(pick, 1, taken)[0] ?? 'a'
}
