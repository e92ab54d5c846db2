import { Argument, Command, CommanderError, Option } from 'commander'
import { VERSION } from '../version.js'
import type { CaseloadOptions } from './batch/caseload.js'
import type { BatchOptions } from './batch/ways.js'
import { type ExitCode, hasNoReader, type Io, isStop } from './io.js'

/** Runs one command, loading only what it needs, and gives its exit code. Touches nothing but what `io` hands it. */
export async function main(io: Io): Promise<ExitCode> {
  let exit: ExitCode = 0
  const program = new Command('ras')
    .description('From a supported self-assessment questionnaire and an allocation table to an indicative budget.')
    .version(VERSION)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError('(ras --help tells more)')
  const command = (name: string, description: string) => program.command(name).description(description).exitOverride()
  const format = (choices: string[]) =>
    new Option('--format <format>', 'how to print').choices(choices).default(choices[0])

  command('allocate', 'work out the indicative budget of one assessment')
    .argument('<assessment>', 'YAML or JSON; - for standard input')
    .requiredOption('--table <file>', 'the allocation table; give it again for another table', and)
    .addOption(format(['text', 'markdown', 'json']))
    .action(async (assessment: string, options: { table: string[]; format: string }) => {
      const { allocateCommand } = await import('./allocate.js')
      exit = allocateCommand(io, assessment, options.table, options.format)
    })
  command('validate', 'check allocation tables')
    .argument('<files...>', 'tables; - for standard input')
    .addOption(format(['pretty', 'json']))
    .option('--principles', 'list the six principles with their verdicts, and the largest cliffs')
    .action(async (files: string[], options: { format: string; principles?: boolean }) => {
      const { validate } = await import('./validate.js')
      exit = validate(io, files, options.format, options.principles)
    })
  command('schema', 'print a JSON Schema for an editor or a form')
    .addArgument(new Argument('[of]', 'which').choices(['table', 'assessment']).default('table'))
    .option('--table <file>', 'the table that the assessment is for')
    .option('--form <form>', 'the form of the questionnaire')
    .action(async (of: string, options: { table?: string; form?: string }) => {
      const { schemaCommand } = await import('./schema.js')
      exit = schemaCommand(io, of, options.table, options.form)
    })
  command('batch', 'work out the indicative budgets of a whole caseload')
    .argument('<caseload>', 'CSV, or JSON line by line (NDJSON); - for standard input')
    .requiredOption('--table <file>', 'the allocation table; give it again for another table', and)
    .option('-o, --output <file>', 'where the results go; - or nothing for standard output')
    .option('--errors <file>', 'where bad rows are told; - for standard error; beside the results where it is left out')
    .option('--ignore <column>', 'a column that is not read; give it again for another column', and)
    .addOption(
      new Option('--from <format>', 'what the caseload is, where its name does not say').choices(['csv', 'ndjson']),
    )
    .addOption(
      new Option('--to <format>', 'what the results are to be, where their name does not say').choices([
        'csv',
        'ndjson',
      ]),
    )
    .action(async (caseload: string, options: BatchOptions) => {
      const { batchCommand } = await import('./batch/batch.js')
      exit = await batchCommand(io, caseload, options)
    })
  command('caseload', 'invent a caseload to try tables with: synthetic, with no child in it')
    .requiredOption('--table <file>', 'the allocation table; give it again for another table', and)
    .requiredOption('--cases <number>', 'how many')
    .option('--seed <number>', 'the same seed invents the same cases', '1')
    .addOption(
      new Option('--format <format>', 'what it is to be, where the name of the file does not say').choices([
        'csv',
        'ndjson',
      ]),
    )
    .option('-o, --output <file>', 'where it goes; - or nothing for standard output')
    .action(async (options: CaseloadOptions) => {
      const { caseloadCommand } = await import('./batch/caseload.js')
      exit = await caseloadCommand(io, options)
    })

  try {
    await program.parseAsync([...io.argv], { from: 'user' })
    return exit
  } catch (error) {
    return failed(io, error)
  }
}

/** An option that may be given several times. */
function and(value: string, before: readonly string[] = []): string[] {
  return [...before, value]
}

function failed(io: Io, error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (isStop(error)) {
    if (!hasNoReader(error)) io.err(`ras: ${error.message}\n`)
    return error.exit
  }
  io.err(
    `ras: this is a bug of ours, please report it. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  return 70
}
