import { type Meanings, said } from './meaning.js'

/** A file of cases, before an assessment in it can be read (010 to 020). */
export const SHEET = {
  RAS010: {
    title: 'The sheet is not text in UTF-8',
    meaning: said(
      'The file begins as a text of another encoding does, or as a file that is no text: a spreadsheet saved as .xlsx is one.',
      'Nothing of it is read, since letters and figures could come out wrong.',
    ),
    mend: 'Save the sheet as “CSV UTF-8” and give that file. A workbook is read where its name ends in .xlsx, or by --from xlsx.',
  },
  RAS011: {
    title: 'The sheet has no row of names',
    meaning: said(
      'The first row of a sheet names its columns, and here it is empty.',
      'Columns are known by their names alone, never by their order: a column that moved must not become another answer.',
    ),
    mend: 'Name the columns in row 1, and put the first case in row 2.',
  },
  RAS012: {
    title: 'A column that is nothing the tables ask',
    meaning: said(
      'The name at the head of a column is no fact, question or score of the tables, or there is no name.',
      'A column that was quietly left out could be an answer that nobody counted, so the whole sheet waits until it is clear.',
    ),
    mend: said(
      'Correct the name; in full it is written as facts/age or answers/sleep.',
      'A column that is not for the tables, such as a date of entry, is left out with --ignore.',
    ),
  },
  RAS013: {
    title: 'A column that could be several things',
    meaning: said(
      'The short name of the column belongs to more than one thing, such as a fact and a question of the same name.',
      'Which of them is meant is not guessed.',
    ),
    mend: 'Write the name in full, as the message gives it.',
  },
  RAS014: {
    title: 'Two columns for one thing',
    meaning: said(
      'Two columns hold the same fact, answer or score, once perhaps by its short name and once in full.',
      'Where they differ, only one of them could count.',
    ),
    mend: 'Keep one of the two columns.',
  },
  RAS015: {
    title: 'A column that no case can do without is missing',
    meaning: said(
      'Every case needs a reference and a date, and each table has facts, questions and scores that no case can leave out.',
      'Without the column not one row could be worked out, so this is told once and not for every row.',
      'A question that only some forms ask, or that is asked only after some answers, need not have a column.',
    ),
    mend: 'Add the column. A cell in it may still be empty where the table allows it.',
  },
  RAS016: {
    title: 'A row with more or fewer cells than there are columns',
    meaning: said(
      'The row has another number of cells than row 1 has names. From some cell on, each value would stand under a wrong name.',
      'The row is left out and told; every other row is worked out.',
    ),
    mend: said(
      'Mostly a text holds a comma: put it in quotation marks.',
      'Otherwise add the cells that are missing, or remove those that are too many.',
    ),
  },
  RAS017: {
    title: 'A quotation mark is not in order',
    meaning: said(
      'A cell that begins with a quotation mark must end with one, and a mark inside it is written twice.',
      'Here something follows the closing mark, or the file ends before it.',
      'The row is left out and told, since it cannot be said where its cells end.',
    ),
    mend: 'Double every quotation mark inside the cell, and close the cell. A spreadsheet does this when it saves as CSV.',
  },
  RAS018: {
    title: 'A row that does not end',
    meaning: said(
      'A row of a sheet, or a line of JSON, is longer than one case can be.',
      'In a sheet it is nearly always a quotation mark that was opened and not closed: all that comes after it is one cell.',
    ),
    mend: 'Look in the row for a quotation mark that is open, and close it. Otherwise shorten the row.',
  },
  RAS019: {
    title: 'A line that is not an assessment as JSON',
    meaning: said(
      'Where the cases come as lines of JSON, every line is one object by itself. This line could not be read as one.',
      'The line is left out and told; every other line is worked out.',
    ),
    mend: 'Write one object a line, without line breaks inside it and without a comma behind it.',
  },
  RAS020: {
    title: 'A cell of a workbook that cannot be read as it is',
    meaning: said(
      'The cell shows an error such as #N/A, holds a time of day, has a formula that was never worked out or a number of',
      'more than 15 digits, is merged with others, or stands below no name.',
      'What was meant is not guessed, and the cell is not taken for an empty one. The row is left out and told; every other',
      'row is worked out.',
    ),
    mend: said(
      'Go to the cell by its address, such as C7, and put into it what is meant, or empty it.',
      'A merged cell is unmerged, and each row filled in by itself.',
    ),
  },
} satisfies Meanings
