import { readFileSync, writeSync } from 'node:fs'
import { main } from './main.js'

// Written whole and in order even into a pipe, where process.stdout would still be busy at the end.
function write(fd: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let sent = 0; sent < bytes.length; ) {
    try {
      sent += writeSync(fd, bytes, sent)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : ''
      if (code === 'EPIPE') process.exit(0)
      if (code !== 'EAGAIN') throw error
    }
  }
}

process.exitCode = await main({
  argv: process.argv.slice(2),
  readFile: (path) => readFileSync(path, 'utf8'),
  readStdin: () => readFileSync(0, 'utf8'),
  out: (text) => write(1, text),
  err: (text) => write(2, text),
  streams: async () => (await import('./batch/node-streams.js')).streams,
})
