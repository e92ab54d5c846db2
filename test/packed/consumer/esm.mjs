import { readFileSync } from 'node:fs'
import * as ras from 'send-ras'
import * as diff from 'send-ras/diff'
import work from './work.cjs'

console.log(work({ ...ras, ...diff }, readFileSync(process.argv[2], 'utf8')))
