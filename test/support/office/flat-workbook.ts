import { type Cell, writeXlsx } from 'hucre/xlsx'
import { guarded } from '../../../src/workbook/formula/guarded.js'
import { address, type Places, sheetPrefix } from '../../../src/workbook/formula/places.js'
import { written } from '../../../src/workbook/formula/written.js'
import type { Program } from '../../../src/workbook/program/program.js'
import type { Filling } from './office.js'

const INPUTS = 'What is asked'
const FORMULAS = 'Formulas'

/** A program as a workbook without any finish: inputs, each block, and quantities, each in the first column of a sheet. */
export async function flatWorkbook(
  program: Program,
  cached: (id: string) => number | string = () => 7,
): Promise<Uint8Array> {
  const places = flatPlaces(program)
  const cells = program.quantities.map((one, row): [string, Partial<Cell>] => [
    `${row},0`,
    { formula: written(guarded(one), places), formulaResult: cached(one.id) },
  ])
  return await writeXlsx({
    sheets: [
      { name: FORMULAS, rows: [], cells: new Map(cells) },
      { name: INPUTS, rows: program.inputs.map(() => [null]) },
      ...blocksOf(program).map(({ rows }, at) => ({ name: sheetOf(at), rows: rows.map((row) => [...row]) })),
    ],
  })
}

/** What fills in the inputs of a flat workbook. */
export function filling(program: Program, inputs: ReadonlyMap<string, string | number>): Filling {
  return { sheet: INPUTS, at: 'A1', rows: program.inputs.map(({ id }) => [inputs.get(id) ?? null]) }
}

/** Where a flat workbook shows what its quantities come to. */
export function quantitiesOf(program: Program): { readonly sheet: string; readonly range: string } {
  return { sheet: FORMULAS, range: `A1:A${program.quantities.length}` }
}

function flatPlaces(program: Program): Places {
  const at = (all: readonly { readonly id: string }[], id: string): string =>
    address(
      all.findIndex((one) => one.id === id),
      0,
    )
  const blocks = blocksOf(program)
  const sheet = (id: string): string => sheetPrefix(sheetOf(blocks.findIndex((block) => block.id === id)))
  const rows = (id: string): number => blocks.find((block) => block.id === id)?.rows.length ?? 0
  return {
    input: (id) => sheetPrefix(INPUTS) + at(program.inputs, id),
    quantity: (id) => at(program.quantities, id),
    cell: (block, row, column) => sheet(block) + address(row, column),
    range: (block, first, last) => `${sheet(block)}${address(0, first)}:${address(rows(block) - 1, last)}`,
  }
}

function sheetOf(block: number): string {
  return `Figures ${block + 1}`
}

function blocksOf(program: Program): Program['tables'][number]['blocks'] {
  return program.tables.flatMap((table) => table.blocks)
}
