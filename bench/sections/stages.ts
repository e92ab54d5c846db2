import type { Ask } from '../ask.js'
import type { Timing } from '../rounds.js'
import { type Section, table } from '../section.js'

/** Where the time of one `allocate` goes. */
export async function stages(ask: Ask): Promise<Section> {
  const measured = await ask<Readonly<Record<string, Timing>>>('stages')
  return {
    text: `## Where the time of one budget goes

Each stage by itself, named answers.

${table(
  ['Stage', 'µs'],
  Object.entries(measured).map(([name, { median }]) => [name, median.toFixed(2)]),
)}`,
  }
}
