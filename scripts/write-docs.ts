import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { excerpt, printed, type Read, TABLES } from './doc-blocks.js'
import { FILE_BLOCKS, type PageFiles, takeIn } from './page-files.js'

/*
 * Fills the generated blocks of docs/*.md and README.md, so that nothing in them can drift from the code:
 *
 *   <!-- ras: allocate fixtures/… --table tables/… -->         then a fence: what the command prints
 *   <!-- ras: doc tables/… from "## One" to "## Other" -->     then a fence: some lines of what it prints
 *   <!-- excerpt: tables/… from "scores:" to "flags:" -->      then a fence: the lines of a file, the last one left out
 *   <!-- excerpt: fixtures/… -->                               then a fence: all of a file
 *   <!-- steps: fixtures/… tables/… LINE --> … <!-- end -->    a table of figures: one of those in doc-blocks.ts
 *
 * A page may hold files of its own (page-files.ts); the blocks below them read these first.
 *
 * `npx tsx scripts/write-docs.ts` writes; with --check it only says what is stale, and exits with 1.
 */

const root = path.resolve(import.meta.dirname, '..')
const FENCE = '(?:\\n+```\\w*\\n([\\s\\S]*?)^```$)?'
const FENCED = `^<!-- (ras|excerpt|${FILE_BLOCKS.join('|')}): (.+) -->${FENCE}`
const BLOCK = new RegExp(`${FENCED}|^<!-- (\\w+): (.+) -->\\n[\\s\\S]*?^<!-- end -->$`, 'gm')
const OPENING = /^<!-- \w+: .* -->$/gm

/** A document with every generated block filled anew. Throws for a block that is unknown or has no end. */
export async function fill(text: string): Promise<string> {
  const files: PageFiles = new Map()
  const read = (file: string) => files.get(file) ?? readFileSync(path.join(root, file), 'utf8')
  const parts: string[] = []
  let blocks = 0
  let end = 0
  for (const match of text.matchAll(BLOCK)) {
    blocks++
    parts.push(text.slice(end, match.index), await filled(match, files, read))
    end = match.index + match[0].length
  }
  const opened = text.match(OPENING)?.length ?? 0
  if (opened !== blocks) throw new Error(`${opened} generated blocks begin and ${blocks} could be filled`)
  return `${parts.join('')}${text.slice(end)}`
}

/** One block; those below it read the files that it brings. */
async function filled(match: RegExpMatchArray, files: PageFiles, read: Read): Promise<string> {
  const [block, kind, args = '', content, name = '', rest = ''] = match
  if (kind === 'ras') return fenced(`ras: ${args}`, 'text', await part(args, read))
  if (kind === 'excerpt') return fenced(`excerpt: ${args}`, 'yaml', excerpt(args, read))
  if (kind !== undefined) {
    takeIn(files, kind, args, content)
    return block
  }
  const make = TABLES[name]
  if (!make) throw new Error(`there is no generated block called “${name}”`)
  return `<!-- ${name}: ${rest} -->\n\n${make(rest.split(' '), read)}\n\n<!-- end -->`
}

/** What a command prints; with `from "START" to "END"` after it, those lines of it. */
async function part(args: string, read: Read): Promise<string> {
  const [, command = args, lines] = /^(.+?)( from ".+" to ".+")$/.exec(args) ?? []
  const text = await printed(command.split(' '), read)
  return lines === undefined ? text : excerpt(`output${lines}`, () => text)
}

function fenced(opening: string, language: string, content: string): string {
  return `<!-- ${opening} -->\n\n\`\`\`${language}\n${content.trimEnd()}\n\`\`\``
}

async function run(check: boolean): Promise<void> {
  const documents = [
    ...readdirSync(path.join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.join('docs', name)),
    'README.md',
  ].filter((name) => existsSync(path.join(root, name)))
  for (const name of documents) {
    const before = readFileSync(path.join(root, name), 'utf8')
    const after = await fill(before)
    if (before === after) continue
    if (check) process.exitCode = 1
    else writeFileSync(path.join(root, name), after)
    process.stdout.write(`${name} ${check ? 'is stale: run npx tsx scripts/write-docs.ts' : 'written'}\n`)
  }
}

if (path.resolve(process.argv[1] ?? '') === import.meta.filename) await run(process.argv.includes('--check'))
