import { isData } from '../../score/read-values.js'
import type { Given } from '../columns.js'
import type { Heading } from './headings.js'

/**
 * The cells of an assessment in a sheet with these columns: what is left out is empty. The other way round from reading
 * a sheet, for values that a cell can hold.
 */
export function cellsOf(assessment: Readonly<Record<string, Given>>, headings: readonly Heading[]): readonly string[] {
  return headings.map(({ path, part }) => {
    const slash = path.indexOf('/')
    const whole = slash < 0 ? undefined : assessment[path.slice(0, slash)]
    const value = slash < 0 ? assessment[path] : isData(whole) ? whole[path.slice(slash + 1)] : undefined
    return cellOf(value, part)
  })
}

function cellOf(value: Given, part: string | null): string {
  if (value === undefined || value === null) return ''
  if (!isData(value)) return part === null || part === 'state' ? String(value) : ''
  return part === null ? cellOf(value.points, null) : cellOf(value[part], null)
}
