import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import type { OneBudget } from './one-budget.js'
import { type Measured, report } from './report.js'

// Bundled first, as the published package is: a loader that compiles on the fly wraps every inner function and is slower.
const outfile = 'temp/bench/measure.mjs'
await build({
  entryPoints: ['bench/measure.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'es2022',
  packages: 'external',
  logLevel: 'warning',
})

/** Each in its own process, so that none runs on machine code and memory that another has shaped. */
function measured<Name extends keyof Measured>(name: Name): Measured[Name] {
  return JSON.parse(execFileSync(process.execPath, [outfile, name], { encoding: 'utf8', maxBuffer: 1e8 }))
}

/** The middle of three processes, because a shared machine has slow spells that outlast one. */
function middle(name: 'named' | 'mixed'): OneBudget {
  const runs = [measured(name), measured(name), measured(name)]
  const [, second] = runs.sort((a, b) => a.allocate.median - b.allocate.median)
  if (!second) throw new RangeError('Nothing was measured')
  return second
}

const agreement = measured('agreement')
const text = report({
  agreement,
  named: middle('named'),
  mixed: middle('mixed'),
  loading: measured('loading'),
  stages: measured('stages'),
})
console.log(text)
if (agreement.first) console.log(JSON.stringify(agreement.first, null, 2))
if (process.argv.includes('--write')) writeFileSync('bench/RESULTS.md', `# Results\n\n${text}`)
process.exitCode = agreement.figures + agreement.itemised === 0 ? 0 : 1
