import { readFileSync } from 'node:fs'
import * as ras from 'send-ras'
import work from './work.cjs'

console.log(work(ras, readFileSync(process.argv[2], 'utf8')))
