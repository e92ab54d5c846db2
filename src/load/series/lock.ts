import { compare, type Finding, finding, type Located, sortFindings } from '../../diagnostic.js'
import { EMPTY_RECORD } from '../finding-words/versions.js'
import { type Published, publishedShape } from '../shape/published.js'
import { checkAgainst } from '../shape-findings.js'
import { readSource } from '../source.js'
import { nameOf } from './span.js'

/** The record of what was published, beside the tables of a folder. */
export const LOCK_NAME = 'published.lock.json'

/** A record that was read: its entries as they stand there, or what is wrong with it. */
export interface LockText {
  readonly published: readonly Published[]
  readonly findings: readonly Located[]
  readonly locate: (finding: Finding) => Located
}

/** Reads the record of what was published. Never throws: whatever is wrong with it is a finding, and then it has no entries. */
export function readLock(text: string, file: string): LockText {
  const { tree, findings, locate } = readSource(text, file)
  if (tree === undefined) {
    const isEmpty = ({ data }: Located) => 'documents' in data && data.documents === 0
    return {
      published: [],
      findings: findings.map((one) => (isEmpty(one) ? { ...one, ...EMPTY_RECORD } : one)),
      locate,
    }
  }
  const shape = checkAgainst(publishedShape, tree)
  const published = shape.value?.tables ?? []
  const found = sortFindings([...shape.findings, ...repeated(published)].map(locate))
  return { published: found.length > 0 ? [] : published, findings: found, locate }
}

/** The record as it is written: JSON, an entry a line, by id and version, so that two people’s additions merge. */
export function lockText(published: readonly Published[]): string {
  const sorted = [...published].sort((a, b) => compare(a.id, b.id) || compare(a.version, b.version))
  const entries = sorted.map(({ id, version, hash, file, on }) => {
    const fields = Object.entries({ id, version, hash, file, on }).map(([key, is]) => `"${key}": ${JSON.stringify(is)}`)
    return `    { ${fields.join(', ')} }`
  })
  const tables = entries.length === 0 ? '[]' : `[\n${entries.join(',\n')}\n  ]`
  return `{\n  "format": "ras.published/1",\n  "tables": ${tables}\n}\n`
}

/** A table may be recorded once. */
function repeated(published: readonly Published[]): Finding[] {
  const names = published.map(nameOf)
  return names.flatMap((name, i) =>
    names.indexOf(name) < i ? [finding('RAS004', `/tables/${i}`, { key: name }, 'value')] : [],
  )
}
