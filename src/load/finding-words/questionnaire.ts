import { didYouMean } from '../../did-you-mean.js'
import { type Sentences, say } from './say.js'

/** Questionnaire, scores and assessments (6). */
export const QUESTIONNAIRE = {
  RAS601: ({ level }) => say(`The level “${level}” is given twice.`, 'Give each level once.'),
  RAS602: ({ level, points, before, direction }) =>
    say(
      `“${level}” has ${points} points and the level before it ${before}, against the direction “${direction}”.`,
      direction === 'need'
        ? 'Put the levels in the order of need, or say direction: support.'
        : 'Put the levels in the order of support, or say direction: need.',
    ),
  RAS603: ({ path }) => say(`These hang on each other: ${path.join(' → ')}.`, 'Break the circle.'),
  RAS604: ({ name, score }) =>
    say(`“${name}” is counted twice in “${score}”.`, 'Count each question once; use times for a weight.'),
  RAS605: ({ fact, is, needed }) =>
    say(
      `“${fact}” is a fact of kind ${is}, which cannot be used here.`,
      is === 'age'
        ? 'Age chooses the form and the legal basis; use a form, or a phase, instead.'
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
  RAS633: ({ start, end }) =>
    say(`The support ends on ${end}, before it starts on ${start}.`, 'Correct one of the two days.'),
  RAS634: ({ question }) =>
    say(
      `“${question}” is answered, and the other answers and facts mean that it is not asked.`,
      'Remove the answer, or correct what it depends on.',
    ),
} satisfies Sentences
