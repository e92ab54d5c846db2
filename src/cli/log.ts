import { unheeded } from '../report/findings/unheeded.js'
import { type Io, outLast } from './io.js'

/**
 * Prints words for a person on stdout. GitHub Actions takes lines of a certain form for commands, wherever they come
 * from: there, what a table says is put where none are looked for.
 */
export function log(io: Io, text: string): void {
  outLast(io, io.env('GITHUB_ACTIONS') === 'true' ? unheeded(text) : text)
}
