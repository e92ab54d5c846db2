import { readFileSync } from 'node:fs'
import * as ras from 'send-ras'
import * as diff from 'send-ras/diff'
import * as sheet from 'send-ras/sheet'
import work from './work.cjs'

console.log(work({ ...ras, ...diff, ...sheet }, readFileSync(process.argv[2], 'utf8')))
