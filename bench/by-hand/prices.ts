/** The Westmarch 2026-27 prices, by hand: pence a year from points. A null figure is for people to decide. */

/** From two-hundredths of a point. */
export function mainstreamPence(points: number): number {
  if (points < 20 * 200) return 0
  if (points < 45 * 200) return 200000
  if (points < 70 * 200) return 450000
  if (points < 100 * 200) return 720000
  if (points < 130 * 200) return 980000
  return points < 160 * 200 ? 1300000 : 1750000
}

/** From two-hundredths of a point. */
export function specialistPence(points: number): number | null {
  if (points < 60 * 200) return between(points, 0, 60, 0, 300000)
  if (points < 100 * 200) return between(points, 60, 100, 300000, 750000)
  if (points < 150 * 200) return between(points, 100, 150, 750000, 1400000)
  return points < 180 * 200 ? 1400000 : null
}

/** A straight line between two rows, divided once and rounded once. */
function between(points: number, from: number, to: number, low: number, high: number): number {
  const span = (to - from) * 200
  const value = low * span + (high - low) * (points - from * 200)
  return Math.floor((2 * value + span) / (2 * span))
}

/** Hours a week at £27.45 for 52 weeks, from hundredths of a point. */
export function nursingPence(points: number): number | null {
  if (points < 4000) return 0
  if (points < 6000) return 4 * 2745 * 52
  if (points < 8400) return 8 * 2745 * 52
  if (points < 11000) return 14.5 * 2745 * 52
  return points < 13200 ? 21 * 2745 * 52 : null
}

/** At £31.37 a point, from two-hundredths of a point. */
export function therapyPence(points: number): number {
  return Math.floor((points * 3137 + 100) / 200)
}

/** From hundredths of a point. */
export function shortBreaksPence(points: number, far: boolean): number | null {
  const raised = shortBreaksRaised(points, far)
  return raised === null ? null : Math.floor((Math.min(raised, 900000) + 500) / 1000) * 1000
}

/** Before the most that a family usually gets. */
export function shortBreaksRaised(points: number, far: boolean): number | null {
  const row = shortBreaksRow(points)
  if (row === null) return null
  const priced = Math.floor((row * 1034 + 500) / 1000)
  return far ? Math.floor((priced * 105 + 50) / 100) : priced
}

function shortBreaksRow(points: number): number | null {
  if (points < 7000) return 0
  if (points < 11000) return 65000
  if (points < 15000) return 130000
  if (points < 19000) return 240000
  if (points < 23000) return 410000
  if (points < 27000) return 620000
  return points < 31000 ? 860000 : null
}
