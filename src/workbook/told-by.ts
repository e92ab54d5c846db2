import type { Read } from './fill.js'
import { spread, type Told } from './sheets/told.js'

/**
 * What an assessment says beside its answers, as the questionnaire shows it: read by each of some tables, in their order.
 * What several say of one answer is what the first of them says; they read one assessment.
 */
export function toldBy(each: readonly Read[]): Told {
  const records = each.map(({ plan, reading: { record } }) => ({ id: plan.id, record }))
  const beside = (input: string, of: 'evidence' | 'views'): string | null => {
    const [, first = '', second] = input.split('/')
    const found = records.flatMap(({ id, record }) => {
      const said = second === undefined ? record[of][first] : id === first ? record[of][second] : undefined
      return said === undefined ? [] : [said]
    })
    return found[0] ?? null
  }
  const [whole] = records
  const other = whole?.record.intended.flatMap(({ outcome, words }) => (outcome === null ? [words] : [])) ?? []
  return {
    evidence: (input) => beside(input, 'evidence'),
    view: (input) => beside(input, 'views'),
    hope: (table, outcome) => {
      const hopes = records.find(({ id }) => id === table)?.record.intended ?? []
      const words = hopes.flatMap((one) => (one.outcome === outcome ? [one.words] : []))
      return words.length === 0 ? null : words.join('; ')
    },
    otherHope: (at, cells) => spread(other, at, cells),
    role: (at, cells) => spread(whole?.record.participants ?? [], at, cells),
  }
}
