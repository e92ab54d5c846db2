import { loadTable } from '../src/index.js'
import { interleaved, type Timing } from './rounds.js'
import { westmarchText } from './westmarch.js'

/** Milliseconds to read, check, hash, compile and freeze the table: the first time in a process, and once warm. */
export interface Loading {
  readonly first: number
  readonly warm: Timing
}

/** To be called before anything else is loaded, or the first time is not the first. */
export function firstLoad(): number {
  const text = westmarchText()
  const start = process.cpuUsage()
  loadTable(text)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

export function warmLoad(rounds: number): Timing {
  const text = westmarchText()
  const { load } = interleaved({ load: () => loadTable(text).id.length }, rounds)
  return load
}
