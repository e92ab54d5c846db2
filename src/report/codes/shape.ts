import { type Meanings, said } from './meaning.js'

/** What a table is made of, and names (1). */
export const SHAPE = {
  RAS101: {
    title: 'A word that is not of the format',
    meaning: said(
      'A key stands here that the format does not have at this place: misspelt, in the wrong section, or made up.',
      'It is refused and not passed over: a limit or a protection that is misspelt would otherwise be missing without a word.',
    ),
    mend: said(
      'Correct the spelling, or move the key to where it belongs.',
      'If the key seems to be part of an amount or of a sentence, a comma or a colon broke it off: write amounts without',
      'commas, and put such sentences in quotation marks.',
    ),
  },
  RAS102: {
    title: 'Something that must be said is missing',
    meaning: said(
      'The format needs this key here, and it is not there.',
      'Nothing that bears on a figure has a hidden default: an amount says its source, a change its reason, a look up a value',
      'for everything it can meet.',
    ),
    mend: 'Add the key. What belongs there is said in the table’s schema, and shown by an editor that reads it.',
  },
  RAS103: {
    title: 'Text, a list or a mapping of the wrong kind',
    meaning: said(
      'A single value stands where a list or a mapping is expected, or the other way round.',
      'In a look up it can also be that one amount stands where there should be one for each category.',
    ),
    mend: said(
      'Write [one, two] for a list and { key: value } for a mapping, or put each item on a line of its own.',
      'A value that is only missing after its colon is told like this too.',
    ),
  },
  RAS104: {
    title: 'Not one of the values allowed here',
    meaning: said(
      'At this place the format knows a fixed list of values, and this is none of them.',
      'The lists are closed so that every table means the same by the same word: a stream’s law, for example, decides which',
      'rules of challenge and which checks apply to its money.',
    ),
    mend: 'Use one of the values that the message gives.',
  },
  RAS105: {
    title: 'A value that is not in the form expected',
    meaning: said(
      'The value is of the right kind and not written as it must be: an amount with a £ sign or one decimal, a day that is not',
      'a date, a name with capitals.',
      'What an amount means is never guessed. 1,500 could be fifteen hundred, or one and a half.',
    ),
    mend: 'Write it as the message says. Amounts are pounds without £ and commas, such as 1500 or 1500.00; days are 2026-04-01.',
  },
  RAS106: {
    title: 'Exactly one way must be chosen',
    meaning: said(
      'Here the format offers several ways to say something, and none or more than one of them was used.',
      'A line has a price or provides something, a question has levels or kinds, a condition says a value or its bounds.',
      'With two at once it could not be said which of them counts.',
    ),
    mend: 'Keep exactly one of the ways that the message lists.',
  },
  RAS107: {
    title: 'A list that is empty or too long',
    meaning: said(
      'A list of the format has from 1 to 500 items.',
      'An empty list mostly is a section that was begun and not filled: a look up without rows could give nothing to anybody.',
    ),
    mend: 'Add what belongs in it, or leave the whole key out where it may be left out.',
  },
  RAS109: {
    title: 'A name that is not declared',
    meaning: said(
      'Something is called by a name that nothing in the table has: a source, a stream, a fact, a question, a level, a line.',
      'A condition on a name that does not exist would never be met, and an amount without its source could not be traced.',
      'In an assessment it is an answer or a fact that this table does not ask for.',
    ),
    mend: said(
      'Correct the spelling; the message proposes the nearest name there is.',
      'If the name is right, declare it in its section first.',
    ),
  },
  RAS110: {
    title: 'One name for two things',
    meaning: said(
      'Questions, groups and scores share their names, and so do the changes of one line.',
      'Where one name means two things, a reader cannot know which points or which change a figure came from.',
    ),
    mend: 'Give one of the two another name, and use it wherever that one is meant.',
  },
  RAS111: {
    title: 'Two tables claim the same line',
    meaning: said(
      'Two tables that are used together have a line under the same law with the same name or the same title.',
      'The same support would be counted twice in one budget. Two lines with one title under different laws are no fault.',
    ),
    mend: 'Let one of the two tables have the line. If they are two different things, give them titles that say so.',
  },
  RAS112: {
    title: 'One scheme is given twice',
    meaning: said(
      'Two of the tables that are used together have the same id: mostly they are two versions of one scheme.',
      'A budget is worked out by the version that is in force on its day, and by one only.',
    ),
    mend: 'Give each scheme once, in the version that is in force.',
  },
} satisfies Meanings
