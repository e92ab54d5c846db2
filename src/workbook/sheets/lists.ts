import type { Allows } from '../book.js'
import { type Expression, range } from '../formula/expression.js'
import type { Block, Input, Program } from '../program/program.js'

/** The most characters of a list that stands in its rule itself. A longer one stands on the Table sheet. */
const LONGEST = 255

/** The names that an input takes; null where it takes no names. */
function namesOf({ asks }: Input, blocks: readonly Block[]): readonly string[] | null {
  if (asks.is === 'one-of') return asks.names
  if (asks.is !== 'name') return null
  const { list, also } = asks
  const rows = blocks.find(({ id }) => id === list.block)?.rows ?? []
  return [...rows.map((entries) => String(entries[list.first] ?? '')), ...also]
}

/** The drop-down of an input; null where it takes no names. */
export function dropDown(input: Input, program: Program): Allows<Expression> | null {
  const names = namesOf(input, blocksOf(program))
  if (!names) return null
  return isLong(names) ? { is: 'range', range: range(listId(input), 0) } : { is: 'one-of', names }
}

/** The lists that are too long for their rules, as blocks of the Table sheet. */
export function longLists(program: Program): Block[] {
  return program.inputs.flatMap((input): Block[] => {
    const names = namesOf(input, blocksOf(program))
    if (!names || !isLong(names)) return []
    const rows = names.map((name) => [name])
    return [{ id: listId(input), title: input.label, source: '', columns: [{ is: 'text', title: 'One of' }], rows }]
  })
}

function isLong(names: readonly string[]): boolean {
  return names.join(',').length > LONGEST || names.some((name) => /[",]/.test(name))
}

function listId({ id }: Input): string {
  return `list/${id}`
}

function blocksOf({ tables }: Program): readonly Block[] {
  return tables.flatMap(({ blocks }) => blocks)
}
