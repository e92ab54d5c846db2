import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'

/** Builds the package where `dist` is missing or older than the source, so that the command of today is measured. */
export function build(): void {
  if (existsSync('dist/cli.js') && statSync('dist/cli.js').mtimeMs > newest('src')) return
  execFileSync('npm', ['run', '-s', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
}

/** When the last of the files in a folder was changed. */
function newest(folder: string): number {
  const times = readdirSync(folder, { withFileTypes: true, recursive: true }).map(
    ({ parentPath, name }) => statSync(`${parentPath}/${name}`).mtimeMs,
  )
  return Math.max(...times)
}
