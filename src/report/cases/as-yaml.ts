/** What an assessment or a golden case is made of, before it is text; what is undefined is left out. */
export type Tree = string | number | boolean | null | undefined | readonly Tree[] | { readonly [key: string]: Tree }

/**
 * A mapping as YAML that reads back as the same text in every YAML reader that resolves nothing: one entry a line, what
 * is short in braces. JSON cannot be misread as YAML either, so whatever is not plain is quoted as JSON.
 *
 * @example asYaml({ total: { settled: '1500.00', 'at-least': 'no' } }) // 'total: { settled: 1500.00, at-least: no }\n'
 */
export function asYaml(tree: Readonly<Record<string, Tree>>, indent = ''): string {
  return entriesOf(tree)
    .map(([key, value]) => {
      const start = `${indent}${scalar(key)}:`
      const short = `${start} ${inBraces(value)}\n`
      if (short.length <= WIDTH || !isMapping(value)) return short
      return `${start}\n${asYaml(value, `${indent}  `)}`
    })
    .join('')
}

const WIDTH = 120

function inBraces(value: Tree): string {
  if (isMapping(value)) {
    const entries = entriesOf(value).map(([key, inner]) => `${scalar(key)}: ${inBraces(inner)}`)
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
  }
  return isList(value) ? `[${value.map(inBraces).join(', ')}]` : scalar(String(value))
}

function entriesOf(tree: Readonly<Record<string, Tree>>) {
  return Object.entries(tree).filter(([, value]) => value !== undefined)
}

/** Plain where no reader could take it for more than a word or a number. */
function scalar(text: string): string {
  if (/^(\.\.\/)*[A-Za-z0-9]([A-Za-z0-9 ._/-]*[A-Za-z0-9])?$/.test(text)) return text
  const hidden = (one: string) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`
  // Older readers of YAML take some of these for the end of a line.
  return JSON.stringify(text).replaceAll(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, hidden)
}

function isList(value: Tree): value is readonly Tree[] {
  return Array.isArray(value)
}

function isMapping(value: Tree): value is { readonly [key: string]: Tree } {
  return typeof value === 'object' && value !== null && !isList(value)
}
