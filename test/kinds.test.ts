import { describe, expect, it } from 'vitest'
import { loadTable, safeReadAssessment } from '../src/index.js'

const table = loadTable(`
format: ras.table/1
id: kinds
version: "1"
title: Questions in kinds (invented)
authority: Nobody
provenance: synthetic
status: draft
in-force: { from: 2026-04-01 }
rounding: half up
sources: { scheme: { title: A scheme } }
streams: { care: { title: Care, law: care } }
outcomes: { breaks: A break }
funders: { council: The council }
facts: { starts: { is: start }, ends: { is: end }, stops: { is: end } }
questions:
  night:
    title: At night
    outcome: breaks
    ask:
      help:
        text: What help, and how often?
        kinds: { settling: [never: 0, often: 4], turning: [never: 0, often: 2] }
lines:
  a: { title: A, stream: care, source: scheme, paid-by: { all: council }, price: { each-point-of: night, rate: point },
       part-year: { start: starts, end: ends, year-from: 04-01, in: months } }
  b: { title: B, stream: care, source: scheme, paid-by: { all: council }, price: { each-point-of: night, rate: point },
       part-year: { start: starts, end: stops, year-from: 04-01, in: days } }
rates: { point: { pounds: 10.00, per: point, source: scheme } }
`)

function read(help: unknown, facts: Readonly<Record<string, string>> = {}) {
  const result = safeReadAssessment({ case: 'k-1', date: '2026-05-12', facts, answers: { help } }, table)
  return result.success
    ? result.data.answers?.help
    : result.error.findings.map(({ code, at, data }) => [code, at, 'fact' in data ? data.fact : ''].join(' ').trim())
}

describe('an answer in kinds', () => {
  it('is one kind and one of its levels, written in either way', () => {
    expect(read({ kind: 'turning', level: 'often' })).toBe('turning/often')
    expect(read('turning/often')).toBe('turning/often')
  })
  it('by points is the level of the kind that is named, never of another', () => {
    expect(read({ kind: 'turning', points: 0 })).toBe('turning/never')
    expect(read({ kind: 'turning', points: 2 })).toBe('turning/often')
    expect(read({ kind: 'turning', points: 4 })).toEqual(['RAS623 /answers/help/points'])
    expect(read({ points: 0 })).toBe('settling/never')
  })
  it('of a kind that there is not is told at the kind', () => {
    expect(read({ kind: 'feeding', points: 0 })).toEqual(['RAS109 /answers/help/kind'])
    expect(read({ kind: 'feeding', level: 'never' })).toEqual(['RAS621 /answers/help/level'])
    expect(read('never')).toEqual(['RAS621 /answers/help'])
  })
})

describe('an end before the start', () => {
  it('is told for each end, once', () => {
    const days = { starts: '2026-09-01', ends: '2026-08-31', stops: '2026-08-30' }
    expect(read('turning/often', days)).toEqual(['RAS633 /facts/ends', 'RAS633 /facts/stops'])
  })
})
