import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { against } from './against.js'
import { type Ask, asking } from './ask.js'
import { machine } from './machine.js'
import { type Section, type Sections, table, toldTarget } from './section.js'
import { agreement } from './sections/agreement.js'
import { batch } from './sections/batch.js'
import { caseloads } from './sections/caseloads.js'
import { oneBudget } from './sections/one-budget.js'
import { peers } from './sections/peers.js'
import { slopes } from './sections/slopes.js'
import { stages } from './sections/stages.js'
import { startUp } from './sections/start-up.js'
import { tableWork } from './sections/table-work.js'

// npm run bench [-- --only NAME… | --write | --against REF]

/** In the order of the page. Agreement comes last there, and fails the run. */
const SECTIONS: Sections = {
  'one-budget': oneBudget,
  caseloads,
  batch,
  table: tableWork,
  'start-up': startUp,
  slopes,
  peers,
  stages,
  agreement,
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    write: { type: 'boolean', default: false },
    against: { type: 'string' },
  },
})

if (values.against !== undefined) console.log(await against(values.against))
else await parts(values.only ?? Object.keys(SECTIONS), values.write)

async function parts(names: readonly string[], write: boolean): Promise<void> {
  // Results of which some are older would be mixed up with the machine and the day at the top of the page.
  if (write && names.length < Object.keys(SECTIONS).length) throw new RangeError('Only the whole bench is written.')
  const ask = asking('now')
  const sections: Section[] = []
  const begun = performance.now()
  for (const name of names) {
    const section = SECTIONS[name]
    if (!section)
      throw new RangeError(`Not a part of the bench: ${name}. There are ${Object.keys(SECTIONS).join(', ')}.`)
    const start = performance.now()
    sections.push(await tried(name, section, ask))
    console.error(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`)
  }
  console.error(`all: ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  const text = page(sections)
  console.log(text)
  if (write) writeFileSync('bench/RESULTS.md', text)
  const wrong = sections.flatMap((section) => section.wrong ?? [])
  for (const line of wrong) console.error(line)
  process.exitCode = wrong.length === 0 ? 0 : 1
}

/** One part that cannot be measured leaves the others their results. */
async function tried(name: string, section: NonNullable<Sections[string]>, ask: Ask): Promise<Section> {
  try {
    return await section(ask)
  } catch (error) {
    return { text: `## Not measured: ${name}`, wrong: [error instanceof Error ? error.message : String(error)] }
  }
}

function page(sections: readonly Section[]): string {
  const targets = sections.flatMap((section) => section.targets ?? [])
  return `# Results

${machine()}

Processor time, garbage collection with it, unless a wall is named; medians of interleaved rounds, the middle half in
brackets. One budget, and the caseload of all plans, are the middle of three processes.

${targets.length === 0 ? '' : `${table(['Target', '', 'Measured', 'Met'], targets.map(toldTarget))}\n\n`}${sections.map(({ text }) => text.trimEnd()).join('\n\n')}
`
}
