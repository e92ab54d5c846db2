import type { Flag, IndicativeBudget } from '../allocate/budget.js'
import { when } from '../explain/condition-words.js'
import { flag as flagWords } from '../explain/flag-words.js'
import { type AllocationTable, planOf } from '../load/table.js'
import type { Shown, ShownRows } from './shown.js'
import { type Voice, voices } from './voices.js'

const HEADINGS = ['flag', 'state', 'in words', 'who', 'exceptional', 'setting'] as const

/** The flags of a budget as rows below a row of headings, raised or not; and those that a setting would raise. */
export function flagRows(budget: IndicativeBudget, tables: readonly AllocationTable[]): ShownRows {
  const rows = voices(budget, tables).flatMap((voice) => [
    ...voice.view.flags.map((flag) => flagRow(flag, voice, '')),
    ...voice.view.settings.flatMap(({ setting, flags }) => flags.map((flag) => flagRow(flag, voice, setting))),
  ])
  return [HEADINGS, ...rows]
}

function flagRow(flag: Flag, voice: Voice, setting: string): readonly Shown[] {
  const who = planOf(voice.table).flags.find(({ id }) => id === flag.id)?.who ?? ''
  const state = flag.state === 'unknown' ? 'not known yet' : flag.state
  return [voice.name(flag.id), state, wordsOf(flag, voice, who), who, flag.exceptional ? 'yes' : '', setting]
}

/** What a flag says: raised, what follows from it; open, what it hangs on. One that is not raised says nothing. */
function wordsOf(flag: Flag, { written }: Voice, who: string): string {
  switch (flag.state) {
    case 'no':
      return ''
    case 'yes':
      return flag.kind === 'agreed-by' ? `May be agreed by: ${who}.` : flagWords(flag, written)
    case 'unknown': {
      const plan = written.flags?.[flag.id]
      return plan && 'when' in plan ? `Not known until all is settled: whether ${when(plan.when, written)}.` : ''
    }
  }
}
