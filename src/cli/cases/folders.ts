import path from 'node:path'
import { compare } from '../../diagnostic.js'
import { type Io, stop } from '../io.js'

/** A folder of a directory of cases. */
export interface CaseFolder {
  readonly name: string
  readonly folder: string
  /** Null where it holds a case and its name begins with no number. */
  readonly number: number | null
}

/**
 * The folders of a directory that hold cases, by number: those whose name begins with one, and those that hold a file
 * of a case, so that a name that was mistyped is told and not passed over.
 *
 * @throws Stop where there is no such directory, no case in it, or none of a number that is asked for.
 */
export function caseFolders(io: Io, directory: string, asked: readonly string[]): readonly CaseFolder[] {
  const all = namesIn(io, directory).flatMap((name): CaseFolder[] => {
    const folder = path.join(directory, name)
    const number = numberOf(name)
    const files = inside(io, folder)
    if (files === null || (number === null && !FILES.some((file) => files.includes(file)))) return []
    return [{ name, folder, number }]
  })
  if (all.length === 0)
    throw stop(2, `${directory} holds no cases: a case is a folder such as ${directory}/001-first-row.`)
  const numbers = asked.map((text) => wanted(text, all, directory))
  return all
    .filter(({ number }) => numbers.length === 0 || (number !== null && numbers.includes(number)))
    .sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || compare(a.name, b.name))
}

const FILES = ['assessment.yaml', 'expected.yaml']

function namesIn(io: Io, directory: string): readonly string[] {
  try {
    const names = io.files.inside(directory)
    if (names !== null) return names
  } catch (error) {
    throw stop(2, `${directory} cannot be read (${error instanceof Error && 'code' in error ? error.code : error}).`)
  }
  throw stop(2, `${directory} cannot be read: there is no such folder.`)
}

/** What is right inside a folder; null for a file. Nothing where it cannot be looked into, or a link leads nowhere. */
function inside(io: Io, folder: string): readonly string[] | null {
  try {
    return io.files.inside(folder) ?? (io.files.exists(folder) ? null : [])
  } catch {
    return []
  }
}

/** `001-first-row` → 1 */
function numberOf(name: string): number | null {
  const digits = /^(\d{1,9})(?!\d)/.exec(name)?.[1]
  return digits === undefined ? null : Number(digits)
}

function wanted(text: string, all: readonly CaseFolder[], directory: string): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : null
  if (number === null) throw stop(2, `--case takes the number of a case, and “${text}” is none.`)
  if (!all.some((one) => one.number === number)) throw stop(2, `${directory} has no case ${text}.`)
  return number
}
