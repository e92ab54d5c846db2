import { asAnEditor, type Tree } from './examples.js'

/*
 * Files that a page shows, so that everything it prints from them is worked out from what the reader sees:
 *
 *   <!-- file: NAME -->        then a fence: the whole file
 *   <!-- add: NAME -->         then a fence: lines to put into the file, each below the key that stands above it
 *   <!-- replace: NAME -->     then a fence: its sections take the place of the file's
 *   <!-- slips: NEW from NAME with "…" for "…", … -->    the same file with other words: no fence
 */

export const FILE_BLOCKS = ['file', 'add', 'replace', 'slips']

/** The files of one page, as they stand after the blocks read so far. */
export type PageFiles = Map<string, string>

/** Takes in one block, and gives the name of the file that it made or changed. */
export function takeIn(files: PageFiles, kind: string, args: string, content: string | undefined): string {
  const known = (name = '') => {
    const text = files.get(name)
    if (text === undefined) throw new Error(`this page has no file ${name} yet`)
    return text
  }
  if (kind === 'slips') {
    const [, name = '', from = '', changes = ''] = /^(\S+) from (\S+) with (.+)$/.exec(args) ?? []
    const all = [...changes.matchAll(/"([^"]*)" for "([^"]*)"/g)]
    files.set(
      name,
      all.reduce((text, [, written = '', right = '']) => exchange(text, right, written), known(from)),
    )
    return name
  }
  if (content === undefined) throw new Error(`a fence should follow <!-- ${kind}: ${args} -->`)
  if (kind === 'file') files.set(args, content)
  else files.set(args, put(known(args), content, kind === 'replace'))
  return args
}

function exchange(text: string, before: string, after: string): string {
  if (text.split(before).length !== 2) throw new Error(`“${before}” does not stand once in the file`)
  return text.replace(before, () => after)
}

/** A key with its line and everything below it. */
interface Section {
  readonly key: string
  readonly head: string
  readonly body: readonly string[]
}

/** Puts lines into a file as a reader would. A key that takes a value of its own there cannot be added to. */
function put(file: string, more: string, whole: boolean): string {
  const lines = (text: string) => text.trimEnd().split('\n')
  return `${joined(lines(file), lines(more), whole).join('\n')}\n`
}

function joined(file: readonly string[], more: readonly string[], whole: boolean): string[] {
  const added = sections(more)
  const kept = sections(file).map((section) => {
    const one = added.find(({ key }) => key === section.key)
    if (one === undefined) return [section.head, ...section.body]
    if (whole) return [one.head, ...one.body]
    if (!section.head.trimEnd().endsWith(':') || !one.head.trimEnd().endsWith(':'))
      throw new Error(`“${section.head.trim()}” has its value beside it: nothing can be put below it`)
    return [section.head, ...joined(section.body, one.body, false)]
  })
  const known = new Set(sections(file).map(({ key }) => key))
  const fresh = added.filter(({ key }) => !known.has(key)).map(({ head, body }) => [head, ...body])
  return [...kept, ...fresh].flat()
}

/** The sections of some lines, by the indentation of the first one. A comment belongs to the section above it. */
function sections(lines: readonly string[]): Section[] {
  const indent = /^ */.exec(lines.find((line) => !line.startsWith('#')) ?? '')?.[0] ?? ''
  const heads = lines.flatMap((line, i) =>
    line.startsWith(indent) && /^[a-z0-9#]/.test(line.slice(indent.length)) ? [i] : [],
  )
  if (heads[0] !== 0) throw new Error(`“${lines[0]}” stands where a key should`)
  return heads.map((start, i) => {
    const head = lines[start] ?? ''
    return { key: head.split(':')[0] ?? '', head, body: lines.slice(start + 1, heads[i + 1]) }
  })
}

/** A file of a page after one of its blocks. */
export interface FileState {
  readonly name: string
  readonly kind: string
  /** The line of the page that the block begins on, from 1. */
  readonly line: number
  readonly text: string
  /** The same as an editor reads it, where `500` is a number. */
  readonly tree: Tree
}

/** Every state of every file of a page, in order. */
export function fileStates(markdown: string): FileState[] {
  const files: PageFiles = new Map()
  const blocks = new RegExp(
    `^<!-- (${FILE_BLOCKS.join('|')}): (.+) -->(?:\\n+\`\`\`\\w*\\n([\\s\\S]*?)^\`\`\`$)?`,
    'gm',
  )
  return [...markdown.matchAll(blocks)].map(({ 1: kind = '', 2: args = '', 3: content, index }) => {
    const name = takeIn(files, kind, args, content)
    const text = files.get(name) ?? ''
    return { name, kind, line: markdown.slice(0, index).split('\n').length, text, tree: asAnEditor(text) }
  })
}
