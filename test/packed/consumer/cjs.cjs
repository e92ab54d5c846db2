const { readFileSync } = require('node:fs')
const ras = require('send-ras')
const work = require('./work.cjs')

console.log(work(ras, readFileSync(process.argv[2], 'utf8')))
