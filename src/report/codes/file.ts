import { type Meanings, said } from './meaning.js'

/** Files and YAML (0). */
export const FILE = {
  RAS001: {
    title: 'The file is not valid YAML',
    meaning: said(
      'The text could not be read as YAML, the notation that tables and assessments are written in.',
      'Nothing of the file was taken in, so that no figure can come from half of a table.',
      'It says nothing about the scheme itself: what the table says is checked once it can be read.',
    ),
    mend: said(
      'Look at the place and just above it for an indentation that changes, a missing colon, or a bracket that is not closed.',
      'Indent with spaces, never with tabs, and put words that have a colon in them in quotation marks.',
      'Where a merge was left unsettled, keep one side and remove its marks: the lines of <<<<<<<, ======= and >>>>>>>.',
    ),
  },
  RAS002: {
    title: 'The file is too large',
    meaning: said(
      'A table or an assessment has at most 1 MiB of text and 100,000 pieces of YAML, some twenty times a large table.',
      'What is larger is not read, because a file of that size is nearly always another file than the one that was meant.',
    ),
    mend: said(
      'Check that it is the right file.',
      'A scheme that really is so large is split into one table a stream, and the tables are given together.',
    ),
  },
  RAS003: {
    title: 'A YAML anchor, alias, tag or directive',
    meaning: said(
      'YAML can say a value in one place and use it in another (&name and *name), and change what a value means (!tag).',
      'In a table all of this is refused: a reader must find every amount where it is read, without looking anywhere else.',
    ),
    mend: said(
      'Write the value out at every place.',
      'Words that only begin with &, * or ! are put in quotation marks.',
    ),
  },
  RAS004: {
    title: 'A key is given twice',
    meaning: said(
      'The same key stands twice in one mapping, and only one of the two could count.',
      'Many programs take the last one without a word: a family could then be shown a figure that the first one forbids.',
    ),
    mend: 'Keep one of the two. If both are meant, give one of them another name.',
  },
  RAS005: {
    title: 'The file is nested too deeply',
    meaning: said(
      'Lists and mappings stand inside one another more than 40 deep.',
      'No scheme needs that; it happens when a condition is written as a long chain, or when a file was damaged.',
    ),
    mend: 'Write it flatter: several conditions can stand side by side under all or any.',
  },
  RAS006: {
    title: 'A list or mapping stands where a name should',
    meaning: said(
      'YAML lets a list or a mapping be a key. In a table every key is a word of the format or a short name.',
      'It is mostly a bracket or a question mark that came in by accident.',
    ),
    mend: 'Use a short name as the key: small letters, digits and hyphens.',
  },
  RAS007: {
    title: 'The file is empty, or holds more than one document',
    meaning: said(
      'One file is one table, or one assessment.',
      'A line with --- begins another document; which of the two is in force could not be said.',
    ),
    mend: said(
      'Keep one table a file: remove the line with ---, or move what stands below it to a file of its own.',
      'For an empty file, start from one of the tables in tables/.',
    ),
  },
  RAS008: {
    title: 'A name that cannot be used',
    meaning: said(
      'The names __proto__, constructor and prototype mean something to programs written in JavaScript.',
      'A table from elsewhere could do harm with them, so they are refused before anything is read. No other name is.',
    ),
    mend: 'Choose another name.',
  },
} satisfies Meanings
