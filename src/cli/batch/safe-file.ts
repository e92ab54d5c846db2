import {
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import type { Target } from './streams.js'

/**
 * Writes a file under a temporary name beside its own and renames it when it is whole, so that whatever happens the
 * place holds either all of the old file or all of the new one. What was begun is removed when the process ends early
 * by itself or by Ctrl-C, a hang-up or a request to end; a process that is killed leaves it there.
 */
export function writeSafely(name: string): Target {
  // Through a link, the file that it leads to is replaced, and not the link.
  const before = statSync(name, { throwIfNoEntry: false })
  const place = before ? realpathSync(name) : name
  const { part, fd } = openPart(place)
  let open = true
  const close = () => {
    if (open) closeSync(fd)
    open = false
  }
  const discard = () => {
    ended(discard)
    close()
    rmSync(part, { force: true })
  }
  begun(discard)
  if (before) fchmodSync(fd, before.mode & 0o777)
  return {
    write: (bytes) => writeAll(fd, bytes),
    finish: () => {
      fsyncSync(fd)
      close()
    },
    replace: () => {
      renameSync(part, place)
      ended(discard)
    },
    discard,
  }
}

/** A name beside the file’s own that nobody has yet: another process, or one that was killed, may have had the same number. */
function openPart(place: string): { readonly part: string; readonly fd: number } {
  for (let again = 1; ; again++) {
    const number = again === 1 ? `${process.pid}` : `${process.pid}-${again}`
    const part = path.join(path.dirname(place), `.${path.basename(place)}.${number}.part`)
    try {
      return { part, fd: openSync(part, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o666) }
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EEXIST'
      if (!taken || again === 100) throw error
    }
  }
}

/** Writes all there is, however often that takes. */
export function writeAll(fd: number, bytes: Buffer): void {
  for (let sent = 0; sent < bytes.length; ) sent += writeSync(fd, bytes, sent)
}

/** How to leave nothing of each file that is not finished. */
const unfinished = new Set<() => void>()

/** An early end of the process goes through `exit`, which removes what was begun. */
const ENDS = {
  SIGHUP: () => process.exit(129),
  SIGINT: () => process.exit(130),
  SIGTERM: () => process.exit(143),
  exit: () => {
    for (const discard of unfinished) discard()
  },
}

function begun(discard: () => void): void {
  if (unfinished.size === 0) for (const [event, end] of Object.entries(ENDS)) process.on(event, end)
  unfinished.add(discard)
}

function ended(discard: () => void): void {
  unfinished.delete(discard)
  if (unfinished.size === 0) for (const [event, end] of Object.entries(ENDS)) process.off(event, end)
}
