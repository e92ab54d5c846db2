import type { Ask } from '../ask.js'
import type { Floor } from '../questions/floor.js'
import type { Timing } from '../rounds.js'
import { type Section, shown, table, times } from '../section.js'

type Stages = Readonly<Record<string, Timing>>

/** Where the time of one `allocate` and of a caseload goes, and what no version could go below. */
export async function stages(ask: Ask): Promise<Section> {
  const one = await ask<Stages>('stages')
  const { copied, itemised, allocate } = await ask<Floor>('floor')
  const many = await ask<Stages>('caseload-stages')
  return {
    text: `## Where the time goes

One budget, each stage by itself, named answers:

${table(
  ['Stage', 'µs'],
  Object.entries(one).map(([name, { median }]) => [name, median.toFixed(2)]),
)}

What a version that gives this result can hardly go below: building a finished budget again, object by object, with nothing
worked out, takes ${shown(copied)} µs. That is ${times(copied, itemised)} what all of it takes by hand, itemised, without the
working; \`allocate\` in the same run takes ${shown(allocate)} µs.

A block of 1,024 cases of a caseload, all of whose parts have been met before:

${table(
  ['Stage', 'µs', 'ns a case'],
  Object.entries(many).map(([name, { median }]) => [name, median.toFixed(1), ((1000 * median) / 1024).toFixed(1)]),
)}`,
  }
}
