import type { Located } from '../../diagnostic.js'
import { MEANINGS } from '../codes/meanings.js'
import { oneLine } from '../one-line.js'
import { asPretty } from './pretty.js'
import { type Report, repositoryPath, STANDARD_INPUT, tally, tooMany } from './report.js'
import { unheeded } from './unheeded.js'

/**
 * A report as a step of GitHub Actions prints it: a workflow command for each finding, which GitHub shows at its line,
 * and everything once more for the log, since GitHub shows only the first ten of a kind.
 *
 * Paths are as they were given, and GitHub finds them where the step runs in the root of the repository.
 */
export function asGithub(report: Report): string {
  const more = tooMany(report)
  return [
    ...report.findings.map(annotation),
    ...(more === null ? [] : [command('error', { title: 'Too many warnings' }, more)]),
    ...(report.findings.length === 0 ? [unheeded(asPretty(report))] : [inGroup(tally(report), asPretty(report))]),
  ].join('')
}

function annotation({ severity, code, file, line, column, message, mend }: Located): string {
  const properties = {
    ...(file === STANDARD_INPUT ? {} : { file: repositoryPath(file) }),
    ...(line > 0 ? { line: String(line), col: String(column) } : {}),
    title: `${code} ${MEANINGS[code].title}`,
  }
  return command(severity, properties, `${oneLine(message)} ${oneLine(mend)}`)
}

function inGroup(title: string, text: string): string {
  return `${command('group', {}, title)}${unheeded(text)}::endgroup::\n`
}

function command(name: string, properties: Readonly<Record<string, string>>, data: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${inProperty(value)}`)
  return `::${name}${list.length > 0 ? ` ${list.join(',')}` : ''}::${inData(data)}\n`
}

function inData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function inProperty(text: string): string {
  return inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
