import { readdirSync, readFileSync } from 'node:fs'
import { against } from '../../src/after/index.js'
import { sortFindings } from '../../src/diagnostic.js'
import { type Located, loadTable } from '../../src/index.js'
import { readSource } from '../../src/load/source.js'

const FOLDER = 'fixtures/against'

/** Two tables, of which the later one has one thing to be told, and where a person would look for it. */
export interface Succession {
  readonly name: string
  readonly earlier: string
  readonly later: string
  /** `RAS905 64:20`: the code, the line and the column in the later one. */
  readonly expected: string
}

/** Every pair of tables that is named for a code; what it expects is the last line of the later one. */
export function successions(): Succession[] {
  return readdirSync(FOLDER)
    .sort()
    .map((name) => {
      const [earlier, later] = ['earlier', 'later'].map((file) =>
        readFileSync(`${FOLDER}/${name}/${file}.yaml`, 'utf8'),
      )
      const expected = /^# expect: (RAS\d{3} \d+:\d+)\n$/m.exec(later ?? '')?.[1]
      if (earlier === undefined || later === undefined || expected?.slice(0, 6) !== name.slice(0, 6))
        throw new Error(`${name} does not say what it expects`)
      return { name, earlier, later, expected }
    })
}

/** Everything that is found in a later table beside an earlier one, located in its text. */
export function foundAgainst(earlier: string, later: string, file = 'later.yaml'): readonly Located[] {
  const { locate } = readSource(later, file)
  return sortFindings(against(loadTable(earlier), loadTable(later, { file })).map(locate))
}
