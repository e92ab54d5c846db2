import { inflateRawSync } from 'node:zlib'

/** The parts of a zip file as text, by name. Throws an Error where an entry carries the time at which it was made. */
export function unzipped(bytes: Uint8Array): ReadonlyMap<string, string> {
  const file = Buffer.from(bytes)
  const parts = new Map<string, string>()
  const end = file.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  for (let at = file.readUInt32LE(end + 16); at < end; ) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const name = file.toString('utf8', at + 46, at + 46 + nameLength)
    if (file.readUInt32LE(at + 12) !== FIRST_DAY) throw new Error(`${name} says when it was made.`)
    const local = file.readUInt32LE(at + 42)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const packed = file.subarray(start, start + file.readUInt32LE(at + 20))
    parts.set(name, (file.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'))
    at += 46 + nameLength + extra + comment
  }
  return parts
}

/** Midnight of 1 January 1980, as a zip file counts it. */
const FIRST_DAY = 0x21_0000
