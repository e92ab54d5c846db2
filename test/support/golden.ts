import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseDocument } from 'yaml'
import { type AllocationTable, type Amount, type IndicativeBudget, loadTable } from '../../src/index.js'

/** What a golden case says of one line; money in pounds as a person writes it. */
interface ExpectedLine {
  readonly state: string
  readonly pounds?: string
  readonly funders?: Readonly<Record<string, string>>
  readonly outcomes?: Readonly<Record<string, string>>
  readonly contingency?: string
  readonly locked?: string
  readonly provides?: string
  readonly settings?: Readonly<Record<string, string>>
  readonly 'part-year'?: string
  readonly away?: string
}
interface ExpectedTotal {
  readonly settled: string
  readonly 'at-least': string
}
/** What the budget comes to in one setting, where the setting is unknown. */
interface ExpectedSetting {
  readonly total: ExpectedTotal
  readonly 'agreed-by': readonly string[]
}
export interface Expected {
  readonly title: string
  readonly table: string
  readonly hash: string
  readonly scores?: Readonly<Record<string, string>>
  readonly lines: Readonly<Record<string, ExpectedLine>>
  readonly streams: Readonly<Record<string, ExpectedTotal>>
  readonly total: ExpectedTotal
  readonly tiers?: Readonly<Record<string, string>>
  readonly manageable?: string
  readonly settings?: Readonly<Record<string, ExpectedSetting>>
  readonly flags: Readonly<Record<string, string>>
  readonly 'agreed-by': readonly string[]
}
export interface GoldenCase {
  readonly name: string
  readonly folder: string
  readonly expected: Expected
  readonly assessment: string
  readonly table: AllocationTable
}

const tables = new Map<string, AllocationTable>()

/** Every numbered folder of a directory of cases, in order. */
export function goldenCases(directory: string): GoldenCase[] {
  return readdirSync(directory)
    .sort()
    .map((name) => {
      const folder = join(directory, name)
      const document = parseDocument(readFileSync(join(folder, 'expected.yaml'), 'utf8'), { schema: 'failsafe' })
      if (document.errors[0]) throw new Error(`${name}: ${document.errors[0].message}`)
      const expected = document.toJS() as Expected
      const file = resolve(folder, expected.table)
      const table = tables.get(file) ?? loadTable(readFileSync(file, 'utf8'), { file })
      tables.set(file, table)
      return { name, folder, expected, assessment: readFileSync(join(folder, 'assessment.yaml'), 'utf8'), table }
    })
}

/** A budget in the words of a golden case, with exactly the entries that the case gives. */
export function inTheWordsOf(expected: Expected, budget: IndicativeBudget): Omit<Expected, 'title' | 'table'> {
  const pounds = (pence: number) => `${Math.trunc(pence / 100)}.${String(pence % 100).padStart(2, '0')}`
  const total = (sum: IndicativeBudget['total']) => ({
    settled: pounds(sum.settled),
    'at-least': sum.waiting.length > 0 ? 'yes' : 'no',
  })
  const comesTo = (one: IndicativeBudget['settings'][number]): ExpectedSetting => ({
    total: total(one.total),
    'agreed-by': one.agreedBy.map(({ who }) => who),
  })
  const sideBySide = (settings: readonly { readonly setting: string; readonly amount: Amount }[]) =>
    Object.fromEntries(
      settings.map(({ setting, amount }) => [
        setting,
        'pence' in amount && amount.pence !== null ? pounds(amount.pence) : amount.state,
      ]),
    )
  const shares = (list: IndicativeBudget['funders'], asked: object) =>
    Object.fromEntries(
      list.filter(({ id, pence }) => pence > 0 || id in asked).map(({ id, pence }) => [id, pounds(pence)]),
    )
  const lines = budget.lines.map((line) => {
    const asked: Partial<ExpectedLine> = expected.lines[line.id] ?? {}
    const said: Record<string, unknown> = { state: line.amount.state }
    if ('pence' in line.amount && line.amount.pence !== null) said.pounds = pounds(line.amount.pence)
    if (line.amount.state === 'by-setting') said.settings = sideBySide(line.amount.settings)
    if (asked.funders) said.funders = shares(line.funders, asked.funders)
    if (asked.outcomes) said.outcomes = shares(line.outcomes, asked.outcomes)
    if (asked.contingency !== undefined) said.contingency = pounds(line.contingency ?? -1)
    if (asked.locked !== undefined) said.locked = pounds(line.locked ?? -1)
    if (asked.provides !== undefined) said.provides = `${line.provides?.quantity} ${line.provides?.of}`
    if (asked['part-year'] !== undefined) said['part-year'] = pounds(line.partYear?.pence ?? -1)
    if (asked.away !== undefined) said.away = String(line.neighbours?.away)
    return [line.id, said] as const
  })
  const asked = Object.keys(expected.scores ?? {})
  const scores = budget.scores.filter(({ id }) => asked.includes(id)).map(({ id, points }) => [id, String(points)])
  return {
    hash: budget.tables[0]?.hash ?? '',
    ...(expected.scores ? { scores: Object.fromEntries(scores) } : {}),
    lines: Object.fromEntries(lines) as unknown as Expected['lines'],
    streams: Object.fromEntries(budget.streams.map((stream) => [stream.stream, total(stream)])),
    total: total(budget.total),
    ...(expected.tiers
      ? { tiers: Object.fromEntries(budget.tiers.map(({ tier, pence }) => [tier, pounds(pence)])) }
      : {}),
    ...(expected.manageable === undefined ? {} : { manageable: pounds(budget.manageable ?? -1) }),
    ...(expected.settings
      ? { settings: Object.fromEntries(budget.settings.map((one) => [one.setting, comesTo(one)])) }
      : {}),
    flags: Object.fromEntries(budget.flags.map(({ id, state }) => [id, state])),
    'agreed-by': budget.agreedBy.map(({ who }) => who),
  }
}
