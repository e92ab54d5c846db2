import { Decimal } from 'decimal.js'

/**
 * Reads a decimal as written and scales it to a whole number, without passing through a binary fraction.
 *
 * `places` is the power of ten; the text has at most that many decimals (the shapes see to it).
 *
 * @example scaled('16.29', 2) // 1629
 */
export function scaled(text: string, places: number): number {
  return new Decimal(`${text}e${places}`).toNumber()
}

/** How many decimals a number is written with, trailing zeros not counted. `decimals('1.50')` is 1. */
export function decimals(text: string): number {
  return new Decimal(text).decimalPlaces()
}

/** How many decimals a percentage has as a factor: `decimalsOfPerCent('50')` is 1, since 50% is 0.5. */
export function decimalsOfPerCent(text: string): number {
  return new Decimal(`${text}e-2`).decimalPlaces()
}

/** A power of ten. Read from text it is kept as a small whole number by the engine, which one from `**` is not. */
export function tenTo(places: number): number {
  return Number(`1e${places}`)
}
