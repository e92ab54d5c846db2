import { finding, type Located, sortFindings } from '../diagnostic.js'
import { placer } from '../load/place.js'
import { type AllocationTable, writtenOf } from '../load/table.js'
import { pointer } from '../pointer.js'
import type { Refused } from './program/program-of.js'

/** What a workbook cannot say, each at its place in its table (RAS311), sorted. */
export function toldRefused(refused: readonly Refused[]): readonly Located[] {
  const place = placer()
  return sortFindings(refused.map(({ table, at, why }) => place(table, finding('RAS311', at, { why }))))
}

/** A formula that no spreadsheet holds, at the part of a table that it says. One that is over all stands in the first. */
export function refusedFormula(tables: readonly AllocationTable[], id: string, why: string): readonly Refused[] {
  const table = tables.find((one) => id.startsWith(`${one.id}/`)) ?? tables[0]
  if (!table) return []
  const { lines, scores, flags = {} } = writtenOf(table)
  const [, part = '', name = ''] = id.split('/')
  const known = { lines, scores: scores ?? {}, flags }
  const isKnown = (part === 'lines' || part === 'scores' || part === 'flags') && Object.hasOwn(known[part], name)
  const said = `${why.charAt(0).toLowerCase()}${why.slice(1).replace(/\.$/, '')}`
  return [{ table, at: isKnown ? pointer([part, name]) : '', why: said }]
}
