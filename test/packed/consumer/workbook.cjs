const { readFileSync } = require('node:fs')
const { loadTable } = require('send-ras')
const { workbook } = require('send-ras/workbook')
const book = require('./book.cjs')

book({ loadTable, workbook }, readFileSync(process.argv[2], 'utf8')).then(console.log)
