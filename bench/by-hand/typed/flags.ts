import { BREATHING, EPILEPSY, LOTS, MOST, WATCHED } from './codes.js'

/** The flags in the order of their bits; the last is the cap on short breaks. */
export const FLAGS = [
  'ask-health',
  'breathing',
  'constant-supervision',
  'epilepsy',
  'family-asked',
  'joint-panel',
  'large-nursing',
  'large-total',
  'near-next-band',
  'service-manager',
  'team-manager',
  'welfare-and-safety',
  'short-breaks/usual-most',
] as const

/** The bit of a flag. */
export function bit(flag: (typeof FLAGS)[number]): number {
  return 1 << FLAGS.indexOf(flag)
}

/** How far the marks stand above the points. */
export const MARKS = 20

/**
 * By the marks of a questionnaire, the flags that they raise. `constant-supervision` also wants 60 health points, which
 * the marks do not tell.
 */
export const RAISED_BY_MARKS = new Uint32Array(1024).map((_, i) => {
  const marks = i << MARKS
  const lots = (marks & (LOTS * 15)) / LOTS
  const most = (marks & (MOST * 7)) / MOST
  return (
    (most >= 1 || lots >= 3 ? bit('ask-health') : 0) |
    (marks & BREATHING ? bit('breathing') : 0) |
    (marks & EPILEPSY ? bit('epilepsy') : 0) |
    (marks & WATCHED ? bit('constant-supervision') : 0)
  )
})

const JOINT_PANEL = bit('joint-panel')
const SERVICE_MANAGER = bit('service-manager')
const TEAM_MANAGER = bit('team-manager')
const WELFARE = bit('welfare-and-safety')

/** Who may agree the budget, by all points and whether there are concerns about the child's safety. */
export function agreedBy(points: number, safeguarding: number): number {
  if (safeguarding === 1) return JOINT_PANEL | WELFARE
  if (points >= 40000) return JOINT_PANEL
  return points >= 20000 ? SERVICE_MANAGER : TEAM_MANAGER
}
