import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs'
import { spread, type Timing } from '../rounds.js'
import { WESTMARCH_FILE } from '../westmarch.js'

/** A file of cases through the built command, CSV to CSV; seconds on the wall, and megabytes of 1,000,000 bytes. */
export interface Batch {
  readonly cases: number
  readonly megabytesIn: number
  readonly megabytesOut: number
  /** Making up the cases and writing them as CSV. */
  readonly caseload: Process
  readonly batch: Process
  /** What it takes papaparse to read the same file, and do nothing with it. */
  readonly papaparse: Process
}

export interface Process {
  readonly seconds: Timing
  /** Of processor time, which others on the machine do not lengthen. */
  readonly processor: Timing
  /** The most memory that was resident at any time, the largest of the runs. */
  readonly peak: number
}

const FOLDER = 'temp/bench'
const IN = `${FOLDER}/cases.csv`
const OUT = `${FOLDER}/budgets.csv`
const NOTHING = `${FOLDER}/nothing.txt`
const USED = `${FOLDER}/used.json`

/** Tells at its end what it used, whatever program it is. */
const TELLING = `import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync('${USED}', JSON.stringify(process.resourceUsage())))`

const READING = `import { createReadStream } from 'node:fs'
import Papa from 'papaparse'
Papa.parse(createReadStream('${IN}'), { chunk() {} })`

interface Run {
  readonly seconds: number
  readonly processor: number
  readonly peak: number
}

export function measure(cases: string, rounds = '3'): Batch {
  mkdirSync(FOLDER, { recursive: true })
  const caseload = run(['dist/cli.js', 'caseload', '--table', WESTMARCH_FILE, '--cases', cases, '--seed', '1'], IN)
  const batch: Run[] = []
  const papaparse: Run[] = []
  for (let round = 0; round < Number(rounds); round++) {
    batch.push(run(['dist/cli.js', 'batch', IN, '--table', WESTMARCH_FILE, '-o', OUT], NOTHING))
    papaparse.push(run(['--input-type=module', '-e', READING], NOTHING))
  }
  return {
    cases: Number(cases),
    megabytesIn: statSync(IN).size / 1e6,
    megabytesOut: statSync(OUT).size / 1e6,
    caseload: told([caseload]),
    batch: told(batch),
    papaparse: told(papaparse),
  }
}

function run(args: readonly string[], out: string): Run {
  const to = openSync(out, 'w')
  const telling = ['--import', `data:text/javascript,${encodeURIComponent(TELLING)}`]
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [...telling, ...args], {
    stdio: ['ignore', to, 'pipe'],
    encoding: 'utf8',
  })
  const seconds = (performance.now() - start) / 1000
  closeSync(to)
  if (status !== 0) throw new Error(`${args.slice(0, 2).join(' ')} gave ${status}: ${stderr.slice(-2000)}`)
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(USED, 'utf8'))
  return { seconds, processor: (userCPUTime + systemCPUTime) / 1e6, peak: (maxRSS * 1024) / 1e6 }
}

function told(runs: readonly Run[]): Process {
  return {
    seconds: spread(runs.map(({ seconds }) => seconds)),
    processor: spread(runs.map(({ processor }) => processor)),
    peak: Math.max(...runs.map(({ peak }) => peak)),
  }
}
