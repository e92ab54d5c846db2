import { measurePeers } from './compare.js'

// An entry of its own, run as a process: how many rounds to time is on the command line, and the answer is JSON.
console.log(JSON.stringify(await measurePeers(3000, Number(process.argv[2] ?? 40))))
