import { spawnSync } from 'node:child_process'
import { build } from 'esbuild'

// Bundled first, as the published package is: a loader that compiles on the fly wraps every inner function and is slower.
const outfile = 'temp/bench/all.mjs'
await build({
  entryPoints: ['bench/all.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  packages: 'external',
  logLevel: 'warning',
})
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: 'inherit' })
process.exitCode = status ?? 1
