const { readFileSync } = require('node:fs')
const ras = require('send-ras')
const diff = require('send-ras/diff')
const sheet = require('send-ras/sheet')
const work = require('./work.cjs')

console.log(work({ ...ras, ...diff, ...sheet }, readFileSync(process.argv[2], 'utf8')))
