import { STANDARD_INPUT } from '../report/findings/report.js'
import type { Streams } from './batch/streams.js'
import type { Files } from './files.js'

/** What the command line touches of the world, so that a test can hand it something else. */
export interface Io {
  readonly argv: readonly string[]
  readonly readFile: (path: string) => string
  readonly readStdin: () => string
  readonly files: Files
  /** Writes to standard output. Throws a Stop where that cannot be done. */
  readonly out: (text: string) => void
  /** Writes to standard error, or goes on without it. */
  readonly err: (text: string) => void
  /** A variable of the environment, such as those by which a CI system says what it is. */
  readonly env: (name: string) => string | undefined
  /** Files of any length and the clock, for the commands that work on many cases. */
  readonly streams: () => Promise<Streams>
}

/** Exit codes: 0 clean · 1 findings · 2 usage or an unreadable file · 70 a bug of ours. */
export type ExitCode = 0 | 1 | 2 | 70

/** Ends a command early with words for stderr. */
export interface Stop extends Error {
  readonly exit: ExitCode
}

export function stop(exit: ExitCode, message: string): Stop {
  return Object.assign(new Error(message), { exit })
}

export function isStop(error: unknown): error is Stop {
  return error instanceof Error && 'exit' in error
}

/** How a command ends whose standard output cannot be written: without a word where its reader has left, as `head` does. */
export function cannotWrite(error: unknown): Stop {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return code === 'EPIPE' ? stop(0, '') : stop(2, `standard output cannot be written (${code}).`)
}

/** Prints what a command ends with. That nobody reads it to its end changes nothing of what the command found. */
export function outLast(io: Pick<Io, 'out'>, text: string): void {
  try {
    io.out(text)
  } catch (error) {
    if (!hasNoReader(error)) throw error
  }
}

/** Whether a command ends since the reader of its standard output has left. */
export function hasNoReader(error: unknown): boolean {
  return isStop(error) && error.message === ''
}

/** The text of a file, or of standard input for `-`. */
export function read(io: Io, path: string): string {
  try {
    return path === '-' ? io.readStdin() : io.readFile(path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    const why = error.code === 'ENOENT' ? 'there is no such file' : String(error.code)
    throw stop(2, `${path === '-' ? 'standard input' : path} cannot be read (${why}).`)
  }
}

/** What a file is called in positions. */
export function name(file: string): string {
  return file === '-' ? STANDARD_INPUT : file
}
