import { readFileSync } from 'node:fs'
import { loadTable, readAssessment } from '../../src/index.js'
import { address } from '../../src/workbook/formula/places.js'
import { workbookOf } from '../../src/workbook/workbook.js'

/** The steps of one line of Norfolk's table as the sheet Working has them, for the page in docs. */
export function workingOfNorfolk(): string {
  const file = 'tables/norfolk/short-breaks-primary.yaml'
  const table = loadTable(readFileSync(file, 'utf8'), { file })
  const assessment = readAssessment(readFileSync('fixtures/assessments/norfolk-145.yaml', 'utf8'), table)
  const working = workbookOf(table, { assessment }).sheets.find(({ name }) => name === 'Working')
  const lines = (working?.rows ?? []).flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => {
      if (!cell || !('formula' in cell) || cell.holds?.is !== 'quantity') return []
      const id = cell.holds.id.replace(`${table.id}/`, '')
      if (!/^lines\/short-breaks\/(band-row|give|price|state)$/.test(id)) return []
      const { text, value } = cell.formula
      return [`${address(row, column, 'neither')}  ${id}: ${value}\n    =${text}`]
    }),
  )
  return `${lines.join('\n')}\n`
}
