import { readFileSync, writeSync } from 'node:fs'
import { files } from './files.js'
import { cannotWrite } from './io.js'
import { main } from './main.js'

// Written whole and in order even into a pipe, where process.stdout would still be busy at the end.
function write(fd: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let sent = 0; sent < bytes.length; ) {
    try {
      sent += writeSync(fd, bytes, sent)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code !== 'EAGAIN') throw error
    }
  }
}

function out(text: string): void {
  try {
    write(1, text)
  } catch (error) {
    throw cannotWrite(error)
  }
}

let heard = true

/** Words beside the output. That they cannot be written changes nothing of what the command does. */
function err(text: string): void {
  if (!heard) return
  try {
    write(2, text)
  } catch {
    heard = false
  }
}

process.exitCode = await main({
  argv: process.argv.slice(2),
  readFile: (path) => readFileSync(path, 'utf8'),
  readStdin: () => readFileSync(0, 'utf8'),
  files,
  out,
  err,
  env: (name) => process.env[name],
  streams: async () => (await import('./batch/node-streams.js')).streams,
})
