import {
  mainstreamPence,
  nursingPence,
  shortBreaksPence,
  shortBreaksRaised,
  specialistPence,
  therapyPence,
} from '../prices.js'

/**
 * What every number of points comes to, worked out once when the program starts: a look-up then takes the place of the
 * comparisons, which a processor cannot foretell. Pence stand in the low 22 bits; no figure reaches further.
 */
export const PENCE = 0x3fffff
/** People decide: there is no figure. */
export const REFER = 1 << 30
/** Of short breaks: five points or fewer from the next row, and above the most that a family usually gets. */
export const NEAR = 1 << 22
export const CAPPED = 1 << 23

/** From two-hundredths of a point. */
const MOST_EDUCATION = 2 * 16400 + 12000
export const MAINSTREAM = priced(MOST_EDUCATION, mainstreamPence)
export const SPECIALIST = priced(MOST_EDUCATION, specialistPence)
export const THERAPY = priced(2 * 4000 + 4000, therapyPence)

/** From hundredths of a point. */
export const NURSING = priced(15600, nursingPence)

/** From hundredths of a point; the second half is for services that are far. */
const MOST_CARE = 39400
const NEXT_ROWS = [7000, 11000, 15000, 19000, 23000, 27000, 31000]
export const WHERE_FAR = MOST_CARE + 1
export const SHORT_BREAKS = priced(2 * WHERE_FAR - 1, (points) =>
  points < WHERE_FAR ? shortBreaks(points, false) : shortBreaks(points - WHERE_FAR, true),
)

function shortBreaks(points: number, far: boolean): number {
  const pence = shortBreaksPence(points, far)
  const next = NEXT_ROWS.find((row) => row > points)
  const near = next !== undefined && next - points <= 500 ? NEAR : 0
  const capped = (shortBreaksRaised(points, far) ?? 0) > 900000 ? CAPPED : 0
  return (pence ?? REFER) + near + capped
}

function priced(most: number, price: (points: number) => number | null): Int32Array {
  return new Int32Array(most + 1).map((_, points) => price(points) ?? REFER)
}
