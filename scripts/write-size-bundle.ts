import { mkdirSync, writeFileSync } from 'node:fs'
import { bundle } from './bundle.js'

// What a page pays that imports everything from the main entry, dependencies included. `npm run size` weighs it.
const text = await bundle("export * from './dist/index.js'", process.cwd(), true)
mkdirSync('temp/size', { recursive: true })
writeFileSync('temp/size/send-ras.min.js', text)
