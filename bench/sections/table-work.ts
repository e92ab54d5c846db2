import type { Ask } from '../ask.js'
import type { Loading } from '../questions/loading.js'
import type { Timing } from '../rounds.js'
import { type Section, shown, table } from '../section.js'

/** What is done once for a table: loading, and judging it by the six principles. */
export async function tableWork(ask: Ask): Promise<Section> {
  const { first, warm } = await ask<Loading>('loading')
  const audit = await ask<Timing>('audit')
  const stages = await ask<Readonly<Record<string, Timing>>>('loading-stages')
  return {
    text: `## Once for a table

${table(
  ['', 'ms'],
  [
    ['Load and compile, the first time in a process', first.toFixed(1)],
    ['Load and compile, warm', shown(warm, 1000, 1)],
    ...Object.entries(stages).map(([name, timing]) => [`of that: ${name}`, shown(timing, 1000, 1)]),
    ['Audit by the six principles, warm', shown(audit, 1000, 1)],
  ],
)}`,
    targets: [{ what: 'load and compile the table, warm', measured: warm.median / 1000, most: 40, unit: 'ms' }],
  }
}
