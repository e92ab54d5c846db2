import { stop } from './io.js'

/** The whole number, from 0, that an option is given. @throws Stop where it is none. */
export function whole(option: string, text: string): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (!Number.isSafeInteger(number)) throw stop(2, `${option} takes a whole number, and “${text}” is none.`)
  return number
}
