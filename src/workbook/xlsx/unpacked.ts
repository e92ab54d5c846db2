/** What a zip says of one of its parts. */
export interface Packed {
  readonly name: string
  /** Bytes, once unpacked. */
  readonly size: number
}

const [ENTRY, END] = [0x02014b50, 0x06054b50]
const BEYOND = 0xffffffff
const [ENTRY_LENGTH, END_LENGTH, LONGEST_COMMENT] = [46, 22, 0xffff]

/**
 * How large the parts of a zip will be, before anything is unpacked; null where its list of parts is not in order, or
 * leaves open how large one is. Whoever unpacks by the same list never gets more than it says.
 */
export function partsOf(bytes: Uint8Array): readonly Packed[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end < 0) return null
  const count = view.getUint16(end + 10, true)
  const parts: Packed[] = []
  let at = view.getUint32(end + 16, true)
  // The list would be another one, beyond 4 GiB.
  if (count === 0xffff || at === BEYOND || view.getUint32(end + 12, true) === BEYOND) return null
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_LENGTH > view.byteLength || view.getUint32(at, true) !== ENTRY) return null
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    const [named, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    if (named === undefined || extra === undefined || comment === undefined) return null
    const name = ascii(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + named))
    // A size that is left out here would be looked for elsewhere, or not at all.
    if (!name.endsWith('/') && (size === 0) !== (packed === 0)) return null
    if (!name.endsWith('/') && packed === 0 && (view.getUint16(at + 8, true) & 8) !== 0) return null
    parts.push({ name, size })
    at += ENTRY_LENGTH + named + extra + comment
  }
  return parts
}

function endOf(view: DataView): number {
  const least = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= least; at--) if (view.getUint32(at, true) === END) return at
  return -1
}

/** The names of a workbook’s own parts are plain letters; any others only have to be told apart. */
function ascii(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
