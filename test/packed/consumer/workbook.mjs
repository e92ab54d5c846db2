import { readFileSync } from 'node:fs'
import { loadTable } from 'send-ras'
import { workbook } from 'send-ras/workbook'
import book from './book.cjs'

console.log(await book({ loadTable, workbook }, readFileSync(process.argv[2], 'utf8')))
