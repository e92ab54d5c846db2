import type { Ask } from '../ask.js'
import { build } from '../built.js'
import type { StartUp } from '../questions/start-up.js'
import { type Section, shown, table } from '../section.js'

/** Whole processes of the built command. */
export async function startUp(ask: Ask): Promise<Section> {
  build()
  const { node, version, allocate } = await ask<StartUp>('start-up')
  return {
    text: `## Starting the command

Whole processes, on the wall.

${table(
  ['', 'ms'],
  [
    ['`node -e 0`', shown(node, 1, 0)],
    ['`ras --version`', shown(version, 1, 0)],
    ['`ras allocate` of one child', shown(allocate, 1, 0)],
  ],
)}`,
    targets: [{ what: '`ras` starts', measured: version.median, most: 200, unit: 'ms' }],
  }
}
