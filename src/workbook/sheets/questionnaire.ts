import { type Cell, holds, type Row, row, type Sheet, worked } from '../book.js'
import { type Expression, equals, iff, infix, number, quantity, text } from '../formula/expression.js'
import { READY } from '../formula/guarded.js'
import type { Input, Program } from '../program/program.js'
import { answerCell, checkCell } from './answer-cell.js'
import { footerOf, headerOf, identityRows } from './identity.js'
import { counted, some } from './say.js'
import type { Arranging } from './scheme.js'
import type { Told } from './told.js'

export const QUESTIONNAIRE = 'Questionnaire'

const WIDTHS = [50, 19, 10, 33, 26, 18]
const WIDTH = WIDTHS.length
/** How many of those who took part there is room for, and how many hopes that name no outcome. */
const ROLES = 6
const HOPES = 2

/** What is asked, in the order of the form, with room for everything that is said beside it and moves no sum. */
export function questionnaireSheet(arranging: Arranging, told: Told): Sheet<Expression> {
  return {
    name: QUESTIONNAIRE,
    purpose: 'What is asked. Cells with a frame are filled in here; everything else follows from them.',
    columns: WIDTHS,
    rows: [
      row(holds('title', 'Questionnaire', { span: WIDTH })),
      row(worked('status', status(arranging), { span: WIDTH, room: 'Complete' })),
      ...identityRows(arranging, WIDTH),
      row(holds('help', HOW, { span: WIDTH })),
      ...sectionsOf(arranging.program.inputs).flatMap((section) => sectionRows(section, arranging.program, told)),
      ...hopes(arranging, told),
      ...tookPart(told),
    ],
    frozen: 2,
    landscape: true,
    header: headerOf(arranging),
    footer: footerOf(arranging),
  }
}

const HOW =
  'Fill in the cells that have a frame; nothing else can be changed. A blank is never taken for 0. The sheet Result ' +
  'shows no figure before everything is filled in. Use a case reference and roles here, and never a name. ' +
  'A row that is too low for its words can be made higher.'

function status({ has }: Arranging): Expression {
  const open = infix(counted('missing', 'thing'), '&', text(' still to do: see the column “Still to do”.'))
  const done = text('Complete. The likely amount is on the sheet Result.')
  const asked = iff(equals(quantity(READY), number(1)), done, open)
  const unsound = text('A figure of the sheet Table cannot be as it is there: see the column “Check”.')
  return has('unsound') ? iff(some('unsound'), unsound, asked) : asked
}

interface Section {
  readonly title: string
  readonly inputs: readonly Input[]
}

/** Inputs under their headings, each heading once and where it first stands. */
function sectionsOf(inputs: readonly Input[]): Section[] {
  const titles = [...new Set(inputs.map(({ section }) => section))]
  return titles.map((title) => ({ title, inputs: inputs.filter(({ section }) => section === title) }))
}

function sectionRows({ title, inputs }: Section, program: Program, told: Told): Row<Expression>[] {
  const ids = new Set(inputs.map(({ id }) => id))
  const own = inputs.filter(({ id }) => !isPoints(id, ids))
  const points = (id: string) => inputs.find((one) => one.id === `${id}/points` && isPoints(one.id, ids))
  const answers = own.some(({ id }) => id.startsWith('answers/'))
  return [
    sectionHead(
      title,
      own.some(({ id }) => points(id)),
      answers,
    ),
    ...own.flatMap((one) => [
      inputRow(one, points(one.id), program, told),
      ...(one.help.length === 0 ? [] : [row(holds('help', one.help.join(' · '), { span: WIDTH }))]),
    ]),
  ]
}

function inputRow(one: Input, points: Input | undefined, program: Program, told: Told): Row<Expression> {
  const label = holds('text', one.label)
  // Words have the width of all columns but the last, where what is still to do stands.
  if (one.asks.is === 'words' && one.id !== 'case')
    return row(label, wide(answerCell(one, program), WIDTH - 2), null, null, null, checkCell(one, program))
  const check = checkCell(one, program)
  if (!one.id.startsWith('answers/')) return row(label, answerCell(one, program), null, check && wide(check, 3))
  return row(
    label,
    answerCell(one, program),
    points ? answerCell(points, program) : null,
    check,
    holds('in-words', told.evidence(one.id), { room: TWO_LINES }),
    holds('in-words', told.view(one.id)),
  )
}

const TWO_LINES = ' \n '

function wide(cell: Cell<Expression>, span: number): Cell<Expression> {
  return { ...cell, span }
}

/** Points between two levels stand beside the answer that they are of. */
function isPoints(id: string, ids: ReadonlySet<string>): boolean {
  return id.endsWith('/points') && ids.has(id.slice(0, -'/points'.length))
}

function sectionHead(title: string, points: boolean, answers: boolean): Row<Expression> {
  return row(
    holds('heading', title),
    holds('head', 'Answer'),
    holds('head', points ? 'Or points' : ''),
    holds('head', 'Still to do'),
    holds('head', answers ? 'Evidence' : ''),
    holds('head', answers ? 'Whose view' : ''),
  )
}

/** What the child hopes for, in their words, by outcome. */
function hopes({ schemes }: Arranging, told: Told): Row<Expression>[] {
  const outcomes = schemes.flatMap(({ plan, written }) =>
    plan.outcomes.map((id) => ({ id, table: plan.id, title: written.outcomes[id] ?? id })),
  )
  return [
    freeHead('What the child hopes for', 'In the child’s own words. They are kept out of every sum.'),
    ...outcomes.map(({ id, table, title }) => free(title, told.hope(table, id), TWO_LINES)),
    ...Array.from({ length: HOPES }, (_, i) => free('Anything else', told.otherHope(i, HOPES), TWO_LINES)),
  ]
}

function tookPart(told: Told): Row<Expression>[] {
  return [
    freeHead('Who took part', 'By role, such as the mother or the class teacher; never by name.'),
    ...Array.from({ length: ROLES }, (_, i) => free(`Role ${i + 1}`, told.role(i, ROLES))),
  ]
}

function freeHead(title: string, help: string): Row<Expression> {
  return row(holds('heading', title), holds('head', help, { span: WIDTH - 1 }))
}

/** Room for words over the rest of the width. */
function free(label: string, words: string | null, room = ''): Row<Expression> {
  return row(holds('text', label), holds('in-words', words, { span: WIDTH - 1, room }))
}
