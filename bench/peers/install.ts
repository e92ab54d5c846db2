import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const FOLDER = 'bench/peers'

/** Where to bundle `bench/peers/measure.ts` to: from there its imports are found, and nothing lints or commits it. */
export const PEERS_OUTFILE = `${FOLDER}/node_modules/.cache/measure.mjs`

/** Installs the peers where they are missing, from their own lock file. False, with a line that says so, if it cannot. */
export function installPeers(): boolean {
  // npm writes this file last, so a half-finished installation is done again.
  if (existsSync(`${FOLDER}/node_modules/.package-lock.json`)) return true
  try {
    const windows = process.platform === 'win32'
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: FOLDER, stdio: 'pipe', shell: windows })
    return true
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
    console.error(`Other tools are left out: ${FOLDER}/node_modules is missing and could not be installed (${why}).`)
    return false
  }
}
