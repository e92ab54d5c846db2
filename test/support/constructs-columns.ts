import { type Construct, constructsIn } from './constructs.js'
import { examplesByConstruct, exampleTable, headingOfWord } from './constructs-docs.js'
import type { Evidence } from './constructs-evidence.js'
import { covering } from './constructs-exempt.js'
import { faultsByConstruct } from './constructs-findings.js'
import { slips } from './constructs-slips.js'
import type { Subject } from './constructs-subjects.js'

/** The columns of the matrix. */
export const COLUMNS = ['docs', 'golden', 'property', 'oracle', 'sentence', 'finding'] as const
export type Column = (typeof COLUMNS)[number]

/** What shows a construct. `isLess` where it shows it less than well. */
export interface Cell {
  readonly by: string
  readonly isLess: boolean
}

/** By construct, what a page of the matrix says of it: where to look first. */
export type Hints = ReadonlyMap<string, Readonly<Record<'golden' | 'sentence' | 'finding', Cell | null>>>

/** What shows a construct in one column; null where nothing does. */
export type Lookup = (construct: Construct) => Cell | null

/** The word for a slip that was made in a valid table, where no file has a fault. */
export const SLIP = 'a slip'

/** An example uses it; or one uses the same word in another form; or the page names the value that can be chosen. */
export function docsColumn(all: readonly Construct[]): Lookup {
  const examples = examplesByConstruct()
  return (one) => {
    const named = one.kind === 'choice' ? headingOfWord(one.word) : null
    return (
      cell(examples.get(one.name)) ?? alike(one, all, (name) => examples.has(name)) ?? cell(named ?? undefined, true)
    )
  }
}

/** A case shows it; or a case has it in its table, where no statement says it; or one shows it in another form. */
export function goldenColumn(all: readonly Construct[], subjects: readonly Subject[], { golden }: Evidence): Lookup {
  const standing = new Map<string, string>()
  for (const { tree, cases } of subjects)
    for (const name of constructsIn(tree)) if (!standing.has(name)) standing.set(name, cases[0]?.name ?? '')
  return (one) => {
    const shown = golden.get(one.name)
    if (shown) return { by: shown.by, isLess: !shown.hasFigures }
    const stands = covering('sentence', one.name).length > 0 ? standing.get(one.name) : undefined
    if (stands !== undefined || one.kind === 'form') return cell(stands, true)
    return alike(one, all, (name) => golden.get(name)?.hasFigures === true)
  }
}

/** A table of the generator uses it. */
export function generatedColumn(trees: readonly unknown[]): Lookup {
  const used = new Set(trees.flatMap((tree) => [...constructsIn(tree)]))
  return ({ name }) => (used.has(name) ? { by: '✓', isLess: false } : null)
}

export function sentenceColumn({ sentence }: Evidence): Lookup {
  return ({ name }) => cell(sentence.get(name))
}

/** A file has a fault in it; or the loader tells of a slip in it, in one of the examples or of these tables. */
export function findingColumn(all: readonly Construct[], trees: readonly unknown[], hints: Hints): Lookup {
  const files = faultsByConstruct((name) => hints.get(name)?.finding?.by)
  const left = new Set(all.flatMap(({ name }) => (files.has(name) ? [] : [name])))
  const told = new Set<string>()
  for (const tree of [exampleTable(), ...trees]) {
    if (left.size === 0) break
    for (const name of slips(tree, left)) if (left.delete(name)) told.add(name)
  }
  return ({ name }) => cell(files.get(name)) ?? (told.has(name) ? cell(SLIP, true) : null)
}

/**
 * The same form of another word, such as `provides give` beside `price give`; the same word in another form, such as
 * `price quote for` beside `price look-up for`; or one with the same inside. Values of a list are not alike.
 */
function alike(one: Construct, all: readonly Construct[], has: (name: string) => boolean): Cell | null {
  const { name, kind, word, shape } = one
  const isWriting = kind === 'choice' && word.startsWith('(')
  if (kind === 'key' || (kind === 'choice' && !isWriting)) return null
  const others = all.filter(
    (other) => other.name !== name && other.kind === kind && other.word === word && has(other.name),
  )
  const [first, rest] = split(name)
  const found =
    others.find((other) => split(other.name)[1] === rest) ??
    others.find((other) => split(other.name)[0] === first) ??
    others.find((other) => !isWriting && other.shape === shape)
  return cell(found && `as \`${found.name}\``, true)
}

/** The first word of a name, and the others. */
function split(name: string): readonly [string, string] {
  const [first = '', ...rest] = name.split(' ')
  return [first, rest.join(' ')]
}

function cell(by: string | undefined, isLess = false): Cell | null {
  return by === undefined ? null : { by, isLess }
}
