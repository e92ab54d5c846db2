import Ajv from 'ajv'
import { describe, expect } from 'vitest'
import { stringify } from 'yaml'
import {
  type AllocationTable,
  type Assessment,
  allocate,
  explain,
  type IndicativeBudget,
  loadTable,
  readAssessment,
  replay,
  safeAllocate,
  safeLoadTable,
  tableFromJson,
} from '../../src/index.js'
import { writtenOf } from '../../src/load/table.js'
import { assessmentSchema } from '../../src/score/assessment-schema.js'
import { shuffled, tableText } from '../support/arbitrary/text.js'
import { type Loaded, law } from '../support/law.js'
import { levelsOf } from '../support/oracle/answers.js'
import { isWeighted } from '../support/weighted.js'

/** Everything that is a figure, and nothing that only tells of the case. */
function figures({
  needs: _needs,
  record: _record,
  tables: _tables,
  notices: _notices,
  principles: _principles,
  ...rest
}: IndicativeBudget): string {
  return JSON.stringify(rest)
}

function questionIn(loaded: AllocationTable, id: string) {
  return Object.values(writtenOf(loaded).questions ?? {}).find(({ ask }) => Object.hasOwn(ask, id))?.ask[id]
}

/** One item of a list, chosen by the case's own number. */
function choose<T>(list: readonly T[], number: number): T | undefined {
  return list[number % Math.max(1, list.length)]
}

function turned<T>(object: Readonly<Record<string, T>> | undefined): Record<string, T> {
  return Object.fromEntries(Object.entries(object ?? {}).reverse())
}

describe('law 7: order and comments change nothing', () => {
  law('the keys of a table in another order', ({ table, number, assessment, budget }) => {
    expect(JSON.stringify(allocate(assessment, loadTable(tableText(shuffled(table, number)))))).toBe(
      JSON.stringify(budget),
    )
  })
  law('comments, blank lines and Windows line ends', ({ text, assessment, budget }) => {
    const commented = text.replaceAll(/^(\S.*)$/gm, '# a remark\n\n$1').replaceAll('\n', '\r\n')
    expect(JSON.stringify(allocate(assessment, loadTable(commented)))).toBe(JSON.stringify(budget))
  })
  law('a table that was stored as JSON', ({ loaded, assessment, budget }) => {
    expect(JSON.stringify(allocate(assessment, tableFromJson(JSON.parse(JSON.stringify(loaded)))))).toBe(
      JSON.stringify(budget),
    )
  })
  law('answers, facts and scores in another order', ({ loaded, assessment, budget }) => {
    const other: Assessment = {
      ...assessment,
      answers: turned(assessment.answers),
      facts: turned(assessment.facts),
      scores: turned(assessment.scores),
    }
    expect(JSON.stringify(allocate(other, loaded))).toBe(JSON.stringify(budget))
  })
  law('an assessment as text, as data, or read before', ({ loaded, assessment, budget }) => {
    const text = stringify(assessment, { aliasDuplicateObjects: false })
    expect(JSON.stringify(allocate(readAssessment(text, loaded), loaded))).toBe(JSON.stringify(budget))
    expect(JSON.stringify(allocate(readAssessment(assessment, loaded), loaded))).toBe(JSON.stringify(budget))
  })
})

