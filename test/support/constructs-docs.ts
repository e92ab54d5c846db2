import { readFileSync } from 'node:fs'
import { asWritten, fences, splice, type Tree } from '../../scripts/examples.js'
import { constructsIn } from './constructs.js'

const page = readFileSync('docs/table-format.md', 'utf8')
const examples = fences(page)
  .filter(({ language }) => language === 'yaml')
  .map(({ line, text }) => ({ heading: headingAt(line), tree: asWritten(text) }))

/** By construct, the heading of docs/table-format.md with the first example that uses it. */
export function examplesByConstruct(): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { heading, tree } of examples)
    for (const name of constructsIn(tree)) if (!found.has(name)) found.set(name, heading)
  return found
}

/** The table that all examples of the page make together. */
export function exampleTable(): Tree {
  return examples.reduce<Tree>((table, { tree }) => splice(table, tree), {})
}

/** The heading under which the page first has a word in ticks. */
export function headingOfWord(word: string): string | null {
  const at = page.indexOf(`\`${word}\``)
  return at < 0 ? null : headingAt(page.slice(0, at).split('\n').length)
}

/** The heading above a line of the page, from 1. */
function headingAt(line: number): string {
  const above = page.split('\n').slice(0, line)
  return (above.filter((one) => /^#+ /.test(one)).at(-1) ?? '').replace(/^#+ /, '')
}
