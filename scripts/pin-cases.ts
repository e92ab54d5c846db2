import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allocate, readAssessment } from '../src/index.js'
import { goldenCases } from '../test/support/golden.js'

// Writes the hash of each golden case's table into the case, after a table was changed on purpose.
for (const { folder, table, assessment } of goldenCases('fixtures/cases')) {
  const file = join(folder, 'expected.yaml')
  const hash = allocate(readAssessment(assessment, table), table).tables[0]?.hash ?? ''
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^hash: .*$/m, `hash: ${hash}`))
}
