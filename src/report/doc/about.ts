import { and } from '../../explain/grammar.js'
import { notice } from '../../explain/words.js'
import { hashOf } from '../../load/hash.js'
import type { Written } from '../../load/table.js'
import type { Block } from '../page.js'
import { day, list, paragraph } from './words.js'

const PROVENANCE = {
  official: 'Its authority has issued this table.',
  reconstructed: notice('reconstructed'),
  synthetic: notice('synthetic'),
} as const

const STATUS = {
  draft: notice('draft'),
  trial: notice('trial'),
  published: '',
  withdrawn: notice('withdrawn'),
} as const

/** What this is: whose table, which version, in force when, and what its figures are and are not. */
export function aboutBlocks(scheme: Written): Block[] {
  const { provenance, status, authority, version, supersedes } = scheme
  const { from, to } = scheme['in-force']
  return [
    ...paragraph(PROVENANCE[provenance], STATUS[status]),
    ...paragraph(
      `This is the allocation table of ${authority}: it says how much money is likely to be available for a child, and how that is worked out.`,
      notice('indicative'),
      notice('not-a-ceiling'),
      'Every figure is a likely amount. The final one is agreed with the plan.',
    ),
    ...list([
      `Version ${version}, in force from ${day(from)}${to === undefined ? '' : ` to ${day(to)}`}.`,
      supersedes ? `It takes the place of version ${supersedes.version} of ${supersedes.id}.` : '',
      `It is about: ${and(Object.values(scheme.streams).map(({ title, law }) => `${title} (under ${law} law)`))}.`,
      `The money comes from: ${and(Object.values(scheme.funders))}.`,
      `The money is for: ${and(Object.values(scheme.outcomes).map((text) => `“${text}”`))}.`,
    ]),
  ]
}

/** Where the figures come from, and how to see that this page is of that very table. */
export function sourceBlocks(scheme: Written): Block[] {
  return list(
    Object.values(scheme.sources).map(({ title, clause, url, retrieved, note }) =>
      [title, clause, url, retrieved === undefined ? undefined : `read on ${day(retrieved)}`]
        .filter((text) => text !== undefined)
        .join(', ')
        .replace(/\.?$/, `.${note === undefined ? '' : ` ${note}`}`),
    ),
  )
}

export function identityBlocks(scheme: Written): Block[] {
  return [
    ...paragraph('Whoever works out a budget by this table can say so exactly:'),
    ...list([
      `Table ${scheme.id}, version ${scheme.version}: ${scheme.provenance}, ${scheme.status}.`,
      `SHA-256 of what it says: ${hashOf(scheme)}.`,
      `Every division is rounded once, to whole pence: ${scheme.rounding}.`,
    ]),
  ]
}

/** Who made the scheme together. */
export function madeWithBlocks(scheme: Written): Block[] {
  const made = scheme['co-production']
  return made ? paragraph(`Made together with ${and(made.with)}.`, made.record ?? '') : []
}
