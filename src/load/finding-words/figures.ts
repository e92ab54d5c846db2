import { money, type Sentences, say } from './say.js'

/** Rows, money, dates and sources (2 to 5). */
export const FIGURES = {
  RAS201: ({ from, before }) =>
    say(
      `This row starts at ${from} points, and the row before it at ${before}.`,
      'Put the rows in rising order; no two may start at the same points.',
    ),
  RAS202: ({ from, lowest }) =>
    say(
      `The first row starts at ${from} points, and a child can have ${lowest}.`,
      `Start the first row at ${lowest}, even if it gives 0.`,
    ),
  RAS203: ({ from, to, next }) => {
    const mend = 'Correct “to”, or leave it out: a row holds up to the next row.'
    if (Number(to) < Number(from)) return say(`The row ends at ${to} points, before it starts at ${from}.`, mend)
    if (next === null) return say(`The last row ends at ${to} points, and a score above it is possible.`, mend)
    return say(
      `The row ends at ${to} points and the next starts at ${next}; a score between them, or in both, is possible.`,
      mend,
    )
  },
  RAS204: ({ from }) =>
    say(
      `The row from ${from} points refers, and a straight line cannot be drawn through it.`,
      'Let only the last row refer.',
    ),
  RAS205: ({ from, highest }) =>
    say(
      `No child can reach the row from ${from} points: the most there can be is ${highest}.`,
      'Correct the row, or the score.',
    ),
  RAS206: ({ missing, of }) => {
    const who = of === 'row' ? 'A row refers' : 'The form has an age below which a child is not scored'
    return missing
      ? say(`${who}, and nothing says to whom the case goes.`, 'Add refer-to.')
      : say(`refer-to is given, and nothing refers here.`, 'Remove refer-to.')
  },
  RAS301: ({ line, step }) =>
    say(
      `“${line}” needs more than 15 digits at “${step}”, so its pennies could not be proven.`,
      'Split it in two, or use smaller limits or fewer decimals.',
    ),
  RAS302: ({ line, lowest }) =>
    say(
      `“${line}” could fall below nothing, to ${money(lowest)}.`,
      'Add at-least: 0 as a change after the subtraction.',
    ),
  RAS303: ({ unit, published, worked }) =>
    say(
      `The published figure for a ${unit} is ${published}, and the unit price gives ${worked}.`,
      'Correct whichever was mistyped.',
    ),
  RAS304: ({ change, after }) =>
    say(
      `“${change}” stands after “${after}”, which must come later.`,
      'Put changes in this order: uplift; area-factor; times, add, subtract and other-package; at-most and at-least; protect; nearest.',
    ),
  RAS305: ({ sum, of }) =>
    of === 'funders'
      ? say(`The percentages add up to ${sum}.`, 'Let two or more funders add up to 100.')
      : say(`The ${of} counts ${sum} per cent.`, 'Count at most 100 per cent of it.'),
  RAS306: ({ line }) =>
    say(
      `“${line}” is a top-up, which already stands above the school’s money; deducting a first sum again would count it twice.`,
      'Declare the whole cost, or let one funder pay all.',
    ),
  RAS307: ({ needs, got }) => say(`Here ${needs} is needed, and ${got} was found.`, `Give ${needs}.`),
  RAS308: ({ line, needed }) =>
    needed
      ? say(
          `“${line}” is education money and does not say whether it is the whole cost or a top-up.`,
          'Add amount-is: whole cost, or amount-is: top-up.',
        )
      : say(`“${line}” is not education money, so whole cost or top-up means nothing here.`, 'Remove amount-is.'),
  RAS309: ({ line }) =>
    say(`No questions price “${line}”, so it cannot be shared over outcomes by points.`, 'Name the outcome it serves.'),
  RAS310: ({ tier }) =>
    say(
      `The line is ${tier}, and says how it can be a personal budget.`,
      'A personal budget comes from additional money: correct the tier, or say why-not.',
    ),
  RAS311: ({ why }) =>
    say(
      `A workbook cannot say this to the penny: ${why}.`,
      'Say it in smaller figures, with fewer decimals or in two lines; or use ras allocate or ras batch, which can say it.',
    ),
  RAS401: ({ from, to }) => say(`It ends on ${to}, before it begins on ${from}.`, 'Correct one of the dates.'),
  RAS402: ({ date }) => say(`“${date}” is not a date of the calendar.`, 'Write the day as YYYY-MM-DD.'),
  RAS501: ({ source, provenance }) =>
    say(
      `The source “${source}” has neither an address nor a clause, and the table says it is ${provenance}.`,
      'Say where it can be read, or declare provenance: synthetic.',
    ),
  RAS502: ({ source }) => say(`Nothing points at the source “${source}”.`, 'Point an amount at it, or remove it.'),
  RAS503: ({ what }) => say(`This is still to be filled in${toFill(what)}`, 'Put in its place what is so.'),
  RAS504: ({ what }) =>
    say(
      `This is still to be filled in${toFill(what)}`,
      'Put in its place what is so, or say status: draft until that is known.',
    ),
} satisfies Sentences

function toFill(what: string): string {
  return what === '' ? '.' : `: ${what.replace(/\.$/, '')}.`
}
