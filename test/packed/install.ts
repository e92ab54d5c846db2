import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The repository. */
export const root = path.resolve(import.meta.dirname, '../..')

/** Packs the repository into a folder, and returns the tarball. */
export function pack(into: string): string {
  const packed: [{ filename: string }] = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', into], root),
  )
  return path.join(into, packed[0].filename)
}

/** Packs the repository, installs the package in an empty folder beside the consumers, and returns that folder. */
export function install(): string {
  const temp = realpathSync(mkdtempSync(path.join(tmpdir(), 'send-ras-')))
  const tarball = pack(temp)
  const folder = path.join(temp, 'consumer')
  mkdirSync(folder)
  cpSync(path.join(import.meta.dirname, 'consumer'), folder, { recursive: true })
  for (const copy of ['typed.mts', 'typed.cts']) copyFileSync(path.join(folder, 'typed.ts'), path.join(folder, copy))
  run('npm', ['install', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball], folder)
  return folder
}

/** Runs a command to its end and returns what it printed. A failure throws with all that it printed. */
export function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    maxBuffer: 2 ** 26,
  })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} (${status})\n${stdout}${stderr}`)
  return stdout
}
