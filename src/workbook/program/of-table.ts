import type { AllocationTable } from '../../load/table.js'
import { planOf, writtenOf } from '../../load/table.js'
import { addCase, addExceptional, addForm, addForms } from './case.js'
import { addChangeFigures } from './change-figures.js'
import { addDayOrder } from './day-order.js'
import { addChoices, addFacts } from './facts.js'
import { addCaps, addFlags } from './flags.js'
import { addLine } from './line.js'
import type { Making } from './making.js'
import { addBrought, addNodes, addWeights } from './nodes.js'
import { addPriceFigures, addRow } from './price-figures.js'
import type { Input } from './program.js'
import { addLevels, addQuestions } from './questions.js'
import { addRates } from './rates.js'
import { AS_ANSWERED, settingsOf } from './scene.js'
import { addSplitFigures } from './splits.js'
import { addSums, addTotals } from './totals.js'

/**
 * One table as blocks and quantities, in the order in which a budget is worked out (rule R2). Adds what it asks to
 * `inputs`. `room`: how many times as large its figures may become in the Table sheet; 1: none may be changed.
 */
export function ofTable(table: AllocationTable, inputs: Input[], inputId: Making['inputId'], room: number): Making {
  const plan = planOf(table)
  const making: Making = {
    plan,
    written: writtenOf(table),
    inputId,
    inputs,
    blocks: [],
    quantities: [],
    refused: [],
    room,
    live: room > 1,
  }
  addForms(making)
  addChoices(making)
  addLevels(making)
  addWeights(making)
  addRates(making)
  const figures = plan.lines.map((line) => {
    const price = addPriceFigures(making, line)
    addChangeFigures(making, line)
    addSplitFigures(making, line)
    return price
  })
  addCase(making)
  addFacts(making)
  addDayOrder(making)
  addForm(making)
  addQuestions(making)
  addBrought(making)
  addExceptional(making)
  addNodes(making)
  plan.lines.forEach((line, i) => {
    addRow(making, line, line.title)
    addLine(making, line, figures[i] ?? { price: null })
  })
  addTotals(making, AS_ANSWERED)
  addSums(making)
  addFlags(making, AS_ANSWERED)
  addCaps(making)
  for (const setting of settingsOf(making)) {
    addTotals(making, { setting })
    addFlags(making, { setting })
  }
  return making
}
