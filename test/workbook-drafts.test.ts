import { describe, expect, it } from 'vitest'
import { loadTable } from '../src/index.js'
import { must } from '../src/must.js'
import { evaluator } from '../src/workbook/formula/evaluate.js'
import type { Program } from '../src/workbook/program/program.js'
import { withDrafts } from '../src/workbook/sheets/draft.js'
import { inputsFor, programFor } from './support/workbook.js'

/** A draft with one look up by the levels of one question; what differs from case to case is put in. */
function draft(more: { readonly first?: number; readonly refer?: boolean; readonly changes?: string } = {}) {
  return loadTable(`format: ras.table/1
id: draft
version: "1"
title: A draft (invented)
authority: Nobody (invented)
provenance: synthetic
status: draft
in-force: { from: 2026-04-01 }
rounding: half up
sources: { a: { title: Invented, clause: page 1 } }
streams: { social-care: { title: Social care, law: care } }
outcomes: { play: To play }
funders: { council: The council }
questions:
  needs: { title: Needs, outcome: play, ask: { help: { text: How much?, levels: [low: 20, high: 40] } } }
lines:
  play:
    title: Play
    stream: social-care
    source: a
    paid-by: { all: council }
    price:
      look-up: needs
      gives: pounds a year
      ${more.refer ? 'refer-to: the panel' : ''}
      rows: [{ from: ${more.first ?? 0}, give: 500.00 }, { from: 40, give: ${more.refer ? 'refer' : '900.00'} }]
    ${more.changes ?? ''}
`)
}

const assessment = { case: 'A-1', date: '2026-09-01', answers: { help: 'low' } }

/** What the draft comes to with one entry of its rows changed. */
function changed(table: ReturnType<typeof draft>, entry: string | number | null) {
  const program: Program = withDrafts(programFor(table))
  const block = must(program.tables[0]?.blocks.find(({ id }) => id === 'draft/lines/play/rows'))
  const rows = block.rows.map((row, i) => (i === 0 ? [row[0] ?? 0, entry] : row))
  const values = evaluator(program)(inputsFor(program, table, assessment), new Map([[block.id, rows]]))
  return [values('ready'), values('draft/lines/play/state'), values('draft/lines/play/pence'), values('total/open')]
}

const isLive = (table: ReturnType<typeof draft>) => programFor(table).tables[0]?.live

describe('a figure of a draft that is changed', () => {
  it('counts as it was typed', () => {
    expect(changed(draft(), 650)).toEqual([1, 'settled', 65000, 0])
    expect(changed(draft(), 0)).toEqual([1, 'settled', 0, 0])
  })

  it('may be left to people where the table says who decides', () => {
    expect(changed(draft({ refer: true }), 'refer')).toEqual([1, 'refer', '', 1])
  })

  it('cannot be left to people where nobody is named, nor be a word, a blank, below nothing or too large', () => {
    for (const entry of ['refer', 'panel', '100', null, -1, 0.001, 9001, 1e15])
      expect([entry, ...changed(draft(), entry)]).toEqual([entry, 0, '', '', ''])
  })

  it('stands still where a change could bring a line below nothing, or a child below the first row', () => {
    expect(isLive(draft())).toBe(true)
    const taken = 'changes: [{ name: less, subtract: 120.00, why: Less'
    expect(isLive(draft({ changes: `${taken} }]` }))).toBe(false)
    const floor = '{ name: floor, at-least: 0, why: Never below nothing }'
    expect(isLive(draft({ changes: `${taken} }, ${floor}]` }))).toBe(true)
    expect(isLive(draft({ first: 20 }))).toBe(false)
  })
})
