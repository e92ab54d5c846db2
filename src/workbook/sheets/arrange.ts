import type { AllocationTable } from '../../load/table.js'
import type { Book } from '../book.js'
import type { Expression } from '../formula/expression.js'
import type { Block, Program } from '../program/program.js'
import { footerOf } from './identity.js'
import { longLists } from './lists.js'
import { questionnaireSheet } from './questionnaire.js'
import { resultSheet } from './result.js'
import { arranging } from './scheme.js'
import { setApart } from './sentences.js'
import { tableSheet } from './table.js'
import type { Told } from './told.js'
import { workingSheet } from './working.js'

/** The sheets of a program, and the blocks that they read besides those of the program. */
export interface Arranged {
  readonly book: Book<Expression>
  readonly more: readonly Block[]
}

/** Arranges a program as four sheets: what is asked, what it comes to, each step, and the table with its rows. */
export function arrange(program: Program, tables: readonly AllocationTable[], told: Told): Arranged {
  const arranged = arranging(program, tables)
  const { sheet: result, blocks } = setApart(resultSheet(arranged))
  const more = [...longLists(program), ...blocks]
  return {
    book: {
      title: tables.map(({ title }) => title).join('; '),
      subject: footerOf(arranged),
      sheets: [questionnaireSheet(arranged, told), result, workingSheet(arranged), tableSheet(arranged, more)],
    },
    more,
  }
}
