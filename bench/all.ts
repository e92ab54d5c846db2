import { writeFileSync } from 'node:fs'
import { agree } from './agree.js'
import { firstLoad, warmLoad } from './loading.js'
import { oneBudget } from './one-budget.js'
import { report } from './report.js'
import { stages } from './stages.js'

// First, or the first load is not the first.
const first = firstLoad()
const agreement = agree(40000)
const text = report({
  agreement,
  named: oneBudget('named', 120),
  mixed: oneBudget('mixed', 120),
  loading: { first, warm: warmLoad(20) },
  stages: stages(30),
})
console.log(text)
if (agreement.first) console.log(JSON.stringify(agreement.first, null, 2))
if (process.argv.includes('--write')) writeFileSync('bench/RESULTS.md', `# Results\n\n${text}`)
process.exitCode = agreement.figures + agreement.itemised === 0 ? 0 : 1
