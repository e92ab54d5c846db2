const { createHash } = require('node:crypto')

/** A workbook of a table that the main entry loaded, as the length and the hash of its bytes. */
module.exports = async function book(ras, tableText) {
  const bytes = await ras.workbook(ras.loadTable(tableText, { file: 'norfolk.yaml' }))
  return JSON.stringify({
    begins: String.fromCharCode(...bytes.slice(0, 2)),
    length: bytes.length,
    hash: createHash('sha256').update(bytes).digest('hex'),
  })
}
