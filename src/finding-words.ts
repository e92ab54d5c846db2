import type { Code, FindingData } from './diagnostic.js'
import { didYouMean } from './did-you-mean.js'

interface Words {
  /** What is wrong. */
  readonly message: string
  /** How to mend it. */
  readonly mend: string
}

/** The sentences of a finding: what is wrong, and how to mend it. Every sentence about a finding is in this file. */
export function describe<C extends Code>({ code, data }: { readonly code: C; readonly data: FindingData[C] }): Words {
  return SENTENCES[code](data)
}

const SENTENCES: { readonly [C in Code]: (data: FindingData[C]) => Words } = {
  RAS001: ({ detail }) =>
    say(`This is not valid YAML: ${detail}.`, 'Check the indentation, the colons and the brackets around here.'),
  RAS002: ({ limit }) => say(`The file is larger than ${limit}.`, 'Split the scheme into one table a stream.'),
  RAS003: ({ what }) =>
    say(`A YAML ${what} stands here; a table must say everything where it is read.`, 'Write the value out.'),
  RAS004: ({ key }) => say(`“${key}” is given twice; only one of them could count.`, 'Keep one of the two.'),
  RAS005: ({ limit }) => say(`This is nested deeper than ${limit} levels.`, 'Write it flatter.'),
  RAS006: () => say('A list or mapping stands where a name should.', 'Use a short name as the key.'),
  RAS007: ({ documents }) =>
    documents === 0
      ? say('The file is empty.', 'Start from a table in tables/, or from docs/table-format.md.')
      : say('The file holds more than one document.', 'Keep one table a file: remove the line with ---.'),
  RAS008: ({ key }) => say(`“${key}” cannot be used as a name.`, 'Choose another name.'),

  RAS101: ({ key, known }) =>
    say(
      `“${key}” is not a word of the format here.`,
      /^[a-z][a-z0-9-]*$/.test(key)
        ? didYouMean(key, known)
        : 'Put words that contain a comma or a colon in quotation marks.',
    ),
  RAS102: ({ key }) => say(`“${key}” is missing.`, `Add ${key}.`),
  RAS103: ({ expected, got }) => say(`Here ${expected} is expected, and ${got} was found.`, `Write ${expected}.`),
  RAS104: ({ got, allowed }) =>
    say(`“${got}” is not one of the values allowed here.`, `Use one of: ${allowed.join(', ')}.`),
  RAS105: ({ got, expected }) => say(`“${got}” is not in the form expected here.`, `Write ${expected}.`),
  RAS106: ({ options }) =>
    options.includes('below')
      ? options.includes('is')
        ? say(
            'Nothing, or two things at once, say when this is met.',
            'Give is, or bounds (from, above, up-to, below), and not both.',
          )
        : say('Nothing says how many.', 'Add from, above, up-to or below.')
      : say('Exactly one form must be chosen here.', `Use exactly one of: ${options.join(', ')}.`),
  RAS107: ({ least, most }) => say(`A list of ${least} to ${most} items is expected.`, 'Add or remove items.'),
  RAS108: ({ word }) =>
    say(
      `“${word}” is a word of the format that this version does not work yet.`,
      'Say it without that word for now, or refer those cases to people.',
    ),
  RAS109: ({ kind, name, known }) =>
    say(
      `There is no ${kind} called “${name}”.`,
      known.length === 0 ? `Declare the ${kind} first.` : didYouMean(name, known),
    ),
  RAS110: ({ name, other }) =>
    say(
      `“${name}” is already the name of a ${other}.`,
      other === 'change'
        ? 'Give one of the changes another name.'
        : 'Give one of them another name: questions, groups and scores share their names.',
    ),

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
  RAS206: ({ rows }) =>
    rows
      ? say('A row refers, and nothing says to whom.', 'Add refer-to.')
      : say('refer-to is given, and no row refers.', 'Remove refer-to.'),

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
      'Put changes in this order: times, add and subtract; at-most and at-least; nearest.',
    ),
  RAS305: ({ sum, of }) =>
    of === 'funders'
      ? say(`The percentages add up to ${sum}.`, 'Let two or more funders add up to 100.')
      : say(`The contingency is ${sum} per cent of the line.`, 'Keep at most 100 per cent of it.'),
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

  RAS401: ({ from, to }) => say(`It ends on ${to}, before it begins on ${from}.`, 'Correct one of the dates.'),
  RAS402: ({ date }) => say(`“${date}” is not a date of the calendar.`, 'Write the day as YYYY-MM-DD.'),

  RAS501: ({ source, provenance }) =>
    say(
      `The source “${source}” has neither an address nor a clause, and the table says it is ${provenance}.`,
      'Say where it can be read, or declare provenance: synthetic.',
    ),
  RAS502: ({ source }) => say(`Nothing points at the source “${source}”.`, 'Point an amount at it, or remove it.'),

  RAS601: ({ level }) => say(`The level “${level}” is given twice.`, 'Give each level once.'),
  RAS602: ({ level, points, before, direction }) =>
    say(
      `“${level}” has ${points} points and the level before it ${before}, against the direction “${direction}”.`,
      direction === 'need'
        ? 'Put the levels in the order of need, or say direction: support.'
        : 'Put the levels in the order of support, or say direction: need.',
    ),
  RAS603: ({ path }) => say(`These scores are made of each other: ${path.join(' → ')}.`, 'Break the circle.'),
  RAS604: ({ name, score }) =>
    say(`“${name}” is counted twice in “${score}”.`, 'Count each question once; use times for a weight.'),
  RAS605: ({ fact, is, needed }) =>
    say(
      `“${fact}” is a fact of kind ${is}, which cannot be used here.`,
      is === 'age'
        ? 'Age chooses the form and the legal basis; use form instead.'
        : `Use a fact of kind ${needed.join(' or ')}.`,
    ),
  RAS606: ({ question }) =>
    say(`No score counts “${question}”.`, 'Add it, or its group, to a score; or tell families that it is not scored.'),
  RAS607: ({ word }) =>
    say(
      `The text asks about “${word}”, which may be a protected characteristic. This is only a word list: it proves nothing.`,
      'Ask about needs, not about who the child is.',
    ),
  RAS608: ({ from, below }) =>
    say(`The form is for ages from ${from} and below ${below}, which is nobody.`, 'Correct one of the ages.'),
  RAS609: ({ score }) => say(`Nothing uses the score “${score}”.`, 'Price a line by it, or remove it.'),
  RAS620: ({ question }) =>
    say(`“${question}” is not answered.`, 'Answer it. Zero need is an answer too; a missing one is not zero.'),
  RAS621: ({ question, level, levels }) => say(`“${question}” has no level “${level}”.`, didYouMean(level, levels)),
  RAS622: ({ question, level, points, table }) =>
    say(
      `“${question}” is answered “${level}” with ${points} points, and the table gives it ${table}.`,
      'Correct the level or the points; the table’s points count.',
    ),
  RAS623: ({ question, points, allowed, between }) =>
    say(
      `“${question}” cannot have ${points} points.`,
      between
        ? `Give points from ${allowed[0]} to ${allowed.at(-1)}, with at most two decimals.`
        : `Give one of: ${allowed.join(', ')}.`,
    ),
  RAS624: ({ question }) => say(`“${question}” cannot be answered not-applicable.`, 'Choose a level.'),
  RAS625: ({ question, form }) =>
    say(`“${question}” is not on the form “${form}”.`, 'Remove the answer, or correct the form.'),
  RAS626: ({ fact, expected }) => say(`The fact “${fact}” is not given.`, `Give ${expected}.`),
  RAS627: ({ fact, got, expected }) => say(`The fact “${fact}” cannot be “${got}”.`, `Give ${expected}.`),
  RAS628: ({ forms }) =>
    forms.length === 0
      ? say('This table has no forms.', 'Remove form.')
      : say('The form is not given, or not one that the table has.', `Give one of: ${forms.join(', ')}.`),
  RAS629: ({ age, form, from, below }) =>
    say(
      `A child of ${age} does not use the form “${form}”.`,
      `It is for ages ${from === null ? '' : `from ${from}`}${from !== null && below !== null ? ' and ' : ''}${below === null ? '' : `below ${below}`}.`,
    ),
  RAS630: ({ fact }) =>
    say(`“${fact}” is refused without a reason.`, 'Give the written reason: a refusal must have one.'),
  RAS631: ({ score, most }) =>
    say(
      `The points for “${score}” are missing, or not from 0 to ${most}.`,
      `Give points from 0 to ${most}, with at most two decimals.`,
    ),
  RAS632: ({ got }) =>
    say(
      `“${got}” does not look like a case reference.`,
      'Use letters, digits and . _ / - with at least one digit: never a name.',
    ),

  RAS701: ({ case: which }) =>
    say(`Nobody may agree the budget when ${which}.`, 'Add or widen an agreed-by flag so that every case has someone.'),
  RAS702: ({ limit }) =>
    say(
      `The agreed-by flags read too many things to try every combination (over ${limit}), so a gap could not be ruled out.`,
      'Use fewer conditions, or check by hand.',
    ),
}

function say(message: string, mend: string): Words {
  return { message, mend }
}

function money(pence: number): string {
  return `${pence < 0 ? '−' : ''}£${(Math.abs(pence) / 100).toFixed(2)}`
}
