import { isData } from '../../score/read-values.js'
import type { Given } from '../columns.js'
import { someWords } from './cell-value.js'

/** The inputs of an assessment, by path. */
export type Inputs = ReadonlyMap<string, Given>

/**
 * The inputs of an assessment that came as data; null where something stands in it that is no input, so that only the
 * reader of assessments can say whether it is in order. Once that has read it (`checked`), whatever moves no figure is
 * passed over. `known` are the paths that these tables have.
 */
export function inputsOf(given: Given, known: ReadonlySet<string>, checked: boolean): Inputs | null {
  if (!isData(given)) return null
  const inputs = new Map<string, Given>()
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || key === 'case' || (key === 'format' && value === 'ras.assessment/1')) continue
    if (BY_NAME.has(key) && isData(value)) {
      for (const [name, one] of Object.entries(value)) {
        const bare = bareOf(one, checked)
        if (bare === null || !known.has(`${key}/${name}`)) return null
        inputs.set(`${key}/${name}`, bare.value)
      }
    } else if (WHOLE.has(key)) {
      const bare = bareOf(value, checked)
      if (bare === null) return null
      inputs.set(key, bare.value)
    } else if (!checked) return null
  }
  return inputs
}

const WHOLE: ReadonlySet<string> = new Set(['form', 'date', 'exceptional'])
const BY_NAME: ReadonlySet<string> = new Set(['facts', 'answers', 'scores'])
/** What a person wrote, and a figure does not hang on. */
const WORDS: ReadonlySet<string> = new Set(['reason', 'because'])
/** What is kept beside an answer, and is no part of it. */
const BESIDE: ReadonlySet<string> = new Set(['evidence', 'view'])

/** A value without what moves no figure; null where it has some and nobody has checked it. */
function bareOf(value: Given, checked: boolean): { readonly value: Given } | null {
  if (typeof value !== 'object' || value === null) return { value }
  if (!isData(value)) return null
  const parts: [string, Given][] = []
  for (const [key, part] of Object.entries(value)) {
    if (BESIDE.has(key) || typeof part === 'object') {
      if (!checked) return null
    } else parts.push([key, WORDS.has(key) && typeof part === 'string' ? someWords(part) : part])
  }
  return { value: Object.fromEntries(parts) }
}
