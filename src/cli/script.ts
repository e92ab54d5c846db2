import path from 'node:path'
import { appsScript } from '../sheet/apps-script.js'
import { writeWhole } from './batch/outputs.js'
import { type ExitCode, type Io, stop } from './io.js'
import { outputFile } from './output-file.js'
import { refuse } from './refuse.js'
import { loadEach } from './tables.js'

/** What `ras script` was asked for. */
export interface ScriptCommand {
  readonly output: string
}

/** `ras script TABLE… -o FILE.gs`: one script for Google Apps Script that carries these tables; or every fault and exit 1. */
export async function scriptCommand(io: Io, files: readonly string[], asked: ScriptCommand): Promise<ExitCode> {
  const output = outputFile(asked.output)
  if (output !== null && !/\.(gs|js)$/i.test(output))
    throw stop(2, `${output} is no name for a script: it ends in .gs or .js.`)
  const streams = await io.streams()
  if (files.some((file) => output !== null && file !== '-' && streams.same(file, output)))
    throw stop(2, `${output} is read: it cannot be written as well.`)
  const { tables, texts, findings } = loadEach(io, files)
  if (findings.length > 0) return refuse(io, findings, (file) => texts.get(file) ?? '', 'pretty')
  writeWhole(io, streams, output, appsScript(library(io), tables))
  return 0
}

/** The functions as a script, which travels with the command: beside it, or in what was built of this folder. */
function library(io: Io): string {
  const places = ['sheet', '../sheet', '../../dist/sheet'].map((folder) =>
    path.join(import.meta.dirname, folder, 'send-ras.js'),
  )
  const place = places.find(io.files.exists)
  if (place === undefined) throw stop(2, 'dist/sheet/send-ras.js is missing: install the package again, or build it.')
  return io.readFile(place)
}
