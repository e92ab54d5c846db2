import { safeLoadTable } from '../../load/load.js'
import { visible } from '../../visible.js'
import { type Area, address, type Grid } from '../grid.js'
import { readAbout } from './about.js'
import { draftOf } from './draft.js'
import { findHeads, type Heads } from './heads.js'
import { faultList, type ImportFault, type Tell } from './import-fault.js'
import { hundredthsOf, pointsIn } from './number.js'
import { type PointsRow, readRows } from './rows.js'

/** A draft made of a sheet, or everything that is wrong with it. */
export type Imported =
  | {
      readonly success: true
      /** The table, as YAML. */
      readonly text: string
      /** What whoever reads it should know, such as which figures come from formulas. */
      readonly notes: readonly string[]
      readonly rows: number
      readonly lines: number
      /** How many words of it begin with TO FILL IN. */
      readonly toFill: number
    }
  | { readonly success: false; readonly faults: readonly ImportFault[] }

/**
 * Makes a draft table of a sheet from points to pounds a year: rows of a name and what is so, a row of heads (from, to,
 * band, and a column of pounds a year for each line), and a row for each step of points. Nothing is guessed: what is not
 * clear is told by its cell, all of it, and what the sheet does not say is to be filled in. `file` is what the sheet is
 * called in the draft. Never throws.
 *
 * @example importTable(grid, 'points.csv').success // true
 */
export function importTable(grid: Grid, file: string): Imported {
  const { tell, all } = faultList()
  const heads = findHeads(grid, tell)
  unclear(grid, tell)
  if (!heads) return { success: false, faults: all() }
  const about = readAbout(grid, heads.row, tell)
  const given = pointsIn(about.get('highest points')?.text ?? '')
  const rows = readRows(grid, heads, given, tell)
  if (all().length > 0) return { success: false, faults: all() }
  const highest = given ?? highestIn(rows)
  const notes = [
    `A draft, made by ras import-table of ${visible(file)}${grid.sheet === '' ? '' : `, sheet ${visible(grid.sheet)}`}.`,
    'Words that begin with TO FILL IN are not known yet; with any of them the table cannot be more than a draft.',
    ...(about.has('provenance')
      ? []
      : ['provenance: synthetic is invented; reconstructed is rebuilt from what was published.']),
    ...(given === null
      ? [`Nothing says how many points the form can give: ${highest} is the highest in the rows.`]
      : []),
    ...fromFormulas(grid, heads),
  ]
  const text = draftOf({ about, heads, rows, highest, notes })
  return checked(text, { notes: notes.slice(2), rows: rows.length, lines: heads.amounts.length })
}

/** The draft is read as any other table is: it must not be one that cannot be loaded. */
function checked(text: string, counts: { notes: readonly string[]; rows: number; lines: number }): Imported {
  const loaded = safeLoadTable(text)
  if (loaded.success)
    return { success: true, text, ...counts, toFill: loaded.warnings.filter(({ code }) => code === 'RAS503').length }
  const faults = loaded.error.findings.map(({ code, message, mend, at }) => {
    return { at: 'A1', what: `The table made of the sheet would have ${code} at ${at || '/'}: ${message}`, mend }
  })
  return { success: false, faults }
}

/** Where a person sees something else than what the cells hold. */
function unclear(grid: Grid, tell: Tell): void {
  const within = ({ top, left }: Area) => top < grid.height && left < grid.width
  for (const { top, left, bottom, right } of grid.merged.filter(within))
    tell(
      top,
      left,
      `${address(top, left)}:${address(bottom, right)} is merged into one cell.`,
      'Unmerge it, and fill in each cell by itself.',
    )
  for (const row of grid.hiddenRows)
    if (row < grid.height) tell(row, 0, `Row ${row + 1} is hidden.`, 'Show it, or remove it.')
  for (const column of grid.hiddenColumns)
    if (column < grid.width) tell(0, column, 'The column is hidden.', 'Show it, or remove it.')
}

function highestIn(rows: readonly PointsRow[]): string {
  const all = rows.flatMap(({ from, to }) => (to === null ? [from] : [from, to]))
  return all.reduce((most, points) => (hundredthsOf(points) > hundredthsOf(most) ? points : most), '0')
}

const SHOWN = 8

function fromFormulas(grid: Grid, heads: Heads): readonly string[] {
  const cells: string[] = []
  for (let row = 0; row < grid.height; row++)
    for (let column = 0; column < grid.width; column++)
      if (grid.isFormula(row, column) && (row <= heads.row || grid.cell(row, column).is !== 'blank'))
        cells.push(address(row, column))
  if (cells.length === 0) return []
  const more = cells.length > SHOWN ? ` and ${cells.length - SHOWN} more` : ''
  return [`Worked out by formulas, and taken as they were saved: ${cells.slice(0, SHOWN).join(', ')}${more}.`]
}
