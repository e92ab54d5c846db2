import { didYouMean } from '../../did-you-mean.js'
import { type Sentences, say } from './say.js'

const SHAPES: Readonly<Record<string, string>> = {
  'a mapping': ', such as { title: Education, law: education }',
  'a list': ', such as [primary, secondary]',
}

/** What a table is made of, and names (1). */
export const SHAPE = {
  RAS101: ({ key, known }) =>
    say(
      `“${key}” is not a word of the format here.`,
      /^[a-z][a-z0-9-]*$/.test(key)
        ? didYouMean(key, known)
        : /^\d/.test(key)
          ? 'Write amounts without commas, and put words that contain a comma in quotation marks.'
          : 'Put words that contain a comma or a colon in quotation marks.',
    ),
  RAS102: ({ key }) => say(`“${key}” is missing.`, `Add ${key}.`),
  RAS103: ({ expected, got }) =>
    say(`Here ${expected} is expected, and ${got} was found.`, `Write ${expected}${SHAPES[expected] ?? ''}.`),
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
  RAS111: ({ line, title, other, where }) =>
    say(
      `“${line}” (${title}) is claimed by another table too, ${other}, at ${where}: the same law and the same purpose.`,
      'Let one of the two tables have the line.',
    ),
  RAS112: ({ table }) =>
    say(`The table “${table}” is given twice.`, 'Give each scheme once, in the version that is in force.'),
} satisfies Sentences
