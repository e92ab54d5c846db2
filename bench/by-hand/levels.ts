/** The Westmarch 2026-27 questions as a programmer would type them in: points of each level. */
const FIVE_40 = { none: 0, small: 8, some: 21, lots: 28, exceptional: 40 }
const FIVE_28 = { none: 0, small: 4, some: 10, lots: 18, exceptional: 28 }
const FIVE_28_STEEP = { none: 0, small: 4, some: 12, lots: 21, exceptional: 28 }
const FIVE_20 = { none: 0, small: 4, some: 8, lots: 14, exceptional: 20 }
const HELP = { none: 20, small: 14, some: 8, lots: 0 }

/** Points by level's name, for one question. */
export type Levels = Readonly<Record<string, number>>

export const LEVELS = {
  breathing: FIVE_40,
  seizures: { none: 0, controlled: 8, breakthrough: 21, uncontrolled: 40, 'not-applicable': 0 },
  eating: FIVE_28,
  medicines: { none: 0, 'by-mouth': 4, 'by-tube': 10, 'by-injection': 10, exceptional: 20 },
  sleep: FIVE_28_STEEP,
  supervision: FIVE_40,
  behaviour: FIVE_40,
  danger: FIVE_28,
  'getting-about': FIVE_28_STEEP,
  learning: FIVE_40,
  communication: FIVE_40,
  senses: FIVE_28,
  concentration: FIVE_28,
  play: FIVE_28,
  friendships: FIVE_20,
  activities: FIVE_28_STEEP,
  choices: { none: 0, small: 4, some: 8, lots: 8, exceptional: 14 },
  'personal-care': FIVE_40,
  'daily-tasks': FIVE_28,
  'home-routines': FIVE_28,
  travel: { ...FIVE_20, 'not-applicable': 0 },
  'adult-life': FIVE_20,
  'carer-health': { none: 0, small: 6, some: 12, lots: 20, exceptional: 30 },
  'brothers-and-sisters': { ...FIVE_20, 'not-applicable': 0 },
  'family-help': HELP,
  'community-help': HELP,
} satisfies Readonly<Record<string, Levels>>
