import path from 'node:path'
import { allocate } from '../../allocate/allocate.js'
import { readExpected } from '../../load/expected.js'
import { safeLoadTable, type TableResult } from '../../load/load.js'
import { locate } from '../../load/source.js'
import { differences } from '../../report/cases/differences.js'
import { type CaseResult, fromDifference, fromFinding, missing, type Wrong } from '../../report/cases/result.js'
import { safeReadAssessment } from '../../score/assess.js'
import { type Io, isStop, read } from '../io.js'
import type { CaseFolder } from './folders.js'

/** Tables that were read, by their files; a text where one cannot be read. */
type Tables = Map<string, TableResult | string>

/** Works out every case and compares it. Whatever is wrong with a case is told of it, and the others go on. */
export function tryCases(io: Io, folders: readonly CaseFolder[]): CaseResult[] {
  const tables: Tables = new Map()
  return folders.map((one) => {
    const result = tried(io, one, tables)
    const wrong = nameOf(one, folders)
    return wrong === null ? result : { ...result, wrong: [wrong, ...result.wrong] }
  })
}

/** What is wrong with the name of a folder. */
function nameOf({ name, folder, number }: CaseFolder, folders: readonly CaseFolder[]): Wrong | null {
  if (number === null) return missing(folder, 'The name of the folder begins with no number, such as 001-first-row.')
  const twin = folders.find((one) => one.number === number && one.name !== name)
  return twin ? missing(folder, `The case ${twin.name} has the same number.`) : null
}

function tried(io: Io, { name, folder }: CaseFolder, tables: Tables): CaseResult {
  const [file, assessmentFile] = [path.join(folder, 'expected.yaml'), path.join(folder, 'assessment.yaml')]
  const [text, given] = [textOf(io, file), textOf(io, assessmentFile)]
  const unread = [text, given].flatMap((one) => ('why' in one ? [one.why] : []))
  if ('why' in text) return { name, title: null, wrong: unread }
  const expected = readExpected(text.text, file)
  if (!expected.success) return { name, title: null, wrong: [...unread, ...expected.findings.map(fromFinding)] }
  const { title, table: way } = expected.data
  const table = tableOf(io, path.join(folder, way), tables)
  if (typeof table === 'string') {
    const place = { ...missing(file, table), ...locate(text.text, '/table'), at: '/table' }
    return { name, title, wrong: [...unread, place] }
  }
  if (!table.success) return { name, title, wrong: [...unread, ...table.error.findings.map(fromFinding)] }
  if ('why' in given) return { name, title, wrong: unread }
  const assessment = safeReadAssessment(given.text, table.data, { file: assessmentFile })
  if (!assessment.success) return { name, title, wrong: assessment.error.findings.map(fromFinding) }
  const found = differences(expected.data, allocate(assessment.data, table.data))
  return { name, title, wrong: found.map((one) => fromDifference(one, file, text.text)) }
}

function tableOf(io: Io, file: string, tables: Tables): TableResult | string {
  const known = tables.get(file)
  if (known !== undefined) return known
  const source = textOf(io, file)
  const table = 'why' in source ? source.why.message : safeLoadTable(source.text, { file })
  tables.set(file, table)
  return table
}

function textOf(io: Io, file: string): { readonly text: string } | { readonly why: Wrong } {
  try {
    return { text: read(io, file) }
  } catch (error) {
    if (isStop(error)) return { why: missing(file, error.message) }
    throw error
  }
}
