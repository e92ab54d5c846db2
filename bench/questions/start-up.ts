import { spawnSync } from 'node:child_process'
import { spread, type Timing } from '../rounds.js'
import { WESTMARCH_FILE } from '../westmarch.js'

/** Milliseconds on the wall from starting a whole process of the built command to its end. */
export interface StartUp {
  /** Node by itself, doing nothing: what no program can go below. */
  readonly node: Timing
  readonly version: Timing
  readonly allocate: Timing
}

const RAS = 'dist/cli.js'

/** The wall, here, because a person waits for it; so the machine should be quiet. */
export function measure(): StartUp {
  const commands = {
    node: ['-e', '0'],
    version: [RAS, '--version'],
    allocate: [RAS, 'allocate', 'fixtures/assessments/westmarch-primary.yaml', '--table', WESTMARCH_FILE],
  }
  const times = { node: [], version: [], allocate: [] } as Record<keyof StartUp, number[]>
  for (let round = 0; round < 15; round++)
    for (const [name, args] of Object.entries(commands)) times[name as keyof StartUp].push(milliseconds(args))
  const timing = (name: keyof StartUp) => spread(times[name])
  return {
    node: timing('node'),
    version: timing('version'),
    allocate: timing('allocate'),
  }
}

function milliseconds(args: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new RangeError(`${args.join(' ')} gave ${status}: ${stderr}`)
  return performance.now() - start
}
