import type { Case } from './case.js'
import { type Worked, worked } from './line.js'
import { step } from './result.js'
import { entries, inOrder, text, texts } from './tree.js'

/** Every line in its place: by stream, then by name. */
export function workedLines(c: Case): readonly Worked[] {
  return entries(c.table, 'lines')
    .map(([id, line]) => worked(c, id, line))
    .sort((a, b) => inOrder(a.line.stream, b.line.stream) || inOrder(a.line.id, b.line.id))
}

/** All lines as they are in one setting. */
export interface InSetting {
  readonly setting: string
  readonly c: Case
  readonly all: readonly Worked[]
}

/** The lines in every setting that there could be; none where the setting is known. */
export function bySetting(c: Case): readonly InSetting[] {
  const fact = entries(c.table, 'facts').find(([, one]) => text(one, 'is') === 'setting')
  if (fact === undefined || c.facts.get(fact[0]) !== 'unknown') return []
  return texts(fact[1], 'one-of').map((setting) => {
    const one = { ...c, facts: new Map([...c.facts, [fact[0], setting]]) }
    return { setting, c: one, all: workedLines(one) }
  })
}

/** The lines of all settings laid beside one another: what is the same in all stands, what differs waits. */
export function sideBySide(settings: readonly InSetting[]): readonly Worked[] {
  const [first] = settings
  return (first?.all ?? []).map((one, index) => {
    const all = settings.flatMap(({ setting, all }) => {
      const there = all[index]
      return there === undefined ? [] : [{ setting, line: there.line }]
    })
    return all.every(({ line }) => isSameLine(line, one.line)) ? one : apart(one, all)
  })
}

/** The places of the lines that are not the same in every setting. */
export function differing(settings: readonly InSetting[]): readonly number[] {
  const merged = sideBySide(settings)
  return merged.flatMap(({ line }, index) => (line.amount.state === 'by-setting' ? [index] : []))
}

function isSameLine(a: Worked['line'], b: Worked['line']): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function apart(one: Worked, all: readonly { readonly setting: string; readonly line: Worked['line'] }[]): Worked {
  const { id, stream, tier, amountIs, legalBasis, provides } = one.line
  const settings = all.map(({ setting, line }) => ({ setting, amount: line.amount }))
  return {
    line: {
      id,
      stream,
      tier,
      amountIs,
      legalBasis,
      amount: { state: 'by-setting', pence: null, to: null, quantity: null, settings },
      steps: [step('by-setting', null)],
      gate: null,
      provides: provides && { ...provides, quantity: null },
      funders: [],
      outcomes: [],
      contingency: null,
      locked: null,
      partYear: null,
      neighbours: null,
    },
    capped: [],
    band: null,
  }
}
