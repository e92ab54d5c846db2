import type { BadRow } from '../../caseload/sheet/bad-row.js'
import { hasNoReader, type Io, stop } from '../io.js'
import { ERRORS_HEAD, errorAsCsv, errorInWords } from './errors.js'
import type { Streams, Target } from './streams.js'
import type { Ways } from './ways.js'

/** Where results and errors go. Nothing that was there is touched before both are whole. */
export interface Outputs {
  readonly results: (bytes: Buffer) => void
  readonly errors: (errors: readonly BadRow[]) => void
  /** Puts both in their places; without errors, an errors file of an earlier run is removed, and nothing else. */
  readonly finish: (bad: boolean) => void
  /** Leaves everything as it was, unless both are in their places. */
  readonly close: () => void
}

/** @throws Stop, also from each of its functions, where a file cannot be written. */
export function openOutputs(io: Io, streams: Streams, { input, output, errors }: Ways): Outputs {
  const results = openOutput(io, streams, output)
  try {
    const told = errors === null ? null : openOutput(io, streams, errors)
    told?.write(Buffer.from(ERRORS_HEAD))
    return {
      results: results.write,
      errors: (all) => {
        if (told) told.write(Buffer.from(all.map(errorAsCsv).join('')))
        else io.err(all.map((one) => errorInWords(input, one)).join(''))
      },
      finish: (bad) => {
        results.finish()
        told?.finish()
        // The results last: once they are in place, so is everything else.
        if (bad) told?.replace()
        results.replace()
        if (!bad && errors !== null) writing(errors, () => streams.remove(errors, ERRORS_HEAD))
      },
      close: () => {
        results.discard()
        told?.discard()
      },
    }
  } catch (error) {
    results.discard()
    throw error
  }
}

/**
 * A file to write, or standard output for null.
 *
 * @throws Stop, also from each of its functions, where it cannot be written.
 */
export function openOutput(io: Io, streams: Streams, path: string | null): Target {
  if (path === null) {
    const nothing = () => {}
    const write = (bytes: Buffer) => {
      try {
        io.out(bytes.toString('utf8'))
      } catch (error) {
        // Rows are lost, which is no success; whoever stopped reading needs no words about it.
        throw hasNoReader(error) ? stop(2, '') : error
      }
    }
    return { write, finish: nothing, replace: nothing, discard: nothing }
  }
  const target = writing(path, () => streams.create(path))
  return {
    write: (bytes) => writing(path, () => target.write(bytes)),
    finish: () => writing(path, target.finish),
    replace: () => writing(path, target.replace),
    discard: target.discard,
  }
}

/** Writes one text, or the bytes of a file, to a file whole or not at all, or to standard output for null. */
export function writeWhole(io: Io, streams: Streams, path: string | null, text: string | Uint8Array): void {
  writeAll(io, streams, [[path, text]])
}

/** Writes several texts, and puts them in their places once all of them are whole and nothing speaks against it. */
export function writeAll(
  io: Io,
  streams: Streams,
  texts: readonly (readonly [string | null, string | Uint8Array])[],
  may: () => void = () => {},
): void {
  const targets = texts.map(([path, text]) => ({ target: openOutput(io, streams, path), text }))
  try {
    for (const { target, text } of targets) {
      target.write(Buffer.from(text))
      target.finish()
    }
    may()
    for (const { target } of targets) target.replace()
  } finally {
    for (const { target } of targets) target.discard()
  }
}

/** Does something with a file that is written; what the system has against it ends the command. */
function writing<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw stop(2, `${path} cannot be written (${String(error.code)}).`)
    throw error
  }
}
