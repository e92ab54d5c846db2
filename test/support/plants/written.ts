import type { Pick } from '../arbitrary/choices.js'
import type { TableTree } from '../arbitrary/known.js'
import type { Tree } from '../oracle/tree.js'

/** A key of a mapping, or the number of an item of a list. */
export type Path = readonly (string | number)[]

/** A tree as YAML, and for everything in it the line that it was written on: noted while writing, never searched for. */
export interface WrittenTree {
  readonly text: string
  /** The line, from 1, on which the key or the value of this place begins. */
  readonly lineOf: (path: Path, on?: 'key' | 'value') => number
}

/**
 * Writes a tree as YAML, each mapping and list in a layout of its own: in block style, in brackets on one line, or in
 * brackets over several; with comments and empty lines between, and with either line end.
 */
export function written(pick: Pick, tree: TableTree): WrittenTree {
  const paper: Paper = { pick, rows: [''], noted: new Map() }
  block(paper, tree, [], '')
  const end = pick.chance(15) ? '\r\n' : '\n'
  return {
    text: `${paper.rows.join(end)}${end}`,
    lineOf: (path, on = 'value') => {
      const line = paper.noted.get(`${path.length === 0 ? 'value' : on} ${key(path)}`)
      if (line === undefined) throw new RangeError(`nothing was written at ${path.join('/')}`)
      return line
    },
  }
}

interface Paper {
  readonly pick: Pick
  readonly rows: string[]
  readonly noted: Map<string, number>
}

function key(path: Path): string {
  return path.join('\n')
}

function note({ rows, noted }: Paper, on: 'key' | 'value', path: Path): void {
  noted.set(`${on} ${key(path)}`, rows.length)
}

function write(paper: Paper, text: string): void {
  paper.rows[paper.rows.length - 1] += text
}

/** A new row, after a comment or an empty row now and then. */
function row(paper: Paper, indent: string): void {
  const { pick, rows } = paper
  if (rows.length === 1 && rows[0] === '') return
  if (pick.chance(3)) rows.push(`${indent}# a: [comment`)
  if (pick.chance(3)) rows.push('')
  rows.push('')
}

function block(paper: Paper, tree: TableTree | readonly Tree[], path: Path, indent: string, inItem = false): void {
  const isMapping = !isList(tree)
  for (const [i, [name, value]] of Object.entries(tree).entries()) {
    const here = [...path, isMapping ? name : i]
    if (!(inItem && i === 0)) {
      row(paper, indent)
      write(paper, indent)
    }
    if (i === 0) note(paper, 'value', path)
    note(paper, 'key', here)
    write(paper, isMapping ? `${scalar(name)}:` : '-')
    under(paper, value, here, indent, isMapping)
  }
}

/** A value after its key or its dash. */
function under(paper: Paper, value: Tree, path: Path, indent: string, isMapping: boolean): void {
  const deeper = `${indent}  `
  if (typeof value === 'string' || isEmpty(value) || paper.pick.chance(20)) {
    write(paper, ' ')
    flow(paper, value, path, deeper, paper.pick.chance(40))
  } else if (isMapping) block(paper, value, path, deeper)
  else {
    write(paper, ' ')
    block(paper, value, path, deeper, true)
  }
}

/** A value in brackets, or a scalar. */
function flow(paper: Paper, value: Tree, path: Path, indent: string, wide: boolean): void {
  note(paper, 'value', path)
  if (typeof value === 'string') {
    write(paper, scalar(value))
    return
  }
  const isMapping = !isList(value)
  const deeper = `${indent}  `
  write(paper, isMapping ? '{' : '[')
  for (const [i, [name, inner]] of Object.entries(value).entries()) {
    const here = [...path, isMapping ? name : i]
    if (i > 0) write(paper, ',')
    if (wide) {
      row(paper, deeper)
      write(paper, deeper)
    } else write(paper, ' ')
    note(paper, 'key', here)
    if (isMapping) write(paper, `${scalar(name)}: `)
    flow(paper, inner, here, deeper, wide)
  }
  if (wide) {
    paper.rows.push('')
    write(paper, indent)
  }
  write(paper, isMapping ? '}' : ']')
}

/** Plain where nothing in it means anything to YAML, otherwise in quotation marks. */
function scalar(text: string): string {
  return /^[A-Za-z0-9][A-Za-z0-9 ./_-]*$/.test(text) && !text.endsWith(' ') ? text : JSON.stringify(text)
}

function isList(tree: Tree): tree is readonly Tree[] {
  return Array.isArray(tree)
}

function isEmpty(tree: TableTree | readonly Tree[]): boolean {
  return Object.keys(tree).length === 0
}
