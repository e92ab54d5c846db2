export type { AllocationTable, Tables } from '../load/table.js'
export { MOST_ROWS } from './caseload/rows.js'
export { safeWorkbook, type WorkbookError, type WorkbookOptions, type WorkbookResult, workbook } from './workbook.js'
