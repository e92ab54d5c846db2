/** A line that the runner of GitHub Actions takes for a command. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

const KNOWN = new Set([
  ...['error', 'warning', 'notice', 'debug', 'group', 'endgroup', 'add-mask', 'set-output', 'save-state', 'set-env'],
  ...['add-path', 'add-matcher', 'remove-matcher', 'echo', 'stop-commands'],
])

/**
 * What the runner of GitHub Actions makes of what a step prints, by its documented rules and those of its source: both
 * forms of a command, of which the older may stand anywhere in a line, and none between stop-commands and its token.
 */
export function commandsIn(printed: string): {
  readonly commands: readonly Command[]
  readonly log: readonly string[]
} {
  const commands: Command[] = []
  const log: string[] = []
  let stopped: string | null = null
  for (const line of printed.split(/\r\n|\r|\n/)) {
    const command: Command | null = newer(line, stopped) ?? older(line, stopped)
    if (stopped !== null) {
      if (command?.name.toLowerCase() === stopped) stopped = null
      else log.push(line)
    } else if (command?.name === 'stop-commands') {
      if (KNOWN.has(command.data) || command.data === '') throw new Error(`no token: ${command.data}`)
      stopped = command.data.toLowerCase()
    } else if (command) commands.push(command)
    else log.push(line)
  }
  if (stopped !== null) throw new Error('commands are stopped for ever')
  return { commands, log }
}

function newer(line: string, token: string | null): Command | null {
  const [, head = '', data = ''] = /^::(.*?)::(.*)$/s.exec(line.trimStart()) ?? []
  return command(head, /,/, data, token, NEWER)
}

function older(line: string, token: string | null): Command | null {
  const [, head = '', data = ''] = /##\[([^\]]*)\](.*)$/s.exec(line) ?? []
  return command(head, /;/, data, token, { ...NEWER, ';': '%3B', ']': '%5D' })
}

const NEWER: Readonly<Record<string, string>> = { '\r': '%0D', '\n': '%0A', ':': '%3A', ',': '%2C' }

function command(
  head: string,
  between: RegExp,
  data: string,
  token: string | null,
  escapes: Readonly<Record<string, string>>,
): Command | null {
  const [, name = '', list = ''] = /^(\S*)(?: (.*))?$/s.exec(head) ?? []
  if (!KNOWN.has(name.toLowerCase()) && name.toLowerCase() !== token) return null
  const raw = (text: string, of: Readonly<Record<string, string>>) =>
    Object.entries(of)
      .reduce((text, [sign, escaped]) => text.replaceAll(escaped, sign), text)
      .replaceAll('%25', '%')
  const pairs = list.split(between).flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=')
    return at < 0 ? [] : [[pair.slice(0, at).trim(), raw(pair.slice(at + 1), escapes)]]
  })
  return { name, properties: Object.fromEntries(pairs), data: raw(data, { '\r': '%0D', '\n': '%0A' }) }
}
