import { type Meanings, said } from './meaning.js'

/** Dates, several versions, and the record of what was published (4). */
export const VERSIONS = {
  RAS401: {
    title: 'It ends before it begins',
    meaning: said(
      'The last day on which the table is in force lies before the first one. There would be no day on which it counts.',
      'A table that is in force on one day only has the same day twice, and is no fault.',
    ),
    mend: 'Correct one of the two days. A table whose end is not known yet leaves it out.',
  },
  RAS402: {
    title: 'Not a date of the calendar',
    meaning: said(
      'The day is not written as year, month and day, or there is no such day.',
      'Which table is in force, and how much of a year is left, hang on the day.',
    ),
    mend: 'Write the day as YYYY-MM-DD, such as 2026-09-01.',
  },
  RAS403: {
    title: 'Two tables are in force on the same day',
    meaning: said(
      'Two tables of one authority are in force on the same day for the same stream, and cannot stand in one budget: they',
      'are versions of one scheme, or have a line for the same thing.',
      'For a child assessed on such a day there would be two figures, and nothing to say which of them is owed.',
      'Tables that are for different things may be in force together.',
    ),
    mend: said(
      'End one of them on the day before the other begins.',
      'Or let the later one say with supersedes that it takes the place of the earlier.',
    ),
  },
  RAS404: {
    title: 'Days on which no table is in force',
    meaning: said(
      'One table of the authority ends, the next one begins later, and between them there is none for this stream; or none',
      'of the scheme, while another scheme of the stream goes on and the figure would come out too low.',
      'A table that supersedes the one that ended takes its place, also under another name.',
      'A child assessed on such a day could not be given a figure, and no figure is ever taken from a table that has ended.',
      'Days before the first table and after the last one are not meant.',
    ),
    mend: 'Let one version end on the day before the other begins, or publish a version for the days between.',
  },
  RAS405: {
    title: 'One version is here twice',
    meaning: said(
      'Two files have the same id and the same version.',
      'If they say the same, one of them is too many. If they do not, a budget that names this version could mean either, and',
      'could no longer be checked by anybody.',
    ),
    mend: 'Keep one of the two files; or give the one that is new a version of its own.',
  },
  RAS406: {
    title: 'A published version was changed',
    meaning: said(
      'The record of what was published holds a fingerprint of this version, and the file now says something else.',
      'Families were told figures by what was published. Changed afterwards, these figures could no longer be replayed.',
      'Comments and the order of keys may be changed freely: they are not part of the fingerprint. That a table was',
      'withdrawn since is no change either, nor that it was given an end where it had none.',
    ),
    mend: said(
      'Undo the change.',
      'If it is right, put it in a new version that supersedes this one, with the day from which it is in force.',
    ),
  },
  RAS407: {
    title: 'A published table is missing',
    meaning: said(
      'The record says that this version was published, and its file is not among the tables.',
      'A budget of that time can be replayed only with the table that was then in force.',
    ),
    mend: 'Put the file back where it was. A table that no longer counts stays there: the one that supersedes it ends it.',
  },
  RAS408: {
    title: 'The order of versions does not hold',
    meaning: said(
      'A table says that it supersedes another: that other one is missing, is the table itself, begins after it, is',
      'superseded by a third one too, or leads back to this one.',
      'Both may begin on the same day: the earlier one is corrected, and is then in force on no day.',
      'Each version must follow one other, or it cannot be said which table took the place of which.',
      'A table that is checked all by itself may follow one that is kept elsewhere.',
    ),
    mend: 'Let each version supersede the one before it, and no other; the first one supersedes nothing.',
  },
  RAS409: {
    title: 'No table is in force on the day that was asked',
    meaning: said(
      'There is no published table on that day for what was asked. A draft, a trial or a withdrawn table is not in force,',
      'whatever its days say.',
      'No table is chosen in its place: neither the last one before nor the first one after, nor that of another scheme',
      'alone where one of the stream stops between two of its versions.',
    ),
    mend: 'Give another day, or publish a table for this one.',
  },
  RAS410: {
    title: 'Several tables are in force on the day that was asked',
    meaning: said(
      'More than one published table is in force on that day for what was asked, where one is needed.',
      'Which of them counts is not guessed: each would give its own figure.',
      'They may be versions whose days overlap, or schemes of several authorities in one folder.',
    ),
    mend: 'Say which scheme or authority is meant. Where the days of two versions overlap, mend these.',
  },
  RAS411: {
    title: 'A published table of which there is no record',
    meaning: said(
      'The table says status: published, and the record of what was published does not hold it.',
      'Until it does, nobody would notice if the table was changed. The figures themselves are not in doubt.',
    ),
    mend: 'Run ras publish, which records the version with its fingerprint. If it is not in force yet, say status: draft.',
  },
  RAS412: {
    title: 'Only a published table can be recorded',
    meaning: said(
      'The table was given to be recorded as published, and its own status is another one.',
      'A family that reads the table must find there that it is in force, and not only in a record.',
    ),
    mend: 'Say status: published once it has been agreed, and run ras publish again.',
  },
} satisfies Meanings
