import { type Fraction, fraction, times } from '../oracle/fraction.js'
import type { Pick } from './choices.js'

/** Points, hours or a row’s figure from a number of hundredths: `21`, `21.5`, `21.50`. */
export function hundredths(pick: Pick, n: number): string {
  const whole = `${Math.floor(n / 100)}`
  const part = `${n % 100}`.padStart(2, '0')
  if (part === '00') return pick.chance(8) ? pick.one([`${whole}.00`, `${whole}.0`]) : whole
  return part.endsWith('0') && !pick.chance(20) ? `${whole}.${part[0]}` : `${whole}.${part}`
}

/** Pounds from pence, as a table writes a sum: `1500` or `1500.00`, never `1500.5`. */
export function pounds(pick: Pick, pence: number): string {
  const whole = `${Math.floor(pence / 100)}`
  if (pence % 100 === 0 && !pick.chance(25)) return whole
  return `${whole}.${`${pence % 100}`.padStart(2, '0')}`
}

/** The price of a unit from ten-thousandths of a pound: none, two, three or four decimals. */
export function unitPrice(n: number): string {
  if (n % 10000 === 0) return `${n / 10000}`
  const part = `${n % 10000}`.padStart(4, '0')
  return `${Math.floor(n / 10000)}.${part.replace(/0{1,2}$/, '')}`
}

/** A number of pence up to `most`: round hundreds, round pounds, or any. */
export function money(pick: Pick, most: number): number {
  const grain = pick.one([10000, 100, 1, 5000, 2500, 10].filter((one) => one <= Math.max(1, most)))
  return grain * pick.int(0, Math.floor(most / grain))
}

/** How many decimals a number is written with, trailing zeros not counted. */
export function places(written: string): number {
  return written.includes('.') ? (written.replace(/0+$/, '').split('.')[1]?.length ?? 0) : 0
}

/** The largest number of hundredths that is not above. */
export function floorHundredths(x: Fraction): number {
  const scaled = times(x, fraction(100n))
  return Number(scaled.n / scaled.d)
}

/** A whole number that no scaled value up to `most` exceeds when it is written with so many decimals. */
export function scaledUp(most: Fraction, decimals: number): number {
  const scaled = times(most, fraction(10n ** BigInt(decimals)))
  return Number(scaled.n / scaled.d) + 1
}

/** A factor such as `1.05`, with at most `decimals` decimals, up to `most`. */
export function factor(pick: Pick, most: number, decimals: number): string {
  const usual = ['1', '0.5', '2', '1.05', '1.5', '0.75', '0.9', '1.10', '3', '0'].filter((one) => {
    return places(one) <= decimals && Number(one) <= most
  })
  if (usual.length > 0 && !pick.chance(25)) return pick.one(usual)
  const n = pick.int(0, Math.floor(most * 10 ** decimals))
  const digits = `${n}`.padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  return decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`
}
