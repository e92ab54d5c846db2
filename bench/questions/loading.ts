import { loadTable } from '../../src/index.js'
import { interleaved, type Timing } from '../rounds.js'
import { westmarchText } from '../westmarch.js'

/** What it takes to read, check, hash, compile and freeze the table. */
export interface Loading {
  /** Milliseconds, the first time in a process. */
  readonly first: number
  /** Microseconds, once warm. */
  readonly warm: Timing
}

/** To be asked in a process of its own, or the first time is not the first. */
export function measure(): Loading {
  const text = westmarchText()
  const start = process.cpuUsage()
  loadTable(text)
  const { user, system } = process.cpuUsage(start)
  const { warm } = interleaved({ warm: () => loadTable(text).id.length }, 20)
  return { first: (user + system) / 1000, warm }
}
