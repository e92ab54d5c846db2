import { type ErrorValue, errorValue } from './value.js'

/**
 * Days are serial numbers of the 1900 system: 61 is 1 March 1900, 46113 is 1 April 2026. Before 1 March 1900 the
 * programs differ by a day, and here they are as in Excel.
 */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const EPOCH = 25_569
const LENGTH = 86_400_000
/** 1 March 1900 and 31 December 9999. */
export const MARCH_1900 = 61
export const LAST = 2_958_465

/** A moment as a spreadsheet counts days: a 29 February 1900 that never was is counted too. */
export function serialAt(time: number): number {
  const serial = time / LENGTH + EPOCH
  return serial < MARCH_1900 ? serial - 1 : serial
}

/** The serial number of a day; months and days beyond their year or month are carried. */
export function serialOf(year: number, month: number, day: number): number | ErrorValue {
  const whole = Math.trunc(year)
  const time = Date.UTC(whole < 1900 ? whole + 1900 : whole, Math.trunc(month) - 1, Math.trunc(day))
  const shown = serialAt(time)
  return shown >= 0 && shown <= LAST ? shown : errorValue('#NUM!')
}

/** The day of a serial number, whatever its time of day. */
export function dayOf(serial: number): Day | ErrorValue {
  const whole = Math.floor(serial)
  if (whole < 0 || whole > LAST) return errorValue('#NUM!')
  if (whole === 0) return { year: 1900, month: 1, day: 0 }
  if (whole === MARCH_1900 - 1) return { year: 1900, month: 2, day: 29 }
  const date = new Date(((whole < MARCH_1900 ? whole + 1 : whole) - EPOCH) * LENGTH)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}