describe('law 8: not applicable is 0, and unanswered is refused', () => {
  law('not applicable scores what no points score, and rescales nothing', ({ loaded, assessment, budget }) => {
    for (const [id, answer] of Object.entries(budget.needs.answers)) {
      const nothing = levelsOf(questionIn(loaded, id)).find(({ points }) => Number(points) === 0)
      if (answer !== 'not-applicable' || !nothing) continue
      const other = { ...assessment, answers: { ...assessment.answers, [id]: nothing.name } }
      const result = safeAllocate(other, loaded)
      // Another question can hang on the level, and a factor can be looked up by it.
      if (!result.success) continue
      const plain = (one: IndicativeBudget) => one.scores.filter((score) => !isWeighted(loaded, score.id))
      expect(plain(result.data)).toEqual(plain(budget))
    }
  })
  law(
    'leaving out an answer that is needed is told, at its place, and nothing is worked out',
    ({ loaded, assessment, budget, number }) => {
      const id = choose(Object.keys(assessment.answers ?? {}), number)
      if (id === undefined) return
      const { [id]: _left, ...rest } = assessment.answers ?? {}
      const result = safeAllocate({ ...assessment, answers: rest }, loaded)
      const told = result.success ? [] : result.error.findings.map(({ code, data }) => [code, data])
      if (!budget.needs.scored || questionIn(loaded, id)?.['may-be-left']) {
        // It may be left, and what hangs on it may then be asked, or not be.
        expect(told.filter(([code, data]) => code === 'RAS620' && JSON.stringify(data).includes(`"${id}"`))).toEqual([])
        if (!isHungOn(loaded)) expect(told).toEqual([])
      } else expect(told).toEqual([['RAS620', { question: id }]])
    },
  )
})

/** Whether any question is asked only when something is so. */
function isHungOn(loaded: AllocationTable): boolean {
  const groups = Object.values(writtenOf(loaded).questions ?? {})
  return groups.some(({ ask }) => Object.values(ask).some((question) => question['asked-when'] !== undefined))
}

describe('law 10: replay', () => {
  law('a budget replays byte for byte from the needs that stand in it', ({ budget, loaded }) => {
    expect(replay(JSON.parse(JSON.stringify(budget)), loaded)).toEqual({ same: true })
  })
  law('one altered digit is caught', ({ budget, loaded, number }) => {
    const text = JSON.stringify(budget)
    const digits = [...text.matchAll(/\d/g)].map(({ index }) => index)
    const at = choose(digits, number) ?? 0
    const altered = `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`
    let read: IndicativeBudget
    try {
      read = JSON.parse(altered)
    } catch {
      return
    }
    if (inTheNeedsOrRecord(text, at)) return
    expect(replay(read, loaded).same).toBe(false)
  })
  law('a budget is not replayed with another table', ({ budget, table, number }) => {
    const other = loadTable(tableText({ ...table, version: `other-${number}` }))
    const result = replay(budget, other)
    expect(result.same ? 'same' : result.because).toBe('table')
  })
})

/** Case references, dates and needs are what a replay starts from: another digit there makes another case, not a lie. */
function inTheNeedsOrRecord(text: string, at: number): boolean {
  return at > text.indexOf('"needs":') && at < text.indexOf('"scores":[')
}

describe('law 12: only facts and answers move a sum', () => {
  law(
    'the case, the day, who took part, evidence, views and hopes do not',
    ({ loaded, assessment, budget, number }) => {
      const answers = Object.fromEntries(
        Object.entries(assessment.answers ?? {}).map(([id, answer]) => [
          id,
          {
            ...(typeof answer === 'string' ? { level: answer } : answer),
            evidence: `letter ${number}`,
            view: 'mother',
          },
        ]),
      )
      const other: Assessment = {
        ...assessment,
        answers,
        case: `other-${number}`,
        // What is phased out is phased out by the day, and the needs then say it.
        date: budget.needs.date ?? '2031-01-01',
        participants: ['mother', 'teaching assistant'],
        outcomes: [{ words: `I want ${number} friends` }],
      }
      expect(figures(allocate(other, loaded))).toBe(figures(budget))
    },
  )
  law('an age that the same form and law are for does not', ({ loaded, assessment, budget }) => {
    const id = Object.entries(writtenOf(loaded).facts ?? {}).find(([, fact]) => fact.is === 'age')?.[0]
    if (id === undefined) return
    for (let age = 0; age <= 25; age++) {
      const result = safeAllocate({ ...assessment, facts: { ...assessment.facts, [id]: age } }, loaded)
      if (!result.success || result.data.needs.scored !== budget.needs.scored) continue
      const lawless = (lines: IndicativeBudget['lines']) => lines.map((line) => ({ ...line, legalBasis: null }))
      const plain = (one: IndicativeBudget) => {
        const settings = one.settings.map((each) => ({ ...each, lines: lawless(each.lines) }))
        return figures({ ...one, settings, lines: lawless(one.lines) })
      }
      expect(plain(result.data)).toBe(plain(budget))
    }
  })
  law('nothing that was not declared is taken in', ({ loaded, assessment, number }) => {
    const name = choose(['postcode', 'ethnicity', 'sex', 'toString', 'hasOwnProperty', 'valueOf'], number) ?? ''
    const places: unknown[] = [
      { ...assessment, [name]: 'x' },
      { ...assessment, facts: { ...assessment.facts, [name]: 'x' } },
      { ...assessment, answers: { ...assessment.answers, [name]: 'x' } },
      { ...assessment, scores: { ...assessment.scores, [name]: 1 } },
    ]
    for (const place of places) expect(safeAllocate(place, loaded).success).toBe(false)
  })
})

