import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { printed } from './doc-blocks.js'

/** What `ras` prints for a file with one fault, and the lines around the fault. */
export interface Example {
  /** Null where what is wrong is in no line of any file. */
  readonly shown: Shown | null
  readonly command: readonly string[]
  readonly prints: string
}

interface Shown {
  readonly file: string
  readonly language: 'yaml' | 'csv' | 'json'
  /** Some lines of the file, the faulty one among them, and the number of the first, from 1. */
  readonly lines: readonly string[]
  readonly first: number
}

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const SHEETS = 'fixtures/faults/sheet'
const FAULTS = 'fixtures/faults'
const SERIES = 'fixtures/series'
const DIFF = 'fixtures/diff'
const FOR_ASSESSMENTS = 'fixtures/faults/table-for-assessments.yaml'
/** Tables that do not go together are told before any case is read. */
const ANY_CASE = 'fixtures/assessments/westmarch-primary.yaml'
const NORFOLK = 'tables/norfolk/short-breaks-primary.yaml'

/** The example of a code, run anew; null where no file has this fault. Throws where the command does not tell the code. */
export async function exampleFor(code: string): Promise<Example | null> {
  const command = commandFor(code)
  if (command === null) return null
  const all = (await printed(command, read)).trimEnd()
  const prints = /^(batch|diff)$/.test(command[0] ?? '') ? onlyFault(all, code) : all
  if (!tells(prints, code)) throw new Error(`ras ${command.join(' ')} does not tell ${code}:\n${all}`)
  const place = placeOf(prints, code, command)
  return { shown: place && around(place), command, prints }
}

/** Whether some output tells a code; the name of a file has it too. */
export function tells(prints: string, code: string): boolean {
  return new RegExp(`(^| )${code}( |$)`, 'm').test(prints)
}

