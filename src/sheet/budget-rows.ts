import type { BudgetLine, IndicativeBudget, Total } from '../allocate/budget.js'
import { amountOf } from '../explain/amount-words.js'
import { notice, partYear } from '../explain/words.js'
import type { AllocationTable } from '../load/table.js'
import { pounds, type Shown, type ShownRows, totalCell } from './shown.js'
import { type Voice, voices } from './voices.js'

const HEADINGS = ['part', 'id', 'name', 'likely amount a year (£)', 'state', 'in words', 'stream', 'setting'] as const

/** One row of a budget. */
interface Row {
  readonly part: 'line' | 'stream' | 'funder' | 'total' | 'table' | 'notice'
  readonly id: string
  readonly name: string
  readonly amount: Shown
  readonly state: string
  readonly words: string
  readonly stream?: string
  readonly setting?: string
}

/**
 * A budget as rows below a row of headings: its lines, streams, funders, the total, what it comes to in
 * each setting where that is unknown, and by which tables. An amount is a number in pounds only where it is settled.
 */
export function budgetRows(budget: IndicativeBudget, tables: readonly AllocationTable[]): ShownRows {
  const each = voices(budget, tables)
  const rows: readonly Row[] = [
    ...each.flatMap((voice) => voice.view.lines.map((line) => lineRow(line, voice, ''))),
    ...each.flatMap((voice) => streamRows(voice, voice.view.streams, '')),
    ...each.flatMap(funderRows),
    totalRow('total', budget.total, 'All lines together', ''),
    ...each.flatMap(settingRows),
    ...each.map(tableRow),
    ...noticeRows(each),
  ]
  return [
    HEADINGS,
    ...rows.map(({ part, id, name, amount, state, words, stream = '', setting = '' }) => {
      return [part, id, name, amount, state, words, stream, setting]
    }),
  ]
}

function lineRow(line: BudgetLine, { name }: Voice, setting: string): Row {
  const { id, title, amount, stream } = line
  const year = line.partYear ? ` ${partYear(line.partYear)}` : ''
  return {
    part: 'line',
    id: name(id),
    name: title,
    amount: amount.state === 'settled' ? pounds(amount.pence) : '',
    state: amount.state,
    words: `${amountOf(line)}.${year}`,
    stream: name(stream),
    setting,
  }
}

function streamRows({ name, written }: Voice, streams: IndicativeBudget['streams'], setting: string): readonly Row[] {
  return streams.map((total) => {
    const title = written.streams[total.stream]?.title ?? total.stream
    return { ...totalRow(name(total.stream), total, title, setting), part: 'stream', stream: name(total.stream) }
  })
}

function totalRow(id: string, total: Total, name: string, setting: string): Row {
  const open = total.waiting.length
  const words = open === 0 ? '' : `At least this much: ${open === 1 ? '1 line is' : `${open} lines are`} still open.`
  return {
    part: 'total',
    id,
    name,
    amount: totalCell(total),
    state: open === 0 ? 'settled' : 'at least',
    words,
    setting,
  }
}

function funderRows({ view, written, name }: Voice): readonly Row[] {
  return view.funders.map(({ id, pence }) => {
    const row = totalRow(name(id), { ...view.total, settled: pence }, written.funders[id] ?? id, '')
    return { ...row, part: 'funder' }
  })
}

function settingRows(voice: Voice): readonly Row[] {
  return voice.view.settings.flatMap(({ setting, lines, streams, total }) => [
    ...lines.map((line) => lineRow(line, voice, setting)),
    ...streamRows(voice, streams, setting),
    totalRow('total', total, `All lines of ${voice.table.id} together`, setting),
  ])
}

function tableRow({ table, view }: Voice): Row {
  const { id, version, title, authority, provenance } = table
  const hash = view.tables[0]?.hash ?? ''
  return {
    part: 'table',
    id: `${id}@${version}`,
    name: title,
    amount: '',
    state: provenance,
    words: `${authority}. ${hash}`,
  }
}

/** What must be said with any figure, once however many tables say it. */
function noticeRows(each: readonly Voice[]): readonly Row[] {
  const codes = new Set(each.flatMap(({ view }) => view.notices))
  return [...codes].flatMap((code): readonly Row[] => {
    const words = notice(code)
    return words === '' ? [] : [{ part: 'notice', id: code, name: '', amount: '', state: '', words }]
  })
}
