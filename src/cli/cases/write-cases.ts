import path from 'node:path'
import { allocate } from '../../allocate/allocate.js'
import { readExpected } from '../../load/expected.js'
import type { AllocationTable } from '../../load/table.js'
import { asYaml } from '../../report/cases/as-yaml.js'
import { asExpected } from '../../report/cases/written.js'
import { readAssessment } from '../../score/assess.js'
import { inventing } from '../batch/caseload.js'
import { writeWhole } from '../batch/outputs.js'
import { thousands } from '../batch/summary.js'
import { type ExitCode, type Io, stop } from '../io.js'
import { refuse } from '../refuse.js'
import { loadTables } from '../tables.js'
import { whole } from '../whole.js'
import type { CasesOptions } from './cases.js'

/**
 * `ras cases DIR --write --table T --count N [--seed S]`: that many invented cases with what we work out for them, in a
 * new or an empty folder, so that another system can be tried with them. The same seed makes the same files.
 */
export async function writeCases(io: Io, directory: string, options: CasesOptions): Promise<ExitCode> {
  const { table: file, count: number } = options
  if (options.case !== undefined) throw stop(2, '--case is for cases that are there; --write makes new ones.')
  if (file === undefined || number === undefined) throw stop(2, '--write needs --table and --count.')
  if (file === '-') throw stop(2, 'A case names the file of its table, so --table cannot be standard input here.')
  const count = whole('--count', number)
  const seed = whole('--seed', options.seed ?? '1')
  if (count < 1 || count > MOST) throw stop(2, `--count is from 1 to ${thousands(MOST)}.`)
  const loaded = loadTables(io, [file])
  if (!loaded.success) return refuse(io, loaded.findings, loaded.textOf, 'pretty')
  const [table] = loaded.tables
  if (table) await writeAll(io, directory, [...made(table, { directory, file, count, seed })])
  io.err(`synthetic: ${thousands(count)} invented cases in ${directory}, no child among them\n`)
  return 0
}

const MOST = 100_000

/** A file to write, in a folder of the directory. */
interface Made {
  readonly folder: string
  readonly file: 'assessment.yaml' | 'expected.yaml'
  readonly text: string
}

interface Asked {
  readonly directory: string
  readonly file: string
  readonly count: number
  readonly seed: number
}

/** Every file of every case. What is expected is worked out from the text that is written, as whoever runs it will. */
function* made(table: AllocationTable, { directory, file, count, seed }: Asked): Generator<Made> {
  const width = Math.max(3, String(count).length)
  let number = 0
  for (const invented of inventing([table], seed)) {
    if (number++ === count) return
    const folder = path.join(directory, `${String(number).padStart(width, '0')}-synthetic`)
    const text = `# Invented: no child is in this case.\n${asYaml({ format: 'ras.assessment/1', ...invented })}`
    const title = `${table.id}, synthetic case ${number}`
    const way = path.relative(folder, file).replaceAll(path.sep, '/')
    const expected = asExpected(allocate(readAssessment(text, table), table), title, way)
    const right = readExpected(expected, 'expected.yaml')
    if (!right.success)
      throw stop(2, `${file} cannot be named in a case. ${right.findings.map(({ mend }) => mend).join(' ')}`)
    yield { folder, file: 'assessment.yaml', text }
    yield { folder, file: 'expected.yaml', text: expected }
  }
}

/** Nothing is begun in a folder where something is. */
async function writeAll(io: Io, directory: string, all: readonly Made[]): Promise<void> {
  const there = io.files.inside(directory)
  if (there !== null && there.length > 0)
    throw stop(2, `${directory} is not empty: cases are made in a new or an empty folder.`)
  const streams = await io.streams()
  if (there === null) make(io, directory)
  for (const { folder, file, text } of all) {
    if (file === 'assessment.yaml') make(io, folder)
    writeWhole(io, streams, path.join(folder, file), text)
  }
}

function make(io: Io, folder: string): void {
  try {
    io.files.make(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw stop(2, `${folder} cannot be made (${String(error.code)}).`)
    throw error
  }
}
