import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { pythonWithUno } from './installed.js'

/** What is filled in: a number, a text as it stands, or null for a blank cell. */
export type Filled = number | string | null

/** What a cell shows: a number (TRUE is 1), a text ('' also for a blank cell), or an error as its cell names it; after twenty in an area, `an error`. */
export type Shown = number | string | { readonly error: string }

/** Cells to fill in, from one cell downwards and to the right. */
export interface Filling {
  readonly sheet: string
  readonly at: string
  readonly rows: readonly (readonly Filled[])[]
}

/** Cells to read, such as `B2:C9`. */
export interface Area {
  readonly sheet: string
  readonly range: string
}

type Rows = readonly (readonly Shown[])[]

/** A workbook that LibreOffice has open. Nothing is calculated until `calculate` or `cases` says so. */
export interface OpenWorkbook {
  readonly sheets: readonly string[]
  /** Fills cells in. Fails at a locked cell of a protected sheet, as a person would. */
  set(fill: readonly Filling[]): Promise<void>
  /** Takes the protection off every sheet, for cells that only a draft lets a person change. */
  unprotect(): Promise<void>
  /** Works out every formula anew, whatever values the file had. */
  calculate(): Promise<void>
  /** What the cells of each area show, row by row. */
  read(areas: readonly Area[]): Promise<readonly Rows[]>
  /** The formulas of each area as LibreOffice understood them. */
  formulas(areas: readonly Area[]): Promise<readonly (readonly (readonly string[])[])[]>
  /** For each case in turn: fills it in, works every formula out anew, reads the areas. Many cases in one call are faster. */
  cases(cases: readonly (readonly Filling[])[], areas: readonly Area[]): Promise<readonly (readonly Rows[])[]>
  /** Prints every sheet to a PDF file. */
  pdf(file: string): Promise<void>
  close(): Promise<void>
}

/** A running LibreOffice. Each has a profile and a pipe of its own, so that several run beside each other. */
export interface Office {
  open(file: string): Promise<OpenWorkbook>
  close(): Promise<void>
}

/** How long one request may take, in milliseconds. */
const PATIENCE = 600_000

/** Starts LibreOffice. It ends with `close`, and with the process of the test whatever happens. */
export async function startOffice(): Promise<Office> {
  const server = spawn(pythonWithUno(), [path.join(import.meta.dirname, 'serve.py')], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const waiting: { readonly done: (value: unknown) => void; readonly failed: (problem: Error) => void }[] = []
  let said = ''
  server.stderr.on('data', (text) => {
    said = (said + text).slice(-4000)
  })
  server.stdin.on('error', () => {})
  const failAll = (problem: string): void => {
    for (const one of waiting.splice(0)) one.failed(new Error(problem))
  }
  server.on('exit', (code) => failAll(`The driver of LibreOffice ended (${code}). It said: ${said || 'nothing'}`))
  createInterface({ input: server.stdout }).on('line', (line) => {
    const answer = JSON.parse(line) as { readonly value?: unknown; readonly problem?: string }
    const one = waiting.shift()
    if (answer.problem === undefined) one?.done(answer.value)
    else one?.failed(new Error(answer.problem))
  })
  const answered = <T>(): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const late = setTimeout(() => {
        server.kill()
        failAll(`LibreOffice did not answer within ${PATIENCE / 1000} s.`)
      }, PATIENCE)
      waiting.push({
        done: (value) => {
          clearTimeout(late)
          resolve(value as T)
        },
        failed: (problem) => {
          clearTimeout(late)
          reject(problem)
        },
      })
    })
  const ask = <T>(ask: string, request: object = {}): Promise<T> => {
    if (server.exitCode !== null) return Promise.reject(new Error('LibreOffice was closed.'))
    const answer = answered<T>()
    server.stdin.write(`${JSON.stringify({ ask, ...request })}\n`)
    return answer
  }
  const ended = new Promise<void>((resolve) => server.on('exit', () => resolve()))
  await answered<'ready'>()
  return {
    open: async (file) => {
      const { document, sheets } = await ask<{ document: number; sheets: string[] }>('open', { path: file })
      return {
        sheets,
        set: (fill) => ask('set', { document, fill }),
        unprotect: () => ask('unprotect', { document }),
        calculate: () => ask('calculate', { document }),
        read: (ranges) => ask('read', { document, ranges }),
        formulas: (ranges) => ask('formulas', { document, ranges }),
        cases: (cases, ranges) => ask('cases', { document, cases, ranges }),
        pdf: (file) => ask('pdf', { document, path: file }),
        close: () => ask('close', { document }),
      }
    },
    close: () => {
      server.stdin.end()
      return ended
    },
  }
}
