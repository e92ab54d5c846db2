import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Code, severity } from '../src/diagnostic.js'
import { PRINCIPLES, principleOf } from '../src/principle.js'
import type { SheetCode } from '../src/report/codes/meaning.js'
import { MEANINGS } from '../src/report/codes/meanings.js'
import { type Example, exampleFor } from './code-examples.js'

/*
 * Writes docs/codes/: a page for each code, from the meanings in src/report/codes and from what `ras` prints for a file
 * that has just this fault. `npx tsx scripts/write-codes.ts` writes; test/codes.test.ts compares.
 */

export const FOLDER = path.resolve(import.meta.dirname, '../docs/codes')

type AnyCode = Code | SheetCode

export const CODES = Object.keys(MEANINGS).filter(isCode).sort()

function isCode(code: string): code is AnyCode {
  return Object.hasOwn(MEANINGS, code)
}

/** Every file of docs/codes, by name. */
export async function codePages(): Promise<ReadonlyMap<string, string>> {
  const pages = new Map([['README.md', index()]])
  for (const code of CODES) pages.set(`${code}.md`, page(code, await exampleFor(code)))
  return pages
}

interface Family {
  readonly title: string
  /** Whether a code is of this family. */
  readonly of: RegExp
  /** Where more is to be read: the words, and the way from docs/codes. */
  readonly more: readonly (readonly [string, string])[]
}

const FORMAT = '../table-format.md'
const FAMILIES: readonly Family[] = [
  { title: 'File and YAML', of: /^RAS00/, more: [['A whole table', `${FORMAT}#a-whole-table`]] },
  { title: 'A file of cases', of: /^RAS0[12]/, more: [['Many cases at once', '../batch.md']] },
  { title: 'What a table is made of, and names', of: /^RAS1/, more: [['The format of a table', FORMAT]] },
  { title: 'Rows and reach', of: /^RAS2/, more: [['look up', `${FORMAT}#look-up`]] },
  {
    title: 'Money and rounding',
    of: /^RAS3/,
    more: [
      ['lines', `${FORMAT}#lines`],
      ['changes', `${FORMAT}#changes`],
    ],
  },
  {
    title: 'Dates and versions',
    of: /^RAS4/,
    more: [
      ['The header', `${FORMAT}#the-header`],
      ['Versions', '../versions.md'],
    ],
  },
  { title: 'Sources', of: /^RAS5/, more: [['The header', `${FORMAT}#the-header`]] },
  {
    title: 'Questionnaire and scores',
    of: /^RAS60/,
    more: [
      ['questions', `${FORMAT}#questions`],
      ['scores', `${FORMAT}#scores`],
    ],
  },
  { title: 'Assessments', of: /^RAS6[23]/, more: [['facts', `${FORMAT}#facts`]] },
  { title: 'Flags and routing', of: /^RAS7/, more: [['flags', `${FORMAT}#flags`]] },
  { title: 'The six principles', of: /^RAS8/, more: [['The six principles', `${FORMAT}#the-six-principles`]] },
  { title: 'Differences from an earlier table', of: /^RAS9/, more: [['What a table changes', '../diff.md']] },
]

function familyOf(code: AnyCode): Family {
  const family = FAMILIES.find(({ of }) => of.test(code))
  if (!family) throw new Error(`${code} is of no family`)
  return family
}

function index(): string {
  const parts = FAMILIES.flatMap(({ title, of }) => [
    `## ${title}`,
    CODES.filter((code) => of.test(code))
      .map((code) => `- [${code}](${code}.md) ${kindOf(code)}: ${plain(MEANINGS[code].title)}`)
      .join('\n'),
  ])
  const intro = wrapped(
    'Everything that `ras` finds has a code, and every code has a page here: what was seen, why it matters, how to mend ' +
      'it, and a file that has just this fault. The page of a code is the file of its name. The messages lead to no ' +
      'address on the web: these pages come with the package, in `node_modules/send-ras/docs/codes`.',
  )
  const kinds = wrapped(
    'An error stops a table from being used, or a case from being worked out. A warning is told, and stops nothing.',
  )
  return `${['# What ras finds', intro, kinds, ...parts, made()].join('\n\n')}\n`
}

function page(code: AnyCode, example: Example | null): string {
  const { title, meaning, mend } = MEANINGS[code]
  const family = familyOf(code)
  const others = CODES.filter((one) => one !== code && family.of.test(one)).map((one) => `[${one}](${one}.md)`)
  const principle = principleFor(code)
  const parts = [
    `# ${code}: ${plain(title)}`,
    [
      `${kindOf(code).replace(/^./, (first) => first.toUpperCase())} · [${family.title}](README.md#${anchor(family.title)})`,
      ...(principle === null ? [] : [`principle ${principle}, ${PRINCIPLES[principle]}`]),
    ].join(' · '),
    wrapped(plain(meaning)),
    '## Example',
    ...(example ? exampleOf(example) : [wrapped(NO_EXAMPLE[code] ?? 'There is no example yet.')]),
    '## How to mend it',
    wrapped(plain(mend)),
    '## See also',
    family.more
      .filter(([, to]) => existsSync(path.join(FOLDER, to.replace(/#.*/, ''))))
      .map(([words, to]) => `- [${words}](${to})`)
      .join('\n'),
    ...(others.length === 0 ? [] : [wrapped(others.join(' '))]),
    made(),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

/** Of a code that bears on one principle whatever its data say. */
function principleFor(code: AnyCode) {
  return isOfTables(code) ? principleOf({ code, data: { key: '', is: '' } }) : null
}

/** An error or a warning; a fault of a sheet always stops what it is in. */
function kindOf(code: AnyCode): string {
  return isOfTables(code) ? severity(code) : 'error'
}

function isOfTables(code: AnyCode): code is Code {
  return !/^RAS0[12]/.test(code)
}

/** Why a code has no example. */
export const NO_EXAMPLE: { readonly [C in AnyCode]?: string } = {
  RAS002: 'A file of more than 1 MiB is too long to be shown here.',
  RAS018: 'A row of more than 1 MiB is too long to be shown here.',
  RAS020: 'A workbook is no text, so that it is not shown here.',
}

function exampleOf({ shown, command, prints }: Example): string[] {
  const printed = `\`\`\`text\n$ ras ${command.join(' ')}\n${prints.trimEnd()}\n\`\`\``
  if (shown === null) return [printed]
  const { file, language, lines, first } = shown
  return [`\`${file}\`, from line ${first}:`, `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``, printed]
}

function made(): string {
  return '<!-- Written by scripts/write-codes.ts from src/report/codes and fixtures: change those. -->'
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replaceAll(' ', '-')
}

/** Plain text as Markdown shows it unchanged. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>&]/g, (mark) => (mark === '&' ? '&amp;' : `\\${mark}`))
}

/** Prose in lines of at most 120 characters. */
function wrapped(text: string): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= 120) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

async function run(): Promise<void> {
  const pages = await codePages()
  mkdirSync(FOLDER, { recursive: true })
  for (const name of readdirSync(FOLDER)) if (!pages.has(name)) rmSync(path.join(FOLDER, name))
  for (const [name, text] of pages) {
    const file = path.join(FOLDER, name)
    const before = readdirSync(FOLDER).includes(name) ? readFileSync(file, 'utf8') : null
    if (before === text) continue
    writeFileSync(file, text)
    process.stdout.write(`docs/codes/${name} written\n`)
  }
}

if (path.resolve(process.argv[1] ?? '') === import.meta.filename) await run()
