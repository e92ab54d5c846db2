import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import {
  assessmentText,
  type Compared,
  comparedWithEditor,
  type Editors,
  editors,
  ROOT,
  said,
  saidOf,
  typed,
} from '../test/support/editor.js'
import type { Proposal } from '../test/support/lsp.js'

/*
 * Fills the blocks of docs/editors.md with what the YAML language server says, so that nothing in them is written by
 * hand: `<!-- editor NAME -->` and a fence, or a table up to `<!-- end -->`.
 */

const PAGE = path.join(ROOT, 'docs/editors.md')
const BLOCK = /^<!-- editor (\S+) -->\n\n(?:```text\n[\s\S]*?^```$|[\s\S]*?^<!-- end -->$)/gm

/** The page with every block filled anew. */
export async function fillEditors(text: string, at: Editors): Promise<string> {
  const blocks = await Promise.all([...text.matchAll(BLOCK)].map(([, name = '']) => blockOf(name, at)))
  return text.replace(BLOCK, (_, name: string) => `<!-- editor ${name} -->\n\n${blocks.shift()}`)
}

async function blockOf(name: string, at: Editors): Promise<string> {
  if (name === 'found') return `${tableOf(await comparedWithEditor(at.tables))}\n\n<!-- end -->`
  if (name in LISTS) return `${listed(await LISTS[name]?.(at))}\n\n<!-- end -->`
  const example = EXAMPLES[name]
  if (!example) throw new Error(`there is no example called “${name}”`)
  return `\`\`\`text\n${(await example(at)).trimEnd()}\n\`\`\``
}

const LINE = '    title: Support in a mainstream school\n'

const EXAMPLES: Readonly<Record<string, (at: Editors) => Promise<string>>> = {
  'hover-amount-is': ({ hover }) =>
    hover(
      `${LINE}    stream: education\n    tier: additional\n    source: scheme\n    amount-is`,
      `${LINE}    stream: education\n    tier: additional\n    source: scheme\n    amo‸unt-is`,
    ),
  'underline-a-slip': async ({ underline }) => {
    const found = await underline('\nstatus: ', '\nstatos: draft\nstatus: ')
    return found.map(({ range, message }) => `line ${range.start.line + 1}: ${message}`).join('\n')
  },
  'hover-a-question': async ({ cases }) => {
    await cases.open('case.yaml', assessmentText())
    const { at } = typed(assessmentText(), '\n  sleep:', '\n  sl‸eep:')
    return said(await cases.hover('case.yaml', at))
  },
  'complete-a-level': async ({ cases }) => {
    const { text, at } = typed(assessmentText(), '\n  behaviour: some', '\n  behaviour: ‸')
    await cases.open('typed.yaml', text)
    return (await cases.complete('typed.yaml', at)).map(({ label }) => label).join('\n')
  },
}

const LISTS: Readonly<Record<string, (at: Editors) => Promise<readonly Proposal[]>>> = {
  'complete-in-a-line': ({ propose }) => propose(LINE, `${LINE}    ‸\n`),
  'complete-fact-kinds': ({ propose }) => propose('\nfacts:\n', '\nfacts:\n  new-fact:\n    is: ‸\n'),
}

function listed(proposals: readonly Proposal[] = []): string {
  return proposals.map((one) => `- \`${one.label}\`: ${saidOf(one)}`).join('\n')
}

/** How many of the one-fault tables are underlined: by code for the file and its shape, in one for all others. */
function tableOf(all: readonly Compared[]): string {
  const shape = all.filter(({ code }) => code < 'RAS2')
  const others = all.filter(({ code }) => code >= 'RAS2')
  const codes = [...new Set(shape.map(({ code }) => code))]
  const rows = codes.map((code) =>
    rowOf(
      `[${code}](codes/${code}.md)`,
      shape.filter((one) => one.code === code),
    ),
  )
  return [
    '| Code | Underlined | Not underlined |',
    '| --- | --- | --- |',
    ...rows,
    rowOf('all from RAS201 on', others),
  ].join('\n')
}

function rowOf(head: string, of: readonly Compared[]): string {
  const missed = of.filter(({ underlined }) => underlined.length === 0)
  const names =
    missed.length === of.length ? 'all' : missed.map(({ name }) => `\`${name.slice(7, -5)}\``).join(', ') || 'none'
  return `| ${head} | ${of.length - missed.length} of ${of.length} | ${names} |`
}

async function run(): Promise<void> {
  process.chdir(ROOT)
  const at = await editors()
  try {
    writeFileSync(PAGE, await fillEditors(readFileSync(PAGE, 'utf8'), at))
  } finally {
    await at.end()
  }
}

if (path.resolve(process.argv[1] ?? '') === import.meta.filename) await run()
