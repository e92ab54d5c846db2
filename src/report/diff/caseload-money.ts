import type { CaseloadDiff, NamedSums } from '../../after/caseload/caseload-diff.js'
import { pounds } from '../../after/caseload/pounds.js'
import { thousands } from '../figures.js'
import type { Block } from '../page.js'
import { cases, fromTo, heading, paragraph, quantities, SUMS, sums, table, titled } from './cells.js'

/** What all cases together come to, by each table. */
export function moneyBlocks({ settled, provided, atLeast, comparable }: CaseloadDiff): readonly Block[] {
  const { total, leftOut } = comparable
  const orHours = provided.length > 0 ? ', or one gives in money and the other in hours' : ''
  return [
    heading('What it comes to'),
    paragraph(
      leftOut.before > 0
        ? `${pounds(leftOut.before)} a year that was settled before is open now${provided.length > 0 ? ', or given in hours' : ''}: nobody can say what it will come to, and it is in no figure of change.`
        : '',
      `Compared case by case, over the lines that both tables settle: ${fromTo(total)} a year.`,
      leftOut.lines > 0
        ? `Left out is what one table or both have open${orHours}: ${lines(leftOut.lines)} in ${cases(leftOut.cases)}, of which ` +
            `${pounds(leftOut.before)} was settled before, and ${pounds(leftOut.after)} is now.`
        : 'No line is open by either table, so that nothing is left out.',
    ),
    table('Settled, by stream', ['Stream', ...SUMS], [['all', ...sums(settled.total)], ...rows(settled.streams)]),
    ...(atLeast.before + atLeast.after > 0
      ? [
          paragraph(
            `The total reads “at least”, since something in it is open, in ${cases(atLeast.before)} before and ${cases(atLeast.after)} after.`,
          ),
        ]
      : []),
    table('Settled, by line', ['Line', ...SUMS], rows(settled.lines)),
    ...(provided.length > 0
      ? [
          table(
            'Hours and units, which are no money and in no figure of pounds, by line',
            ['Line', 'Counted in', ...SUMS],
            provided.map((one) => [titled(one), one.of, ...quantities(one)]),
          ),
        ]
      : []),
    table('Settled, by who pays', ['Who pays', ...SUMS], rows(settled.funders)),
    table('Settled, by outcome: shares of points, not prices', ['Outcome', ...SUMS], rows(settled.outcomes)),
  ]
}

function lines(count: number): string {
  return `${thousands(count)} ${count === 1 ? 'line' : 'lines'}`
}

function rows(all: readonly NamedSums[]): readonly (readonly string[])[] {
  return all.map((one) => [titled(one), ...sums(one)])
}
