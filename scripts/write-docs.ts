import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { excerpt, printed, TABLES } from './doc-blocks.js'

/*
 * Fills the generated blocks of docs/*.md and README.md, so that nothing in them can drift from the code:
 *
 *   <!-- ras: allocate fixtures/… --table tables/… -->         then a fence: what the command prints
 *   <!-- excerpt: tables/… from "scores:" to "flags:" -->      then a fence: the lines of a file, the last one left out
 *   <!-- steps: fixtures/… tables/… LINE --> … <!-- end -->    a table of figures: one of those in doc-blocks.ts
 *
 * `npx tsx scripts/write-docs.ts` writes; with --check it only says what is stale, and exits with 1.
 */

const FENCED = /^<!-- (ras|excerpt): (.+) -->(?:\n+```\w*\n[\s\S]*?^```$)?/gm
const TABLE = /^<!-- (\w+): (.+) -->\n[\s\S]*?^<!-- end -->$/gm
const OPENING = /^<!-- \w+: .* -->$/gm

/** A document with every generated block filled anew. Throws for a block that is unknown or has no end. */
export function fill(text: string): string {
  let blocks = 0
  const filled = text
    .replace(FENCED, (_, kind: 'ras' | 'excerpt', args: string) => {
      blocks++
      const [language, content] = kind === 'ras' ? ['text', printed(args.split(' '))] : ['yaml', excerpt(args)]
      return `<!-- ${kind}: ${args} -->\n\n\`\`\`${language}\n${content.trimEnd()}\n\`\`\``
    })
    .replace(TABLE, (_, name: string, args: string) => {
      blocks++
      const make = TABLES[name]
      if (!make) throw new Error(`there is no generated block called “${name}”`)
      return `<!-- ${name}: ${args} -->\n\n${make(args.split(' '))}\n\n<!-- end -->`
    })
  const opened = text.match(OPENING)?.length ?? 0
  if (opened !== blocks) throw new Error(`${opened} generated blocks begin and ${blocks} could be filled`)
  return filled
}

function run(check: boolean): void {
  const root = path.resolve(import.meta.dirname, '..')
  const documents = [
    ...readdirSync(path.join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.join('docs', name)),
    'README.md',
  ].filter((name) => existsSync(path.join(root, name)))
  for (const name of documents) {
    const before = readFileSync(path.join(root, name), 'utf8')
    const after = fill(before)
    if (before === after) continue
    if (check) process.exitCode = 1
    else writeFileSync(path.join(root, name), after)
    process.stdout.write(`${name} ${check ? 'is stale: run npx tsx scripts/write-docs.ts' : 'written'}\n`)
  }
}

if (path.resolve(process.argv[1] ?? '') === import.meta.filename) run(process.argv.includes('--check'))
