/** The same work for everyone who gets the library, however they got it: what it exports, one budget, its words, a difference, a cell. */
module.exports = function work(ras, tableText) {
  const table = ras.loadTable(tableText, { file: 'norfolk.yaml' })
  const assessment = {
    case: 'NK-1',
    date: '2025-09-01',
    facts: { age: 9, safeguarding: false },
    scores: { points: 150 },
  }
  const budget = ras.allocate(assessment, table)
  const later = ras.loadTable(tableText.replace('give: 2800.00', 'give: 3000.00'), { file: 'later.yaml' })
  const { changes } = ras.diffTables(table, later)
  const cells = [
    ['case', 'date', 'age', 'safeguarding', 'points'],
    ['NK-1', '2025-09-01', 9, false, 150],
  ]
  const total = ras.RAS_TOTAL([[tableText]], [cells[0]], [cells[1]])
  return JSON.stringify({ exports: Object.keys(ras).sort(), budget, words: ras.explain(budget, table), changes, total })
}
