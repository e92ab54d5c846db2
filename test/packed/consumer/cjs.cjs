const { readFileSync } = require('node:fs')
const ras = require('send-ras')
const diff = require('send-ras/diff')
const work = require('./work.cjs')

console.log(work({ ...ras, ...diff }, readFileSync(process.argv[2], 'utf8')))
