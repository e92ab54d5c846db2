import { type Meanings, said } from './meaning.js'

/** What a table changes, beside an earlier one and over a caseload (9). */
export const DIFFERENCES = {
  RAS901: {
    title: 'The same version says something else',
    meaning: said(
      'Both tables have the same id and version, and their content is not the same.',
      'A budget names the version that it comes from; with two contents under one name it can no longer be checked.',
    ),
    mend: 'Give the changed table a new version, and let it supersede the earlier one.',
  },
  RAS902: {
    title: 'The new table does not name the one before it',
    meaning: said(
      'The table was compared with an earlier one and does not say that it supersedes it.',
      'A reader could not go back from one version to the one before. It changes no figure.',
    ),
    mend: 'Add supersedes with the id and version of the earlier table.',
  },
  RAS903: {
    title: 'Something that assessments give is gone',
    meaning: said(
      'An assessment for the earlier table may give this: a form, a fact, a question, a level, a value, a score. The new table',
      'does not take it, and refuses an assessment that gives it.',
      'Case systems that still send it will stop working on the day the table is in force.',
    ),
    mend: 'Keep it; or change the case system first, and let it ask again.',
  },
  RAS904: {
    title: 'Something that families had is gone',
    meaning: said(
      'The earlier table had this line, stream, outcome, flag or route of challenge, and the new one has none of that name.',
      'If it was only given another name, results of the two years cannot be put side by side by it.',
    ),
    mend: 'Keep the name; or tell families what takes its place.',
  },
  RAS905: {
    title: 'An amount falls and nobody is protected',
    meaning: said(
      'A published amount or the price of a unit is lower than in the earlier table, and no change on the line protects those',
      'who have the line now.',
      'A fall can be right. It must be explained to each family, with notice and reasons where a direct payment is reduced.',
    ),
    mend: 'Add protect to the changes of the line (freeze, no-loser or taper), or be ready to give the reasons.',
  },
  RAS906: {
    title: 'Something that was not asked before',
    meaning: said(
      'The new table needs this form, fact, answer or score, and an assessment made for the earlier one need not hold it.',
      'Such an assessment cannot be worked out by the new table until it is asked.',
    ),
    mend: 'Let it be left out where that is fair, or let the case system ask again.',
  },
  RAS911: {
    title: 'The total changes by more than was allowed',
    meaning: said(
      'Over this caseload the new table costs more or less than the old one, by more than the limit that was given.',
      'Tables that were meant to cost the same have been withdrawn after a year because nobody had tried.',
      'The caseload is what was tried, and no forecast.',
    ),
    mend: 'Change the table, or agree another limit with those who pay.',
  },
  RAS912: {
    title: 'A case loses more than was allowed',
    meaning: said(
      'With the same answers this case gets less by the new table, by more than the limit that was given.',
      'Large falls for a single family are what reasons are owed for.',
    ),
    mend: 'Protect the case with a change (freeze, no-loser or taper), change the table, or agree another limit.',
  },
  RAS913: {
    title: 'More cases are newly referred than was allowed',
    meaning: said(
      'More cases than the limit have a line that people decide, or a flag that refers them, by the new table and not by the',
      'old one.',
      'Where a line had a figure, these families no longer know beforehand what is likely; and somebody must have the time to',
      'decide.',
    ),
    mend: 'Let no line and no flag refer what was not referred before, or agree another limit.',
  },
  RAS914: {
    title: 'A case that one of the tables cannot work out',
    meaning: said(
      'The case can be worked out by one of the two tables and not by the other.',
      'It is not in the sums that are compared, so that they say nothing about it.',
      'Mostly the new table asks something that the caseload does not hold. What only one of the tables knows is left out for',
      'the other, and is no cause.',
    ),
    mend: said(
      'Where the new table asks what the case does not say, answer it in the caseload, or let it be left out in the table.',
      'Where the new table refuses what the case gives, correct the case, or let the table take it.',
      'Where it is the old table that cannot, correct the case.',
    ),
  },
  RAS915: {
    title: 'More that was settled is open than was allowed',
    meaning: said(
      'Money that the old table settles is referred, pending, or different by an unknown setting in the new one, and more of',
      'it than the limit of the total. What the old table gives in money and the new one in hours counts as open too.',
      'What is open can come to anything. It is left out of the total that is compared, so that a small change of that total',
      'says nothing about it.',
      'The percentage is of all that the old table settles.',
    ),
    mend: 'Give a figure where there was one, settle what is pending in the caseload, or agree another limit.',
  },
  RAS916: {
    title: 'A limit with nothing to try it on',
    meaning: said(
      'A limit was given, and there is no case in the caseload that both tables can work out: it is empty, or every case lacks',
      'something.',
      'A limit that was tried on nobody says nothing.',
    ),
    mend: 'Give a caseload that both tables can work out.',
  },
} satisfies Meanings
