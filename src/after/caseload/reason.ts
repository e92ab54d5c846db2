import type { BudgetResult } from '../../allocate/allocate.js'
import type { Located } from '../../diagnostic.js'
import { isData } from '../../score/read-values.js'
import type { Unreadable } from './caseload-diff.js'

/** The first reason why a table cannot work a case out, and whether it is that the case does not say what is asked. */
export function reasonOf(result: BudgetResult, given: unknown): Pick<Unreadable, 'why' | 'asks'> {
  const first = result.success ? undefined : result.error.findings[0]
  return first ? { why: first.message, asks: isAsked(first, given) } : { why: '', asks: false }
}

function isAsked({ code, data }: Located, given: unknown): boolean {
  switch (code) {
    case 'RAS620':
    case 'RAS626':
      return true
    case 'RAS628':
      return data.forms.length > 0 && isData(given) && given.form === undefined
    case 'RAS631':
      return isData(given) && !(isData(given.scores) && Object.hasOwn(given.scores, data.score))
    default:
      return false
  }
}
