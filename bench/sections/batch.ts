import type { Ask } from '../ask.js'
import { build } from '../built.js'
import type { Batch, Process } from '../questions/batch.js'
import { type Section, shown, table } from '../section.js'
import { ENGLAND } from './caseloads.js'

/** All plans of England from CSV to CSV. */
export async function batch(ask: Ask): Promise<Section> {
  build()
  const { cases, megabytesIn, megabytesOut, caseload, batch, papaparse } = await ask<Batch>('batch', ENGLAND)
  const row = (what: string, { seconds, processor, peak }: Process) => [
    what,
    shown(seconds),
    shown(processor),
    peak.toFixed(0),
  ]
  return {
    text: `## From CSV to CSV

${cases.toLocaleString('en')} cases, ${megabytesIn.toFixed(0)} MB in and ${megabytesOut.toFixed(0)} MB out: whole processes, on the wall.

${table(
  ['', 's', 'of processor time, s', 'peak memory, MB'],
  [
    row('`ras batch`', batch),
    row('papaparse, only reading the file', papaparse),
    row('`ras caseload`, which makes the cases up', caseload),
  ],
)}`,
    targets: [
      { what: '`ras batch` of all plans', measured: batch.seconds.median, most: 5, unit: 's' },
      { what: '`ras batch`, peak memory', measured: batch.peak, most: 250, unit: 'MB' },
    ],
  }
}
