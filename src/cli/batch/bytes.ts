/** Bytes that are put one after the other; figures are written into them without being made into text first. */
export interface Bytes {
  all: Buffer
  at: number
}

const FIRST = 2 ** 18

export function openBytes(): Bytes {
  return { all: Buffer.allocUnsafeSlow(FIRST), at: 0 }
}

/** Everything put so far, which then begins anew: it is there until the next bytes are put. */
export function takeBytes(bytes: Bytes): Buffer {
  const taken = bytes.all.subarray(0, bytes.at)
  bytes.at = 0
  return taken
}

export function put(bytes: Bytes, piece: Uint8Array): void {
  const { length } = piece
  room(bytes, length)
  const { all, at } = bytes
  for (let i = 0; i < length; i++) all[at + i] = piece[i] ?? 0
  bytes.at = at + length
}

/** Text of plain letters, digits and signs. */
export function putAscii(bytes: Bytes, text: string): void {
  room(bytes, text.length)
  const { all, at } = bytes
  for (let i = 0; i < text.length; i++) all[at + i] = text.charCodeAt(i)
  bytes.at = at + text.length
}

/** A whole number that a double holds exactly. */
export function putWhole(bytes: Bytes, value: number): void {
  putDigits(bytes, value, 1, 0)
}

/** Whole pence as pounds with two decimals and no other sign, which a spreadsheet takes for a number. */
export function putPounds(bytes: Bytes, pence: number): void {
  putDigits(bytes, pence, 3, 2)
}

const [ZERO, POINT, MINUS] = [48, 46, 45]

/** The longest number: a sign, 16 digits and a point. */
const LONGEST = 18

/** At least so many digits, so many of them after the point. */
function putDigits(bytes: Bytes, value: number, least: number, decimals: number): void {
  room(bytes, LONGEST)
  const { all } = bytes
  let rest = Math.abs(value)
  if (value < 0) all[bytes.at++] = MINUS
  let digits = least
  for (let bound = 10 ** least; rest >= bound; bound *= 10) digits++
  const from = bytes.at
  const to = from + digits + (decimals > 0 ? 1 : 0)
  for (let at = to - 1; at >= from; at--) {
    if (decimals > 0 && to - 1 - at === decimals) all[at] = POINT
    else {
      const tens = Math.floor(rest / 10)
      all[at] = ZERO + (rest - 10 * tens)
      rest = tens
    }
  }
  bytes.at = to
}

function room(bytes: Bytes, more: number): void {
  if (bytes.at + more <= bytes.all.length) return
  const wider = Buffer.allocUnsafeSlow(2 * (bytes.at + more))
  bytes.all.copy(wider, 0, 0, bytes.at)
  bytes.all = wider
}
