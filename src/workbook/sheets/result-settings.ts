import { capital, spaced } from '../../explain/grammar.js'
import * as words from '../../explain/words.js'
import { holds, type Row, row, worked } from '../book.js'
import { type Expression, equals, iff, joined, number, quantity, text } from '../formula/expression.js'
import { counted, hundredth, some, whenReady } from './say.js'
import type { Arranging, Scheme } from './scheme.js'

/** What the whole comes to in each setting, side by side, while the setting is not known. */
export function settingRows({ plan }: Scheme, { has }: Arranging): Row<Expression>[] {
  const fact = plan.facts[plan.setting]
  if (fact?.is !== 'choice') return []
  const unknown = equals(quantity(`${plan.id}/facts/${fact.id}/place`), number(0))
  const rows = fact.values.flatMap((setting) => {
    const id = `${plan.id}/settings/${setting}/total`
    return has(`${id}/settled`) ? [settingRow(setting, id, unknown)] : []
  })
  if (rows.length === 0) return []
  const known = text('The setting is known: the lines above are as they are there.')
  return [
    row(
      holds('heading', words.HEADINGS.settings),
      holds('head-figure', ''),
      holds('head-figure', 'In a year'),
      worked('head', whenReady(iff(unknown, text(''), known)), { room: 'x'.repeat(70) }),
    ),
    ...rows,
  ]
}

function settingRow(setting: string, id: string, unknown: Expression): Row<Expression> {
  const open = joined([text('at least: '), counted(`${id}/open`, 'line'), text(' not settled')])
  return row(
    worked('text', whenReady(iff(unknown, text(capital(spaced(setting))), text('')))),
    null,
    worked('pounds', whenReady(iff(unknown, hundredth(`${id}/settled`), text('')))),
    worked('note', whenReady(iff(unknown, iff(some(`${id}/open`), open, text('')), text(''))), {
      room: 'x'.repeat(40),
    }),
  )
}
