import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadTable } from '../../src/index.js'
import { assessmentSchema } from '../../src/score/assessment-schema.js'
import { faults } from './faults.js'
import { type Editor, type Place, type Proposal, type Squiggle, startEditor } from './lsp.js'

export const ROOT = path.resolve(import.meta.dirname, '../..')
export const WESTMARCH = 'tables/westmarch/children-2026-27.yaml'
export const CASE = 'fixtures/assessments/westmarch-primary.yaml'

/** A text in which one thing was typed: `before` is replaced by what is typed, and the pointer is at the mark ‸. */
export interface Typed {
  readonly text: string
  readonly at: Place
}

/** Replaces the one place where `before` stands. The mark ‸ in `after` says where the pointer is, and is taken out. */
export function typed(text: string, before: string, after: string): Typed {
  const start = text.indexOf(before)
  if (start < 0 || text.indexOf(before, start + 1) >= 0) throw new Error(`“${before}” does not stand there once`)
  const mark = start + Math.max(0, after.indexOf('‸'))
  const whole = text.replace(before, () => after.replace('‸', ''))
  const above = whole.slice(0, mark).split('\n')
  return { text: whole, at: { line: above.length - 1, character: above.at(-1)?.length ?? 0 } }
}

/** An editor over the repository, and one in a folder of its own that has an assessment’s schema beside it. */
export interface Editors {
  /** What is proposed where something was typed into the Westmarch table. */
  readonly propose: (before: string, after: string) => Promise<readonly Proposal[]>
  /** What is underlined after a change of the Westmarch table. */
  readonly underline: (before: string, after: string) => Promise<readonly Squiggle[]>
  readonly hover: (before: string, after: string) => Promise<string>
  readonly tables: Editor
  readonly cases: Editor
  readonly end: () => Promise<void>
}

/** Starts both. They must be ended. */
export async function editors(): Promise<Editors> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ras-editor-'))
  const table = loadTable(readFileSync(path.join(ROOT, WESTMARCH), 'utf8'))
  writeFileSync(path.join(folder, 'primary.schema.json'), JSON.stringify(assessmentSchema(table, 'primary')))
  const [tables, cases] = await Promise.all([startEditor(ROOT), startEditor(folder)])
  let tried = 0
  const written = readFileSync(path.join(ROOT, WESTMARCH), 'utf8')
  const open = async (before: string, after: string) => {
    const file = `tables/westmarch/tried-${++tried}.yaml`
    const { text, at } = typed(written, before, after)
    return { file, at, squiggles: await tables.open(file, text) }
  }
  return {
    tables,
    cases,
    propose: async (before, after) => {
      const { file, at } = await open(before, after)
      return tables.complete(file, at)
    },
    underline: async (before, after) => (await open(before, after)).squiggles,
    hover: async (before, after) => {
      const { file, at } = await open(before, after)
      return said(await tables.hover(file, at))
    },
    end: async () => {
      await Promise.all([tables.end(), cases.end()])
      rmSync(folder, { recursive: true })
    },
  }
}

/** An assessment whose first line names the schema beside it. */
export function assessmentText(): string {
  return `# yaml-language-server: $schema=primary.schema.json\n${readFileSync(path.join(ROOT, CASE), 'utf8')}`
}

/** What a hover says, without its heading, the list of values and the name of the schema. */
export function said(hover: string | null): string {
  return (hover ?? '')
    .replace(/^#### .*\n\n/, '')
    .replace(/\n\nSource: .*$/s, '')
    .replace(/\n\nAllowed Values:[\s\S]*$/, '')
    .replace(/\\([[\]*_`])/g, '$1')
}

/** What a proposal says of itself. */
export function saidOf({ documentation }: Proposal): string {
  return typeof documentation === 'string' ? documentation : (documentation?.value ?? '')
}

/** A one-fault table as an editor sees it, beside where `ras` finds the fault. */
export interface Compared {
  readonly name: string
  readonly code: string
  /** The line of the fault in the file that was opened, from 0: the schema’s line stands above it. */
  readonly line: number
  readonly underlined: readonly number[]
}

/** Opens every one-fault table. */
export function comparedWithEditor(editor: Editor): Promise<Compared[]> {
  const tables = faults().filter(({ isAssessment }) => !isAssessment)
  return Promise.all(
    tables.map(async ({ name, text, expected }) => {
      const schema = '# yaml-language-server: $schema=../../schemas/table.schema.json\n'
      const found = await editor.open(`fixtures/faults/${name}`, schema + text)
      const [code = '', place = ''] = expected.split(' ')
      return { name, code, line: Number.parseInt(place, 10), underlined: found.map(({ range }) => range.start.line) }
    }),
  )
}
