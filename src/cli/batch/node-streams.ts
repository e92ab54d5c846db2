import { closeSync, openSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { writeAll, writeSafely } from './safe-file.js'
import type { Source } from './source.js'
import type { Streams, Target } from './streams.js'

/** Files, standard input and the clock, as Node has them. */
export const streams: Streams = {
  open: (path) => (path === '-' ? Promise.resolve(standardInput()) : file(path)),
  create: (path) => (isFile(path) ? writeSafely(path) : writeThrough(path)),
  remove: (path) => {
    if (isFile(path)) rmSync(path, { force: true })
  },
  same: (one, other) => {
    const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }))
    return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino
  },
  isFile,
  watched: process.stderr.isTTY === true,
  now: () => performance.now(),
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? true
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
