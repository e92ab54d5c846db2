import { type Meanings, said } from './meaning.js'

/** Rows and reach, money and rounding, sources (2, 3 and 5). */
export const FIGURES = {
  RAS201: {
    title: 'A row starts before the one above it',
    meaning: said(
      'A row holds from its points up to the next row, so rows must rise.',
      'Where one starts at the same points as the row above it or below them, it cannot be said which of the two a child has.',
    ),
    mend: 'Put the rows in rising order, and let no two start at the same points. Look for a digit that was mistyped.',
  },
  RAS202: {
    title: 'The rows begin too late',
    meaning: said(
      'The lowest points that a child can have lie below the first row. For such a child the table says nothing.',
      'No row is not the same as nothing: the figure would have to be made up, and it never is.',
    ),
    mend: 'Start the first row at the lowest points there can be, even if it gives 0.',
  },
  RAS203: {
    title: 'A row does not meet the next one',
    meaning: said(
      'The row says up to which points it holds, and that is not where the next row begins: points between them are in no row,',
      'or points are in both.',
      'Published tables often have such a gap, as with half points between 69 and 70. It is compared with what a child can',
      'really score, so whole numbers that follow each other are no fault where only whole points can be given.',
    ),
    mend: 'Correct “to”, or leave it out: a row holds up to the next row in any case.',
  },
  RAS204: {
    title: 'A straight line through a row that refers',
    meaning: said(
      'The amounts between two rows are drawn as a straight line, and one of the rows before the last gives no amount.',
      'Between an amount and “people decide” there is nothing to draw.',
    ),
    mend: 'Let only the last row refer, or use rows without a straight line.',
  },
  RAS205: {
    title: 'A row above the most there can be',
    meaning: said(
      'The row starts above the most points that the score can come to, so no child reaches it.',
      'Families would read an amount that nobody can have. Often a cap on the score was lowered, or a question was removed.',
      'Rows that the bounds allow and no answers add up to are told apart from this, as RAS863.',
    ),
    mend: 'Remove the row or correct where it starts; or correct the score, if it should reach further.',
  },
  RAS206: {
    title: 'To whom a case goes is not said, or said for nothing',
    meaning: said(
      'A row gives refer, or a form has an age below which a child is not scored, and nothing says who then decides.',
      'The family would be left without a next step. The other way round, refer-to stands where nothing is referred.',
    ),
    mend: 'Add refer-to with the team or the panel that decides; or remove it, if no row refers.',
  },
  RAS301: {
    title: 'A line that could need more than 15 digits',
    meaning: said(
      'All figures are worked out exactly in whole pence, and the largest number that a line could ever need was worked out too.',
      'Here it goes beyond 15 digits, where computers and spreadsheets no longer count single pennies.',
      'It does not mean that any child comes near it: limits that are far too wide are enough.',
    ),
    mend: said(
      'Lower the limits of what is read (at-most of a fact or of a score), use fewer decimals in factors, or split the line',
      'in two.',
    ),
  },
  RAS302: {
    title: 'A line that could fall below nothing',
    meaning: said(
      'The changes could take off more than there is, and the figure would be less than £0.',
      'No family owes money to a budget, and a negative line would quietly lower the others in the total.',
    ),
    mend: 'Add at-least: 0 as a change after the subtraction, so that the limit is a step that can be read.',
  },
  RAS303: {
    title: 'Two published figures that do not agree',
    meaning: said(
      'The table gives the same price for two units, as the source does, and one does not come out of the other to the penny.',
      'One of the two was mistyped, or the council published figures that do not fit.',
      'Three terms are a year; weeks are those that the table says there are in a year.',
    ),
    mend: said(
      'Compare both with the source and correct the one that is wrong.',
      'If the source itself is wrong, keep the figure that is paid, leave the other out, and ask the council.',
    ),
  },
  RAS304: {
    title: 'Changes in the wrong order',
    meaning: said(
      'Changes are made in the order in which they are written, and the order is the same in every table: uplift, area factor,',
      'then times, add, subtract and other packages, then limits, protection, and rounding to whole pounds.',
      'In another order the same words would give other money: a cap before a rise is no cap.',
    ),
    mend: 'Move the change to where the order has it, and check the figure with a case of your own.',
  },
  RAS305: {
    title: 'Percentages that do not make a whole',
    meaning: said(
      'Funders share a line by percentages that must add up to 100, and there must be two or more.',
      'A contingency and the part of another package that counts can be at most 100 per cent.',
      'Otherwise a part of the money would be paid by nobody, or by two.',
    ),
    mend: 'Correct the percentages. One funder that pays everything is written as all.',
  },
  RAS306: {
    title: 'The school’s money would be deducted twice',
    meaning: said(
      'A top-up is what stands above the school’s own money. Here the line is a top-up and still lets a funder pay a first sum',
      'of it, which is how the school’s £6,000 is said for a whole cost.',
      'The same money would be taken off twice, and the child’s figure would be too small by that sum.',
    ),
    mend: said(
      'If the published amounts are above the school’s money, let one funder pay all.',
      'If they hold it, say amount-is: whole cost.',
    ),
  },
  RAS307: {
    title: 'Two things that do not fit each other',
    meaning: said(
      'Each part is well formed and together they make no sense: a price a week that does not say how many weeks, a rate for',
      'nights where hours are counted, a second fact of kind age, a range that nothing can lie in.',
      'A figure worked out of them would be a number without a meaning.',
    ),
    mend: 'Give what the message says is needed, or remove what it does not fit.',
  },
  RAS308: {
    title: 'Whole cost or top-up is not said, or means nothing',
    meaning: said(
      'Education amounts are published in two ways: as the whole cost of the support, or as what comes on top of the money that',
      'a school already has. A table must say which, or the school’s £6,000 is forgotten or counted twice.',
      'Lines of health and social care have no such money, and must not say it.',
    ),
    mend: 'Add amount-is: whole cost or amount-is: top-up to an education line, as the source has it; remove it from any other.',
  },
  RAS309: {
    title: 'Money that serves no outcome',
    meaning: said(
      'A line’s money is shown by the outcomes it is meant to achieve: by its own outcome, or shared by the points that priced',
      'it. This line names none, and no questions price it.',
      'What the money is for could not be said to the family.',
    ),
    mend: 'Name the outcome that the line serves.',
  },
  RAS310: {
    title: 'A personal budget from money that is not additional',
    meaning: said(
      'The line is universal, targeted or social capital, and still says in which ways it can be a personal budget.',
      'A personal budget comes from additional money only; what is there for every child cannot be taken as cash.',
    ),
    mend: 'Correct the tier, if the money is additional. Otherwise remove the ways, and say why-not where families will ask.',
  },
  RAS311: {
    title: 'More than a workbook can say',
    meaning: said(
      'The table is in order, and the command and the library work it out to the penny.',
      'A spreadsheet keeps 15 digits of a number, so that a step which needs more could be a penny out, or a formula would be longer than a spreadsheet lets it be.',
      'A workbook is then refused as a whole, since a figure that is nearly right is wrong.',
    ),
    mend: 'Say it in smaller figures, with fewer decimals or in two lines. Or give families the statement of ras allocate, and work a caseload out with ras batch.',
  },
  RAS501: {
    title: 'A source that cannot be found again',
    meaning: said(
      'The table says that it is official or reconstructed from published sources, and this source has neither an address nor a',
      'clause.',
      'Every amount must lead back to a place where an auditor or a parent can read it.',
    ),
    mend: 'Add url or clause. If the figures are invented for a trial, say provenance: synthetic.',
  },
  RAS502: {
    title: 'A source that nothing points at',
    meaning: said(
      'No line, change or rate comes from this source.',
      'Either it is left over, or an amount points at another source than it should. It changes no figure.',
    ),
    mend: 'Point the amount at it that comes from it, or remove the source.',
  },
  RAS503: {
    title: 'Something in a draft is still to be filled in',
    meaning: said(
      'The words begin with TO FILL IN, as those do that ras import-table writes in the place of what a sheet does not say.',
      'A draft may have them, and is told where they are.',
    ),
    mend: 'Put in their place what is so: the document, the route of challenge, who decides.',
  },
  RAS504: {
    title: 'A table beyond a draft has something to fill in',
    meaning: said(
      'The words begin with TO FILL IN, and the status says that families may meet this table.',
      'They would read it in the place of a source, or of where to turn.',
    ),
    mend: 'Put in their place what is so. Until it is known, the status is draft.',
  },
} satisfies Meanings
