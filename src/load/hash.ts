import { sha256 } from '@noble/hashes/sha2.js'
import { compare } from '../diagnostic.js'
import { utf8 } from './utf8.js'

/**
 * SHA-256, in hexadecimal, over the canonical form of what was written (rule R8): JSON with sorted keys and every
 * scalar as the text that stood there. Comments, spacing and the order of keys do not change it; `500` and `500.00` do.
 */
export function hashOf(tree: unknown): string {
  return Array.from(sha256(utf8(canonical(tree))), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** JSON with sorted keys and no spaces. The same value always gives the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => compare(a, b))
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}
