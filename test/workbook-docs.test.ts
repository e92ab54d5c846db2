import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { workingOfNorfolk } from './support/workbook-page.js'

test('docs/workbook.md shows the formulas that stand in the workbook', () => {
  const page = readFileSync('docs/workbook.md', 'utf8')
  const [, shown] =
    /<!-- Compared with the workbook by test\/workbook-docs.test.ts. -->\n\n```text\n([\s\S]*?)```/.exec(page) ?? []
  expect(shown).toBe(workingOfNorfolk())
})
