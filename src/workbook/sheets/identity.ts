import { stop } from '../../explain/grammar.js'
import * as words from '../../explain/words.js'
import { holds, type Row, row, worked } from '../book.js'
import { type Expression, equals, iff, joined, number, quantity, text } from '../formula/expression.js'
import { counted, some } from './say.js'
import type { Arranging, Scheme } from './scheme.js'

/** What every sheet says of the tables that it is made of, so that a printed page can always be told apart. */
export function identityRows({ schemes, has }: Arranging, width: number): Row<Expression>[] {
  return schemes.flatMap((scheme) => {
    const changed = `${scheme.plan.id}/changed`
    const told = row(holds('identity', identityOf(scheme), { span: width }))
    return has(changed) ? [told, row(worked('check', changedWords(changed), { span: width, room: CHANGED }))] : [told]
  })
}

/** Which table it is, down to its hash, and what stands behind it. */
function identityOf({ plan, written }: Scheme): string {
  const until = plan.to === null ? '' : ` to ${plan.to}`
  return [
    words.scheme(written),
    `In force from ${plan.from}${until}. Provenance: ${plan.provenance}. Status: ${plan.status}.`,
    ...standing(scheme(plan.provenance, plan.status)),
    `Table ${plan.id}, version ${plan.version}, hash ${plan.hash}.`,
  ].join(' ')
}

/** What must be said of a table that is not issued, or not in use. */
function standing(codes: readonly Parameters<typeof words.notice>[0][]): string[] {
  return codes.map(words.notice).filter((said) => said !== '')
}

function scheme(provenance: Scheme['plan']['provenance'], status: Scheme['plan']['status']) {
  return [...(provenance === 'official' ? [] : [provenance]), ...(status === 'published' ? [] : [status])]
}

const REST = 'changed here. What follows is not the table that is named above.'
const CHANGED = `1000 rows of figures on the sheet Table were ${REST}`

function changedWords(id: string): Expression {
  const many = joined([counted(id, 'row'), text(' of figures on the sheet Table '), wasWere(id), text(` ${REST}`)])
  return iff(some(id), many, text(''))
}

function wasWere(id: string): Expression {
  return iff(equals(quantity(id), number(1)), text('was'), text('were'))
}

/** The same in one line, for the foot of a printed page. */
export function footerOf({ schemes }: Arranging): string {
  return schemes
    .map(({ plan }) => `${plan.id} ${plan.version} ${plan.hash.slice(0, 12)} ${plan.provenance} ${plan.status}`)
    .join('; ')
}

/** The titles of the tables, for the head of a printed page. */
export function headerOf({ schemes }: Arranging): string {
  return stop(schemes.map(({ written }) => written.title).join('; '))
}
