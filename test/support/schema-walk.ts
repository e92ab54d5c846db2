import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { isTree, type Tree } from '../../scripts/examples.js'
import type { Place } from './lsp.js'

/** A key in a text, and where a pointer rests on it. */
export interface KeyPlace {
  readonly path: readonly (string | number)[]
  readonly place: Place
  /** The part of the schema that says what the key is for. */
  readonly of: Tree
}

/** Every key of a text, at every depth, each with the part of its schema. Throws where no part of the schema fits. */
export function keyPlaces(text: string, schema: Tree): KeyPlace[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const visit = (node: unknown, of: Tree, path: readonly (string | number)[]): KeyPlace[] => {
    if (isSeq(node)) {
      const list = fitting(schema, of, node.toJS(document), path)
      return node.items.flatMap((item, i) => visit(item, tree(list.items), [...path, i]))
    }
    if (!isMap(node)) return []
    const mapping = fitting(schema, of, node.toJS(document), path)
    return node.items.flatMap(({ key, value }) => {
      if (!isScalar(key) || !key.range) return []
      const name = String(key.value)
      const inner = tree(tree(mapping.properties)[name] ?? mapping.additionalProperties)
      const { line, col } = lines.linePos(key.range[0])
      const here = [...path, name]
      const said =
        inner.description === undefined && isMap(value) ? fitting(schema, inner, value.toJS(document), here) : inner
      // One sign into the key: at its very first, the server still means what stands before it.
      return [{ path: here, place: { line: line - 1, character: col }, of: said }, ...visit(value, inner, here)]
    })
  }
  return visit(document.contents, schema, [])
}

/** The one form of a union that a value has: all that it requires is there, and nothing that it does not know. */
function fitting(whole: Tree, of: Tree, value: unknown, path: readonly (string | number)[]): Tree {
  const [only, ...more] = formsOf(whole, of).filter((form) => fits(form, value))
  if (!only || more.length > 0) throw new Error(`${more.length + (only ? 1 : 0)} forms fit /${path.join('/')}`)
  return only
}

function formsOf(whole: Tree, of: Tree): Tree[] {
  const { $ref, anyOf, oneOf, allOf } = of
  const among = anyOf ?? oneOf ?? allOf
  if (typeof $ref === 'string')
    return formsOf(
      whole,
      $ref
        .split('/')
        .slice(1)
        .reduce<Tree>((at, name) => tree(at[name]), whole),
    )
  return Array.isArray(among) ? among.flatMap((one) => formsOf(whole, tree(one))) : [of]
}

function fits({ type, properties, required, additionalProperties }: Tree, value: unknown): boolean {
  if (Array.isArray(value)) return type === 'array'
  if (!isTree(value) || type !== 'object') return false
  const known = tree(properties)
  const asked = Array.isArray(required) ? required : []
  const isKnown = (key: string) => isTree(additionalProperties) || Object.hasOwn(known, key)
  return asked.every((key) => Object.hasOwn(value, key)) && Object.keys(value).every(isKnown) && isKind(known, value)
}

/** Kinds of facts are told apart by what they say they are. */
function isKind(known: Tree, value: Tree): boolean {
  return Object.entries(known).every(
    ([key, of]) => tree(of).const === undefined || !Object.hasOwn(value, key) || tree(of).const === value[key],
  )
}

function tree(value: unknown): Tree {
  return isTree(value) ? value : {}
}

/** Every part of a schema that a key can lead to and that says nothing of itself, by the way to it. */
export function silentParts(schema: unknown, path = ''): string[] {
  if (Array.isArray(schema)) return schema.flatMap((one, i) => silentParts(one, `${path}/${i}`))
  if (!isTree(schema)) return []
  const named = Object.entries(tree(schema.properties)).map(([name, of]) => [`${path}/properties/${name}`, of] as const)
  const free = isTree(schema.additionalProperties)
    ? [[`${path}/additionalProperties`, schema.additionalProperties] as const]
    : []
  return [
    ...[...named, ...free].filter(([, of]) => !says(of)).map(([to]) => to),
    ...Object.entries(schema).flatMap(([key, value]) => silentParts(value, `${path}/${key}`)),
  ]
}

/** Whether a part says what it is for; of a union, each of its forms may. */
function says(of: unknown): boolean {
  const { description, anyOf, oneOf } = tree(of)
  const forms = anyOf ?? oneOf
  if (typeof description === 'string') return description.trim() !== ''
  return Array.isArray(forms) && forms.every(says)
}
