import { Argument, Command, CommanderError, Option } from 'commander'
import { VERSION } from '../version.js'
import { allocateCommand } from './allocate.js'
import { type ExitCode, type Io, isStop } from './io.js'
import { schemaCommand } from './schema.js'
import { validate } from './validate.js'

/** Runs one command and gives its exit code. Touches nothing but what `io` hands it. */
export function main(io: Io): ExitCode {
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
    .action((assessment: string, options: { table: string[]; format: string }) => {
      exit = allocateCommand(io, assessment, options.table, options.format)
    })
  command('validate', 'check allocation tables')
    .argument('<files...>', 'tables; - for standard input')
    .addOption(format(['pretty', 'json']))
    .option('--principles', 'list the six principles with their verdicts, and the largest cliffs')
    .action((files: string[], options: { format: string; principles?: boolean }) => {
      exit = validate(io, files, options.format, options.principles)
    })
  command('schema', 'print a JSON Schema for an editor or a form')
    .addArgument(new Argument('[of]', 'which').choices(['table', 'assessment']).default('table'))
    .option('--table <file>', 'the table that the assessment is for')
    .option('--form <form>', 'the form of the questionnaire')
    .action((of: string, options: { table?: string; form?: string }) => {
      exit = schemaCommand(io, of, options.table, options.form)
    })

  try {
    program.parse([...io.argv], { from: 'user' })
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
    io.err(`ras: ${error.message}\n`)
    return error.exit
  }
  io.err(
    `ras: this is a bug of ours, please report it. ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  return 70
}
