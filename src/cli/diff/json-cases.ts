import { BLOCK } from '../batch/block.js'
import { caseOf, dataIn, type LineFilling, TOO_LONG } from '../batch/json-blocks.js'
import type { DiffRow } from './rows.js'

/** Takes an assessment from each line of JSON; both tables read the same. */
export function fillWithLines(): LineFilling<readonly DiffRow[]> {
  let rows: DiffRow[] = []
  const take = () => {
    const taken = rows
    rows = []
    return taken
  }
  return {
    line: function* (row, text) {
      const found = text === null ? null : rowOf(row, text.trim())
      if (text === null)
        rows.push({ is: 'trouble', trouble: { is: 'sheet', row, case: '', column: '', fault: TOO_LONG } })
      else if (found) rows.push(found)
      if (rows.length >= BLOCK) yield take()
    },
    take,
  }
}

/** One line; null where nothing is in it. */
function rowOf(row: number, text: string): DiffRow | null {
  const line = dataIn(text)
  switch (line.is) {
    case 'blank':
      return null
    case 'not-json': {
      const fault = { code: 'RAS019', data: { detail: line.detail } } as const
      return { is: 'trouble', trouble: { is: 'sheet', row, case: '', column: '', fault } }
    }
    case 'findings':
      return { is: 'trouble', trouble: { is: 'assessment', row, case: '', findings: line.findings } }
    case 'data': {
      const { data } = line
      return { is: 'case', row, case: caseOf(data) ?? '', old: data, new: data }
    }
  }
}
