import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/*
 * A small client of the YAML language server: the same process that editors start, spoken to in the same way, over its
 * standard input and output.
 */

/** A place in a text as editors count it: lines and columns from 0. */
export interface Place {
  readonly line: number
  readonly character: number
}

/** What an editor underlines. */
export interface Squiggle {
  readonly range: { readonly start: Place; readonly end: Place }
  readonly message: string
  readonly severity: number
}

export interface Proposal {
  readonly label: string
  readonly insertText?: string
  readonly documentation?: string | { readonly value: string }
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** A language server at work. It must be ended. */
export interface Editor {
  /** Opens a text as the file of this name, with everything an editor would underline in it. */
  readonly open: (file: string, text?: string) => Promise<readonly Squiggle[]>
  /** What is shown when the pointer rests on a place; null for nothing. */
  readonly hover: (file: string, at: Place) => Promise<string | null>
  /** What is proposed when one types at a place. */
  readonly complete: (file: string, at: Place) => Promise<readonly Proposal[]>
  readonly end: () => Promise<void>
}

const SERVER = path.resolve(import.meta.dirname, '../../node_modules/yaml-language-server/bin/yaml-language-server')
/** No schema is looked for on the web: a table’s own first line says which it is. */
const SETTINGS = { yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } } }

/** Starts the server for a folder. `schemas` gives files their schema by name, where none is in their first line. */
export async function startEditor(root: string, schemas: Readonly<Record<string, string>> = {}): Promise<Editor> {
  const server = spawn(process.execPath, [SERVER, '--stdio'], { cwd: root, stdio: ['pipe', 'pipe', 'ignore'] })
  const wire = wireOf(server)
  const uriOf = (file: string) => pathToFileURL(path.resolve(root, file)).href
  const waiting = new Map<string, (squiggles: readonly Squiggle[]) => void>()
  wire.heard('textDocument/publishDiagnostics', (params: unknown) => {
    const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Squiggle[] }
    waiting.get(decodeURIComponent(uri))?.(diagnostics)
  })
  wire.asked('workspace/configuration', (params: unknown) =>
    (params as { items: readonly { section?: string }[] }).items.map(({ section }) =>
      section === 'yaml' ? { ...SETTINGS.yaml, schemas } : section === '[yaml]' ? { 'editor.tabSize': 2 } : {},
    ),
  )
  await wire.ask('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(root).href,
    workspaceFolders: [{ uri: pathToFileURL(root).href, name: 'tables' }],
    capabilities: {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: {
        publishDiagnostics: { relatedInformation: true },
        hover: { contentFormat: ['plaintext'] },
        completion: { completionItem: { documentationFormat: ['plaintext'], snippetSupport: true } },
      },
    },
  })
  wire.tell('initialized', {})
  wire.tell('workspace/didChangeConfiguration', { settings: { ...SETTINGS, yaml: { ...SETTINGS.yaml, schemas } } })

  return {
    open: (file, text = readFileSync(path.resolve(root, file), 'utf8')) =>
      new Promise((done) => {
        const uri = uriOf(file)
        waiting.set(decodeURIComponent(uri), done)
        wire.tell('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } })
      }),
    hover: async (file, position) => {
      const found = (await wire.ask('textDocument/hover', { textDocument: { uri: uriOf(file) }, position })) as {
        contents: string | { value: string }
      } | null
      return found === null ? null : textOf(found.contents)
    },
    complete: async (file, position) => {
      const found = (await wire.ask('textDocument/completion', { textDocument: { uri: uriOf(file) }, position })) as
        | { items: readonly Proposal[] }
        | readonly Proposal[]
        | null
      return found === null ? [] : 'items' in found ? found.items : found
    },
    end: async () => {
      const ended = new Promise<void>((done) => server.once('exit', () => done()))
      await wire.ask('shutdown', null)
      wire.tell('exit', null)
      const late = setTimeout(() => server.kill('SIGKILL'), 2000)
      await ended
      clearTimeout(late)
    },
  }
}

function textOf(contents: string | { readonly value: string }): string {
  return typeof contents === 'string' ? contents : contents.value
}

/** JSON-RPC in frames, each with its length in bytes before it. */
function wireOf({ stdin, stdout }: ChildProcess) {
  const answers = new Map<number, (message: Message) => void>()
  const heard = new Map<string, (params: unknown) => void>()
  const asked = new Map<string, (params: unknown) => unknown>()
  let next = 1
  let rest: Buffer = Buffer.alloc(0)
  const send = (message: object) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    stdin?.write(`Content-Length: ${body.length}\r\n\r\n`)
    stdin?.write(body)
  }
  const take = (message: Message) => {
    const { id, method, params } = message
    if (method === undefined) return id === undefined ? undefined : answers.get(id)?.(message)
    if (id === undefined) return heard.get(method)?.(params)
    send({ id, result: asked.get(method)?.(params) ?? null })
  }
  stdout?.on('data', (more: Buffer) => {
    rest = Buffer.concat([rest, more])
    for (;;) {
      const head = rest.indexOf('\r\n\r\n')
      if (head < 0) return
      const length = Number(/Content-Length: (\d+)/i.exec(rest.toString('latin1', 0, head))?.[1])
      if (rest.length < head + 4 + length) return
      const body = rest.toString('utf8', head + 4, head + 4 + length)
      rest = rest.subarray(head + 4 + length)
      take(JSON.parse(body))
    }
  })
  return {
    heard: (method: string, then: (params: unknown) => void) => heard.set(method, then),
    asked: (method: string, then: (params: unknown) => unknown) => asked.set(method, then),
    tell: (method: string, params: unknown) => send({ method, params }),
    ask: (method: string, params: unknown) =>
      new Promise<unknown>((done, fail) => {
        const id = next++
        answers.set(id, ({ result, error }) => (error ? fail(new Error(`${method}: ${error.message}`)) : done(result)))
        send({ id, method, params })
      }),
  }
}
