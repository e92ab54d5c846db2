/**
 * A cell of CSV. Text that a spreadsheet would take for a formula gets an apostrophe before it, so that it stays text;
 * whatever could be read as more than one cell stands in quotation marks.
 *
 * @example csvCell('=1+1') // `"'=1+1"`
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  const plain = safe === text && !/[",;\t\r\n]|^ | $/.test(text)
  return plain ? text : `"${safe.replaceAll('"', '""')}"`
}

/** A row of cells, with the end of its line. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\n`
}
