import { type Sentences, say } from './say.js'

/** Files and YAML (0). */
export const FILE = {
  RAS001: ({ detail }) =>
    say(
      `This is not valid YAML: ${detail}.`,
      detail.startsWith('Block collections are not allowed within flow')
        ? 'Put words that have a colon in them in quotation marks.'
        : detail.endsWith('UTF-8')
          ? 'Save the file as UTF-8, and look whether every £ and every accent in it is right.'
          : detail === 'an unsettled merge'
            ? 'Keep one side, and remove the marks of the merge.'
            : 'Check the indentation, the colons and the brackets around here.',
    ),
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
} satisfies Sentences
