/*
 * `send-ras/sheet`: functions over the cells of a spreadsheet, and what is needed to give them to Google Sheets and Excel.
 */
export { appsScript } from './apps-script.js'
export { type CarriedTable, carriedOf } from './carried.js'
export { type ExcelAddIn, excelAddIn } from './excel-add-in.js'
export { excelFunctions } from './excel-functions.js'
export { type SheetFunctions, sheetFunctions } from './functions.js'
export type { Shown, ShownRows } from './shown.js'

import { sheetFunctions } from './functions.js'

/** The four functions without a table of their own: they take the text of one. */
export const { RAS_TOTAL, RAS_BUDGET, RAS_FLAGS, RAS_POINTS } = sheetFunctions([])
