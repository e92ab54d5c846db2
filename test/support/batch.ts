import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Papa from 'papaparse'
import { streams } from '../../src/cli/batch/node-streams.js'
import type { Source } from '../../src/cli/batch/source.js'
import { files } from '../../src/cli/files.js'
import { main } from '../../src/cli/main.js'
import type { IndicativeBudget } from '../../src/index.js'

/** A folder of its own, and the command line at work in it. Paths beginning with `tables/` are of the repository. */
export function workshop() {
  const folder = mkdtempSync(path.join(tmpdir(), 'ras-batch-'))
  const at = (name: string) => path.join(folder, name)
  return {
    folder,
    at,
    write: (name: string, text: string | Buffer) => writeFileSync(at(name), text),
    read: (name: string) => readFileSync(at(name), 'utf8'),
    files: () => readdirSync(folder).sort(),
    remove: () => rmSync(folder, { recursive: true }),
    ras: (...argv: string[]) => ras(argv),
    /** As `ras`, with something on standard input. */
    piped: (stdin: string, ...argv: string[]) => ras(argv, stdin),
    /** As `ras`, with something that happens once the first file is whole, before any is in its place. */
    during: (meanwhile: () => void, ...argv: string[]) => ras(argv, '', {}, meanwhile),
    /** As `ras`, with variables of the environment. */
    rasIn: (env: Readonly<Record<string, string>>, ...argv: string[]) => ras(argv, '', env),
  }
}

/** Runs the command line without a process. */
export async function ras(
  argv: readonly string[],
  stdin = '',
  env: Readonly<Record<string, string>> = {},
  meanwhile: () => void = () => {},
) {
  const [out, err]: [string[], string[]] = [[], []]
  const exit = await main({
    argv,
    readFile: (file) => readFileSync(file, 'utf8'),
    readStdin: () => stdin,
    files,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env: (name) => env[name],
    streams: async () => ({
      ...streams,
      create: (file) => {
        const target = streams.create(file)
        const finish = () => {
          target.finish()
          meanwhile()
          meanwhile = () => {}
        }
        return { ...target, finish }
      },
      open: async (file) => (file === '-' ? sourceOf(Buffer.from(stdin)) : streams.open(file)),
    }),
  })
  return { exit, out: out.join(''), err: err.join('') }
}

/** Bytes that come in pieces of these sizes, again and again; all at once where there are none. */
export function sourceOf(bytes: Buffer, sizes: readonly number[] = []): Source {
  let at = 0
  let piece = 0
  return {
    size: bytes.length,
    read: async (into, from) => {
      const size = sizes.length === 0 ? bytes.length : (sizes[piece++ % sizes.length] ?? 1)
      const copied = bytes.copy(into, from, at, at + size)
      at += copied
      return copied
    },
    close: async () => {},
  }
}

/** CSV as another program reads it: a record for each row. */
export function records(text: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(text.trimEnd(), { header: true }).data
}

/** What a budget comes to, as a row of results says it. */
export function rowOf(budget: IndicativeBudget): Record<string, string> {
  const pounds = (pence: number) => (pence / 100).toFixed(2)
  const lines = budget.lines.flatMap(({ id, amount, provides }): [string, string][] => {
    const pence = 'pence' in amount ? amount.pence : null
    const figure = provides ? provides.quantity : pence === null ? null : pounds(pence)
    const name = provides === null ? id : `${id}/${provides.of.replaceAll(' ', '-')}`
    return [
      [name, String(figure ?? '')],
      [`${id}/state`, amount.state],
    ]
  })
  const totals = [...budget.streams, { stream: 'total', ...budget.total }].flatMap(
    ({ stream, settled, waiting }): [string, string][] => [
      [stream, pounds(settled)],
      [`${stream}/at-least`, waiting.length > 0 ? 'yes' : ''],
    ],
  )
  const flags = (state: string) =>
    budget.flags
      .filter((flag) => flag.state === state)
      .map(({ id }) => id)
      .sort()
      .join(' ')
  return {
    case: budget.record.case,
    ...Object.fromEntries([...lines, ...totals]),
    flags: flags('yes'),
    'flags/unknown': flags('unknown'),
  }
}

/** A row of results as `rowOf` gives it: without what says where it comes from. */
export function figuresIn({ row: _, tables: __, provenance: ___, ...rest }: Record<string, string>) {
  const sorted = (ids = '') => ids.split(' ').sort().join(' ')
  return { ...rest, flags: sorted(rest.flags), 'flags/unknown': sorted(rest['flags/unknown']) }
}
