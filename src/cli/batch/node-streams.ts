import { appendFileSync, closeSync, openSync, readSync, realpathSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { writeAll, writeSafely } from './safe-file.js'
import type { Source } from './source.js'
import type { Streams, Target } from './streams.js'

/** Files, standard input and the clock, as Node has them. */
export const streams: Streams = {
  open: (path) => (path === '-' ? Promise.resolve(standardInput()) : file(path)),
  create: (path) => (isFile(path) ? writeSafely(path) : writeThrough(path)),
  append: (path, text) => appendFileSync(path, text),
  remove: (path, beginning) => {
    if (isFile(path) && begins(path, Buffer.from(beginning))) rmSync(path)
  },
  same: (one, other) => {
    const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }))
    if (a && b) return a.dev === b.dev && a.ino === b.ino
    return !a && !b && placeOf(one) === placeOf(other)
  },
  isFile,
  watched: process.stderr.isTTY === true,
  now: () => performance.now(),
  today: () => {
    const now = new Date()
    const two = (number: number) => String(number).padStart(2, '0')
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  },
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? true
}

/** Where a file that is not there yet would be, however its folder is spelt. */
function placeOf(file: string): string {
  const { dir, base } = path.parse(path.resolve(file))
  try {
    return path.join(realpathSync(dir), base)
  } catch {
    return path.join(dir, base)
  }
}

function begins(path: string, beginning: Buffer): boolean {
  if (!statSync(path, { throwIfNoEntry: false })) return false
  const fd = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(beginning.length)
    return readSync(fd, bytes) === beginning.length && bytes.equals(beginning)
  } finally {
    closeSync(fd)
  }
}

async function file(path: string): Promise<Source> {
  const handle = await open(path, 'r')
  const stat = await handle.stat()
  if (stat.isDirectory()) {
    await handle.close()
    throw Object.assign(new Error('is a folder'), { code: 'EISDIR' })
  }
  return {
    size: stat.isFile() ? stat.size : null,
    read: async (into, from) => (await handle.read(into, from, into.length - from, null)).bytesRead,
    close: () => handle.close(),
  }
}

function standardInput(): Source {
  const chunks: AsyncIterator<Buffer> = process.stdin[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  return {
    size: null,
    read: async (into, from) => {
      while (rest.length === 0) {
        const next = await chunks.next()
        if (next.done) return 0
        rest = next.value
      }
      const copied = rest.copy(into, from)
      rest = rest.subarray(copied)
      return copied
    },
    close: async () => {},
  }
}

/** A device or a pipe has no earlier content to keep. */
function writeThrough(path: string): Target {
  const fd = openSync(path, 'w')
  return {
    write: (bytes) => writeAll(fd, bytes),
    finish: () => closeSync(fd),
    replace: () => {},
    discard: () => {},
  }
}
