import { agree } from './agree.js'
import { firstLoad, warmLoad } from './loading.js'
import { oneBudget } from './one-budget.js'
import { stages } from './stages.js'

/** One measurement, named on the command line and given as JSON. `run.ts` takes each in a process of its own. */
const MEASUREMENTS: Readonly<Record<string, () => unknown>> = {
  agreement: () => agree(40000),
  named: () => oneBudget('named', 50),
  mixed: () => oneBudget('mixed', 50),
  // The first load comes first, or it is not the first.
  loading: () => ({ first: firstLoad(), warm: warmLoad(20) }),
  stages: () => stages(25),
}

const measurement = MEASUREMENTS[process.argv[2] ?? '']
if (!measurement) throw new RangeError(`Not a measurement: ${process.argv[2]}`)
console.log(JSON.stringify(measurement()))
