import { Argument, Command, CommanderError, Option } from 'commander'
import { VERSION } from '../version.js'
import type { AllocateOptions } from './allocate.js'
import type { CaseloadOptions } from './batch/caseload.js'
import type { BatchOptions } from './batch/ways.js'
import type { CasesOptions } from './cases/cases.js'
import type { DiffOptions } from './diff/options.js'
import type { DocOptions } from './doc.js'
import type { ImportOptions } from './import-table/import-table.js'
import { type ExitCode, hasNoReader, type Io, isStop } from './io.js'
import type { PublishOptions } from './publish.js'
import type { ScriptCommand } from './script.js'
import type { ValidateOptions } from './validate.js'
import type { WorkbookCommand } from './workbook.js'

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
  const withTables = (name: string, description: string) =>
    command(name, description)
      .option('--table <file>', 'the allocation table; give it again for another table', and)
      .option('--tables <folder>', 'in its place: a folder of tables, of which those in force on a day count')
      .option('--on <date>', 'with --tables: the day, such as 2026-04-01')
      .option('--authority <name>', 'with --tables: only tables of this authority')
      .option('--scheme <id>', 'with --tables: only tables of this id; give it again for another one', and)
  const format = (choices: string[]) =>
    new Option('--format <format>', 'how to print').choices(choices).default(choices[0])

  withTables('allocate', 'work out the indicative budget of one assessment')
    .argument('<assessment>', 'YAML or JSON; - for standard input')
    .addOption(format(['text', 'markdown', 'json']))
    .action(async (assessment: string, options: AllocateOptions) => {
      const { allocateCommand } = await import('./allocate.js')
      exit = allocateCommand(io, assessment, options)
    })
  command('validate', 'check allocation tables')
    .argument('<files...>', 'tables, or folders of tables; - for standard input')
    .addOption(format(['pretty', 'json', 'github', 'sarif', 'junit']))
    .option('--max-warnings <number>', 'fail where there are more warnings than this')
    .option('--recorded', 'warn of every published table that no record is kept of, also where there is none at all')
    .option('--against <file>', 'the version before, to compare with; give it again for another table', and)
    .option('--principles', 'list the six principles with their verdicts, and the largest cliffs')
    .option('-o, --output <file>', 'where the report goes, which is then told on standard output for people')
    .action(async (files: string[], options: ValidateOptions) => {
      const { validate } = await import('./validate.js')
      exit = await validate(io, files, options)
    })
  command('schema', 'print a JSON Schema for an editor or a form')
    .addArgument(new Argument('[of]', 'which').choices(['table', 'assessment']).default('table'))
    .option('--table <file>', 'the table that the assessment is for')
    .option('--form <form>', 'the form of the questionnaire')
    .action(async (of: string, options: { table?: string; form?: string }) => {
      const { schemaCommand } = await import('./schema.js')
      exit = schemaCommand(io, of, options.table, options.form)
    })
  withTables('batch', 'work out the indicative budgets of a whole caseload')
    .argument('<caseload>', 'CSV, a workbook (.xlsx), or JSON line by line (NDJSON); - for standard input')
    .option('-o, --output <file>', 'where the results go; - or nothing for standard output')
    .option('--sheet <name>', 'the sheet of a workbook; left out: the one called Caseload, or the only one')
    .option('--errors <file>', 'where bad rows are told; - for standard error; beside the results where it is left out')
    .option('--ignore <column>', 'a column that is not read; give it again for another column', and)
    .addOption(
      new Option('--from <format>', 'what the caseload is, where its name does not say').choices([
        'csv',
        'xlsx',
        'ndjson',
      ]),
    )
    .addOption(
      new Option('--to <format>', 'what the results are to be, where their name does not say').choices([
        'csv',
        'xlsx',
        'ndjson',
      ]),
    )
    .action(async (caseload: string, options: BatchOptions) => {
      const { batchCommand } = await import('./batch/batch.js')
      exit = await batchCommand(io, caseload, options)
    })
  withTables('caseload', 'invent a caseload to try tables with: synthetic, with no child in it')
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
  command('import-table', 'make a draft table of a sheet from points to pounds a year')
    .argument('<sheet>', 'a workbook (.xlsx), or CSV')
    .option('--sheet <name>', 'the sheet of a workbook; left out: the only one')
    .option('-o, --output <file>', 'where the draft goes, a new file that ends in .yaml; left out: standard output')
    .action(async (sheet: string, options: ImportOptions) => {
      const { importCommand } = await import('./import-table/import-table.js')
      exit = await importCommand(io, sheet, options)
    })
  command('workbook', 'write a workbook without macros whose own formulas give the budget')
    .argument('<tables...>', 'an allocation table, or several that are worked out together; - for standard input')
    .requiredOption('-o, --output <file>', 'where it goes, a file that ends in .xlsx')
    .option('--assessment <file>', 'fill the questionnaire in with this assessment; - for standard input')
    .option('--caseload <rows>', 'add a sheet with a row for each child, so many of them')
    .action(async (tables: string[], options: WorkbookCommand) => {
      const { workbookCommand } = await import('./workbook.js')
      exit = await workbookCommand(io, tables, options)
    })
  command('script', 'write a script for Google Sheets whose functions know these tables')
    .argument('<tables...>', 'an allocation table, or several; - for standard input')
    .requiredOption('-o, --output <file>', 'where it goes, a file that ends in .gs; - for standard output')
    .action(async (tables: string[], options: ScriptCommand) => {
      const { scriptCommand } = await import('./script.js')
      exit = await scriptCommand(io, tables, options)
    })
  command('publish', 'record what tables say on the day they are published')
    .argument('<files...>', 'the tables')
    .option('--on <date>', 'the day of publication; today where it is left out')
    .action(async (files: string[], options: PublishOptions) => {
      const { publish } = await import('./publish.js')
      exit = await publish(io, files, options)
    })
  command('doc', 'print a table as a page for families')
    .argument('<table>', 'the allocation table; - for standard input')
    .addOption(
      new Option('--format <format>', 'how to print, where the name of the file does not say').choices([
        'markdown',
        'html',
      ]),
    )
    .option('-o, --output <file>', 'where it goes; - or nothing for standard output')
    .action(async (table: string, options: DocOptions) => {
      const { docCommand } = await import('./doc.js')
      exit = await docCommand(io, table, options)
    })
  command('diff', 'say what a new table changes, and what that does to a caseload')
    .argument('<old>', 'the table before; - for standard input')
    .argument('<new>', 'the table that is to take its place')
    .option('--caseload <file>', 'work out these cases by both: CSV, or JSON line by line; - for standard input')
    .addOption(
      new Option('--from <format>', 'what the caseload is, where its name does not say').choices(['csv', 'ndjson']),
    )
    .option('--ignore <column>', 'a column that is not read; give it again for another column', and)
    .option(
      '--max-total-change <limit>',
      'fail where the total changes by more, or more of it is open: 0.5%, or pounds a year',
    )
    .option('--max-loss <limit>', 'fail where a case loses more: 10%, or pounds a year')
    .option(
      '--max-newly-referred <limit>',
      'fail where more cases are newly referred, by a line or a flag: 1%, or a number',
    )
    .addOption(format(['text', 'markdown', 'json', 'html']))
    .option('-o, --output <file>', 'where the report goes; - or nothing for standard output')
    .action(async (old: string, later: string, options: DiffOptions) => {
      const { diffCommand } = await import('./diff/diff.js')
      exit = await diffCommand(io, old, later, options)
    })
  command('cases', 'work out numbered cases and compare them with what they expect, to the penny')
    .argument('<directory>', 'a folder of cases such as 001-first-row, each with assessment.yaml and expected.yaml')
    .option('--case <number>', 'only this one; give it again for another one', and)
    .addOption(format(['pretty', 'json', 'junit']))
    .option('--write', 'make the cases instead: synthetic, with what this library works out')
    .option('--table <file>', 'with --write: the allocation table')
    .option('--count <number>', 'with --write: how many')
    .option('--seed <number>', 'with --write: the same seed makes the same cases (default: 1)')
    .action(async (directory: string, options: CasesOptions) => {
      const { casesCommand } = await import('./cases/cases.js')
      exit = await casesCommand(io, directory, options)
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
