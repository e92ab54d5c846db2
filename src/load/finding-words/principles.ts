import { type Sentences, say } from './say.js'

/** What an audit finds against the six principles (8). The second digit of a code says which principle it is. */
export const PRINCIPLES = {
  RAS811: ({ outcome, asked }) =>
    asked
      ? say(
          `Questions count needs towards “${outcome}”, and no line gives money for it.`,
          'Let a line serve it, or say in the outcome’s words who does.',
        )
      : say(`No question and no line serves “${outcome}”.`, 'Let a line serve it, or remove it.'),
  RAS821: ({ what, of, count, most }) =>
    say(
      `There are ${count} ${what}${of === null ? '' : ` in “${of}”`}; up to ${most} can still be read at a sitting.`,
      'Say less, or split the scheme.',
    ),
  RAS831: ({ score, word }) =>
    say(
      `“${score}” ${word === 'at-most' ? 'is limited' : word === 'times' ? 'is multiplied' : 'is weighted'}, and nothing says why.`,
      'Add why to the score, as a family reads it.',
    ),
  RAS832: () =>
    say(
      'The table says it is published, and no source has an address where it can be read.',
      'Add the url of the published scheme to a source, or correct the status.',
    ),
  RAS841: ({ fact, is }) =>
    say(
      `“${fact}” is ${is === 'quote' ? 'a quoted price' : 'agreed elsewhere'}, and is usually known only once there is a plan.`,
      'Price by needs where that can be done; if not, say in the guidance how it is known before planning.',
    ),
  RAS842: ({ line }) =>
    say(
      `No figure for “${line}” is known before people decide it.`,
      'Publish a figure, or a range, where there is one.',
    ),
  RAS851: () =>
    say('Nothing says with whom the scheme was made.', 'Add co-production: with whom, and where its record is.'),
  RAS852: ({ stream, about }) =>
    say(
      `No route says how to challenge ${about.join(', or ')} in “${stream}”.`,
      'Add it to challenge: the routes differ by stream and by decision.',
    ),
  RAS853: () => say('Nothing says where families can get independent advice.', 'Add advice.'),
  RAS854: () =>
    say(
      'No flag says when a child is an exceptional case, or reads that the family asked to be one.',
      'Publish the criteria: a flag with exceptional: yes, or one on asked-exceptional.',
    ),
  RAS861: ({ line, raised, less, more }) =>
    say(
      `With more need “${line}” gives less: ${less}, and ${more} when ${raised
        .map(({ name, from, to }) => `${name} goes from ${from} to ${to}`)
        .join(' and ')}.`,
      'Let no row, factor or condition take away as need grows.',
    ),
  RAS862: ({ line }) =>
    say(
      `Whether more need can ever mean less for “${line}” could not be proven, and no case was found.`,
      'Read it again where it falls by a level or a condition, or make it simpler.',
    ),
  RAS863: ({ score, from, next }) =>
    say(
      `No answers give “${score}” ${next === null ? `${from} points or more` : `from ${from} to below ${next} points`}, so nobody can reach this row.`,
      'Correct the row, or the points.',
    ),
  RAS864: ({ question, line, isEducation }) =>
    isEducation
      ? say(
          `Help from family and friends (“${question}”) lowers “${line}”, which is education money.`,
          'Leave the question out of what education money is worked out from.',
        )
      : say(
          `Help from family and friends (“${question}”) is in the points that price “${line}”, and here it counts again.`,
          'Count it once: in the points, or here.',
        ),
  RAS865: ({ name, word }) =>
    say(
      `“${name}” lowers a child’s figure and speaks of “${word}”; an authority’s reserve belongs in the table’s prices. This is only a word list: it proves nothing.`,
      'If it holds money back, calibrate the rows instead; if not, choose other words.',
    ),
  RAS866: ({ case: which }) =>
    say(
      `Nobody may agree the budget when ${which}: there are such cases.`,
      'Add or widen an agreed-by flag so that every case has someone.',
    ),
} satisfies Sentences
