import type { Source } from './source.js'

/** A file that is being written. What was there before stays until it is replaced; it may also be standard output. */
export interface Target {
  readonly write: (bytes: Buffer) => void
  /** Ends it: all of it is on the disk, under another name. */
  readonly finish: () => void
  /** Puts it in the place of what was there. */
  readonly replace: () => void
  /** Leaves what was there, and nothing else. */
  readonly discard: () => void
}

/** What the commands for many cases touch of the world, beside `Io`. */
export interface Streams {
  /** Opens a file, or standard input for `-`. Throws what the system says. */
  readonly open: (path: string) => Promise<Source>
  /** Begins a file. Throws what the system says. */
  readonly create: (path: string) => Target
  /** Puts text at the end of a file, which is made if it is not there. Throws what the system says. */
  readonly append: (path: string, text: string) => void
  /** Removes a file, if it is there, is one, and begins so. */
  readonly remove: (path: string, beginning: string) => void
  /** Whether two paths lead to one file, or to the place of one that is not there yet. */
  readonly same: (one: string, other: string) => boolean
  /** Whether a path is, or could become, a file that is kept: not a device, a pipe or a folder. */
  readonly isFile: (path: string) => boolean
  /** Whether somebody watches standard error. */
  readonly watched: boolean
  /** A clock, in milliseconds. */
  readonly now: () => number
  /** The day it is here, `YYYY-MM-DD`. */
  readonly today: () => string
}