function around({ file, line }: Line): Shown {
  const whole = read(file)
    .replace(/\n# expect: .*\n?$/, '\n')
    .trimEnd()
    .split(/\r?\n/)
  const first = Math.max(1, Math.min(line - BEFORE, whole.length - BEFORE))
  const lines = whole.slice(first - 1, Math.max(line + AFTER, first + BEFORE)).map(cut)
  return { file, language: languageOf(file), lines, first }
}

const BEFORE = 7
const AFTER = 3

/** The command that shows a code, by the first file of its name; null where there is none. */
export function commandFor(code: string): string[] | null {
  const kind = KINDS.find(({ of }) => of.test(code))
  const file = kind && firstOf(kind.folder, code)
  return kind && file ? kind.command(file) : null
}

/** Where the files for a code are, and what shows it; the first that fits. */
const KINDS: readonly {
  readonly of: RegExp
  readonly folder: string
  readonly command: (file: string) => string[]
}[] = [
  {
    of: /^RAS013/,
    folder: SHEETS,
    command: (sheet) => ['batch', sheet, '--table', `${SHEETS}/fact-and-question.yaml`],
  },
  { of: /^RAS01/, folder: SHEETS, command: (sheet) => ['batch', sheet, '--table', NORFOLK] },
  {
    of: /^RAS11[12]/,
    folder: FAULTS,
    command: (table) => ['allocate', ANY_CASE, '--table', table, '--table', FOR_ASSESSMENTS],
  },
  { of: /^RAS311/, folder: FAULTS, command: (table) => ['workbook', table, '-o', 'children.xlsx'] },
  // A folder in which a single case finds two tables of one scheme.
  { of: /^RAS410/, folder: SERIES, command: () => onDay(`${SERIES}/RAS403-one-day`, '2026-04-01') },
  { of: /^RAS4(0[3-9]|1)/, folder: SERIES, command: forSeries },
  {
    of: /^RAS90/,
    folder: 'fixtures/against',
    command: (folder) => ['validate', `${folder}/later.yaml`, '--against', `${folder}/earlier.yaml`],
  },
  { of: /^RAS91/, folder: DIFF, command: forDiff },
  { of: /./, folder: FAULTS, command: forFault },
]

function forFault(file: string): string[] {
  return file.endsWith('.assessment.yaml') ? ['allocate', file, '--table', FOR_ASSESSMENTS] : ['validate', file]
}

/** A folder of tables says itself what is asked of it. */
function forSeries(folder: string): string[] {
  const { ask } = JSON.parse(read(`${folder}/expect.json`))
  if (ask.publish) return ['publish', `${folder}/${ask.publish}`, '--on', '2026-04-01']
  return ask.on ? onDay(folder, ask.on) : ['validate', folder]
}

/** Each limit as a council may agree it; a table may have a caseload of its own. */
function forDiff(table: string): string[] {
  const own = table.replace(/yaml$/, 'csv')
  const caseload = existsSync(path.join(root, own)) ? own : `${DIFF}/caseload.csv`
  const limit = LIMITS.find(([code]) => table.includes(code))?.slice(1) ?? []
  return ['diff', `${DIFF}/2026-27.yaml`, table, '--caseload', caseload, ...limit]
}

const LIMITS = [
  ['RAS911', '--max-total-change', '0.5%'],
  ['RAS912', '--max-loss', '1000'],
  ['RAS913', '--max-newly-referred', '0'],
  ['RAS914', '--max-loss', '1000'],
  ['RAS915', '--max-total-change', '0.5%'],
  ['RAS916', '--max-total-change', '0.5%'],
] as const

function onDay(folder: string, day: string): string[] {
  return ['allocate', `${SERIES}/harbour-child.yaml`, '--tables', folder, '--on', day]
}

/** Where another file than the first one says more. */
const BETTER: Readonly<Record<string, string>> = {
  RAS101: 'RAS101-misspelt.yaml',
  RAS102: 'RAS102-source.yaml',
  RAS105: 'RAS105-pounds.yaml',
  RAS106: 'RAS106-levels-and-kinds.yaml',
  RAS203: 'RAS203-gap.yaml',
  RAS307: 'RAS307-weeks.yaml',
  RAS605: 'RAS605-age.yaml',
  RAS841: 'RAS841-quote.yaml',
}

/** The file or folder that is named for a code: a table rather than an assessment, then the first by name. */
function firstOf(folder: string, code: string): string | null {
  if (!existsSync(path.join(root, folder))) return null
  const all = readdirSync(path.join(root, folder)).filter((name) => name.startsWith(`${code}-`))
  // A caseload beside its table is not the example.
  const named = all.filter((name) => !name.endsWith('.csv') || !all.includes(name.replace(/csv$/, 'yaml')))
  const first = BETTER[code] ?? named.sort().find((name) => !name.endsWith('.assessment.yaml')) ?? named[0]
  return first === undefined ? null : `${folder}/${first}`
}

interface Line {
  readonly file: string
  readonly line: number
}

/** Where a code is told: in full with its file, in short below the name of its table, or in a sheet by its row. */
function placeOf(prints: string, code: string, command: readonly string[]): Line | null {
  const full = new RegExp(`^(\\S+?)(?::(\\d+))?(?::\\d+)? (?:error|warning) ${code}`, 'm').exec(prints)
  if (full) return { file: full[1] ?? '', line: Number(full[2] ?? 1) }
  const short = new RegExp(`^ {2}(\\d+):\\d+ ${code}`, 'm').exec(prints)
  if (short) return { file: command[1] ?? '', line: Number(short[1]) }
  const row = new RegExp(`^(\\S+) row (\\d+).*: ${code}`, 'm').exec(prints)
  return row && { file: row[1] ?? '', line: Number(row[2]) }
}

/** Of the results of a caseload, what is told of the fault. */
function onlyFault(prints: string, code: string): string {
  const lines = prints.split('\n')
  const at = lines.findIndex((line) => tells(line, code))
  const more = lines.slice(at + 1).findIndex((line) => !line.startsWith('  '))
  const told = more < 0 ? lines.slice(at) : lines.slice(at, at + 1 + more)
  return [at > 0 ? ['…'] : [], told, at + told.length < lines.length ? ['…'] : []].flat().join('\n')
}

function languageOf(file: string): Shown['language'] {
  return file.endsWith('.csv') ? 'csv' : file.endsWith('json') ? 'json' : 'yaml'
}

/** A line as it fits a page. Signs that are no text are not shown. */
function cut(line: string): string {
  const text = line.replaceAll(/[\0\ufffd]/g, '·')
  return text.length > 110 ? `${text.slice(0, 110)}…` : text
}
