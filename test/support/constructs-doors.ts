import * as z from 'zod'
import { isTree } from '../../scripts/examples.js'

/** A part of a shape; where it was chosen as one of several forms, the key it is named for and the keys of them all. */
export interface Part {
  readonly shape: z.core.$ZodType
  readonly form: string | null
  readonly common: readonly string[]
}

/**
 * What a construct is: a key; a key that belongs to one form or kind of a mapping; such a form or kind itself; or a
 * choice: a value of a list, or one of the ways in which a value can be written.
 */
export type Kind = 'key' | 'key of a form' | 'form' | 'choice'

/** A way from a part to one inside it. */
export interface Door {
  readonly kind: Kind
  /** Its name; null where it has none of its own, as an item of a list has none. */
  readonly word: string | null
  /** Every form of the mapping has it, so that it is named without the form. */
  readonly isCommon: boolean
  /** What is behind it may be left out of a valid table. */
  readonly mayGo: boolean
  readonly leads: Part
  /** What a value has behind it, each with the key or number that leads there; none where it is the value itself. */
  readonly open: (value: unknown) => readonly (readonly [at: string | null, value: unknown])[]
}

const known = new WeakMap<Part, readonly Door[]>()

/** The ways into a part: keys, forms, kinds, items, and the values and ways of writing that can be chosen. */
export function doors(part: Part): readonly Door[] {
  const found = known.get(part) ?? doorsOf(part)
  known.set(part, found)
  return found
}

function doorsOf(part: Part): readonly Door[] {
  const { def } = insideOf(part.shape)
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).map(([key, shape]) => keyDoor(part, key, shape))
    case 'record':
      return [unnamed(def.valueType, (value) => (isTree(value) ? entries(value) : []))]
    case 'array':
      return [unnamed(def.element, (value) => (Array.isArray(value) ? entries(value) : []))]
    case 'lazy':
      return [{ ...unnamed(def.getter(), itself), mayGo: false }]
    case 'enum':
      return Object.values(def.entries).map((word) => choice(String(word), part.shape, (value) => value === word))
    case 'union':
      return 'discriminator' in def ? kinds(String(def.discriminator), def.options) : forms(part.shape, def.options)
    case 'string':
      return writings(part.shape)
    case 'literal':
      return []
    default:
      throw new Error(`a shape of the kind ${def.type} has no names for what is inside it`)
  }
}

/** A part that is chosen from nothing. What may be left out is told by the door, so the part is what it may be. */
export function whole(shape: z.core.$ZodType): Part {
  const { def } = insideOf(shape)
  return def.type === 'optional' ? whole(def.innerType) : { shape, form: null, common: [] }
}

export function isLazy(shape: z.core.$ZodType): boolean {
  return insideOf(shape).def.type === 'lazy'
}

/** The values of a list to choose from; none of anything else. */
export function choicesOf(shape: z.core.$ZodType): readonly string[] {
  const { def } = insideOf(shape)
  return def.type === 'enum' ? Object.values(def.entries).map(String) : []
}

function insideOf(shape: z.core.$ZodType): { readonly def: z.core.$ZodTypes['_zod']['def'] } {
  return (shape as z.core.$ZodTypes)._zod
}

function keyDoor({ form, common }: Part, key: string, shape: z.core.$ZodType): Door {
  const isCommon = common.includes(key)
  return {
    kind: form === null || isCommon ? 'key' : 'key of a form',
    // The key that a form is named for is the form itself.
    word: key === form ? null : key,
    isCommon,
    mayGo: insideOf(shape).def.type === 'optional',
    leads: whole(shape),
    open: (value) => (isTree(value) && Object.hasOwn(value, key) ? [[key, value[key]]] : []),
  }
}

/** The forms of a mapping, by the names that travel in the message of its shape; or text, mapping and list. */
function forms(shape: z.core.$ZodType, options: readonly z.core.$ZodType[]): Door[] {
  const names = formNames(shape)
  const shared = commonKeys(options)
  return options.map((option, i) => {
    const name = names[i] ?? ''
    if (name.startsWith('#')) return choice(`(${name.slice(1)})`, option, (value) => kindOf(value) === name.slice(1))
    const part = { shape: option, form: name, common: shared }
    return {
      ...choice(name, option, (value) => isTree(value) && Object.hasOwn(value, name)),
      kind: 'form',
      leads: part,
    }
  })
}

/** The kinds of a mapping that a key tells apart, such as `is`. */
function kinds(by: string, options: readonly z.core.$ZodType[]): Door[] {
  return options.map((option) => {
    const [kind] = option._zod.propValues?.[by] ?? []
    const part = { shape: option, form: by, common: [] }
    return {
      ...choice(`${by} ${String(kind)}`, option, (value) => isTree(value) && value[by] === kind),
      kind: 'form',
      leads: part,
    }
  })
}

/** A text that is one of two things, a number or a word, is written in two ways. */
function writings(shape: z.core.$ZodType): Door[] {
  const as = z.globalRegistry.get(shape)?.['x-json']
  if (!Array.isArray(as) || as.length < 2 || !hasAlternatives(shape)) return []
  const isNumber = (value: unknown) => typeof value === 'string' && !Number.isNaN(Number(value))
  const isWord = (value: unknown) => typeof value === 'string' && !isNumber(value)
  return [choice('(number)', text, isNumber), choice('(word)', text, isWord)]
}

/** A version is one thing, whether an editor takes it for a number or not: its pattern has no alternatives. */
function hasAlternatives(shape: z.core.$ZodType): boolean {
  const checks = insideOf(shape).def.checks ?? []
  return checks.some(({ _zod: { def } }) => 'pattern' in def && String(def.pattern).startsWith('/^('))
}

const text = z.string()

function choice(word: string, shape: z.core.$ZodType, chosen: (value: unknown) => boolean): Door {
  const leads = { shape: choicesOf(shape).length > 0 ? text : shape, form: null, common: [] }
  return {
    kind: 'choice',
    word,
    isCommon: false,
    mayGo: false,
    leads,
    open: (value) => (chosen(value) ? itself(value) : []),
  }
}

function unnamed(shape: z.core.$ZodType, open: Door['open']): Door {
  return { kind: 'key', word: null, isCommon: false, mayGo: true, leads: whole(shape), open }
}

function itself(value: unknown): readonly (readonly [null, unknown])[] {
  return [[null, value]]
}

function entries(value: object): [string, unknown][] {
  return Object.entries(value)
}

function formNames(shape: z.core.$ZodType): readonly string[] {
  const [issue] = z.safeParse(shape, null).error?.issues ?? []
  const read: unknown = JSON.parse(issue?.message ?? '[]')
  return Array.isArray(read) ? read.map(String) : []
}

/** The keys that all these mappings have with one and the same shape. */
function commonKeys(options: readonly z.core.$ZodType[]): readonly string[] {
  const shapes = options.flatMap((option) => {
    const { def } = insideOf(option)
    return def.type === 'object' ? [def.shape] : []
  })
  const [first = {}] = shapes
  return shapes.length < 2 ? [] : Object.keys(first).filter((key) => shapes.every((one) => one[key] === first[key]))
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  return isTree(value) ? 'mapping' : 'text'
}