describe('what is said', () => {
  law('names every settled figure, and never says what it must not', ({ budget, loaded }) => {
    for (const format of ['text', 'markdown'] as const) {
      const said = explain(budget, loaded, { format })
      expect(said).not.toMatch(/undefined|NaN|\[object|\baward\b|\bentitlement\b/i)
      const words = said.replaceAll(/\s+/g, ' ')
      for (const { amount } of budget.lines)
        if (amount.state === 'settled')
          expect(words).toContain(`£${Math.trunc(amount.pence / 100).toLocaleString('en-GB')}`)
      expect(words.includes('at least') || words.includes('AT LEAST')).toBe(budget.total.waiting.length > 0)
    }
  })
  law('fits the page in width', ({ budget, loaded }) => {
    for (const line of explain(budget, loaded).split('\n'))
      if (line.includes(' ')) expect(line.length).toBeLessThanOrEqual(104)
  })
})

describe('the schema of an assessment', () => {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
  const compiled = new WeakMap<object, ReturnType<typeof ajv.compile>>()
  const check = ({ loaded, assessment }: Loaded) => {
    const validate =
      compiled.get(loaded) ??
      ajv.compile(assessmentSchema(loaded, assessment.form === undefined ? undefined : String(assessment.form)))
    compiled.set(loaded, validate)
    return { accepts: validate(JSON.parse(JSON.stringify(assessment))), errors: validate.errors }
  }
  law('accepts every assessment that the reader accepts', (one) => {
    expect(check(one)).toEqual({ accepts: true, errors: null })
  })
})

describe('tables', () => {
  law('load with warnings at the most, each in its place', ({ text }) => {
    const result = safeLoadTable(text, { file: 'made.yaml' })
    expect(result.success).toBe(true)
    for (const { line, column, severity } of result.warnings) {
      expect(severity).toBe('warning')
      expect(line).toBeGreaterThan(0)
      expect(column).toBeGreaterThan(0)
    }
  })
  law('a first row that starts above the lowest score does not load', ({ table }) => {
    const lines = Object.entries(table.lines ?? {})
    for (const [id, line] of lines) {
      const rows = (line as { price?: { rows?: readonly { from: string }[] } }).price?.rows
      const first = rows?.[0]
      if (!rows || !first || rows.length > 1) continue
      const price = { ...(line as { price: object }).price, rows: [{ ...first, from: '900000' }] }
      const result = safeLoadTable(
        tableText({ ...table, lines: { ...(table.lines as object), [id]: { ...(line as object), price } } } as never),
      )
      if (result.success) throw new Error('a gap below the first row was accepted')
      expect(result.error.findings.map(({ code }) => code)).toContain('RAS202')
      return
    }
  })
})
