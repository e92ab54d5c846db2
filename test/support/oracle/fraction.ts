import type { Rounding } from '../../../src/pence.js'

/** An exact number: `n` over `d`, with `d` above 0 and no divisor in common. */
export interface Fraction {
  readonly n: bigint
  readonly d: bigint
}

export function fraction(n: bigint, d = 1n): Fraction {
  if (d === 0n) throw new RangeError(`${n} over nothing`)
  const sign = d < 0n ? -1n : 1n
  const common = divisor(n < 0n ? -n : n, d * sign)
  return { n: (n * sign) / common, d: (d * sign) / common }
}

export const ZERO = fraction(0n)
export const ONE = fraction(1n)

/** Reads a decimal as written, exactly. `read('16.29')` is 1629/100. */
export function read(written: string | number): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(written))
  if (!match) throw new TypeError(`${written} is not a decimal`)
  const [, minus, whole = '', part = '', exponent = '0'] = match
  const digits = BigInt(whole + part) * (minus ? -1n : 1n)
  const places = part.length - Number(exponent)
  return places >= 0 ? fraction(digits, 10n ** BigInt(places)) : fraction(digits * 10n ** BigInt(-places))
}

export const plus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.n, a.d * b.d)
export const over = (a: Fraction, b: Fraction): Fraction => fraction(a.n * b.d, a.d * b.n)
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, ZERO)
export const product = (all: readonly Fraction[]): Fraction => all.reduce(times, ONE)
export const least = (a: Fraction, b: Fraction): Fraction => (isBelow(b, a) ? b : a)
export const isBelow = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d
export const isSame = (a: Fraction, b: Fraction): boolean => a.n === b.n && a.d === b.d

/** The whole number at or below. */
export function floor(x: Fraction): bigint {
  const cut = x.n / x.d
  return x.n < 0n && cut * x.d !== x.n ? cut - 1n : cut
}

/** To a whole number, by looking at what stands between it and its neighbours. */
export function round(x: Fraction, rounding: Rounding): bigint {
  const below = floor(x)
  const rest = minus(x, fraction(below))
  if (rest.n === 0n) return below
  if (rounding === 'down') return x.n > 0n ? below : below + 1n
  const half = fraction(1n, 2n)
  if (isBelow(rest, half)) return below
  if (isBelow(half, rest) || rounding === 'half up') return below + 1n
  return below % 2n === 0n ? below : below + 1n
}

/** Writes a fraction that ends as a decimal in full: 5/4 is `1.25`. */
export function decimal(x: Fraction): string {
  let places = 0
  while ((x.n * 10n ** BigInt(places)) % x.d !== 0n) {
    if (++places > 400) throw new RangeError(`${x.n}/${x.d} never ends`)
  }
  const scaled = (x.n * 10n ** BigInt(places)) / x.d
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(places + 1, '0')
  const cut = digits.length - places
  return (scaled < 0n ? '-' : '') + digits.slice(0, cut) + (places === 0 ? '' : `.${digits.slice(cut)}`)
}

/** The number nearest to a decimal fraction, as JSON would carry it. */
export const asNumber = (x: Fraction): number => Number(decimal(x))

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b)
}
