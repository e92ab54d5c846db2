import { type Meanings, said } from './meaning.js'

/** An assessment, read against its table (620 to 634). */
export const ASSESSMENT = {
  RAS620: {
    title: 'A question is not answered',
    meaning: said(
      'The form asks the question, and there is no answer to it.',
      'A missing answer is not zero need: counted as nothing it would make a child’s figure too small without anybody seeing it.',
    ),
    mend: 'Answer it. If there is no need, the level that says so is the answer.',
  },
  RAS621: {
    title: 'A level that the question does not have',
    meaning: said(
      'The answer is not one of the question’s levels, so it has no points.',
      'Of a question that has kinds, an answer names the kind and its level.',
    ),
    mend: 'Use one of the levels of the message. Check that the assessment is read with the table it was made for.',
  },
  RAS622: {
    title: 'The points do not belong to the level',
    meaning: said(
      'The assessment gives a level and its points, and in the table this level has other points.',
      'Mostly it was scored with another version of the table. Neither of the two is taken on trust.',
    ),
    mend: 'Leave the points out, so that the table gives them; or use the table that the form was scored with.',
  },
  RAS623: {
    title: 'Points that the question does not allow',
    meaning: said(
      'The answer is given as points, and no level of the question has them.',
      'Points between two levels count only where the table says so, and points beyond the highest level never do.',
    ),
    mend: 'Give one of the points in the message, or better the level itself.',
  },
  RAS624: {
    title: '“Not applicable” where the question does not allow it',
    meaning: said(
      'The answer is not-applicable, which scores 0, and this question has no such answer.',
      'Where a question is meant for everybody, “it does not apply” would be a way to lose a need.',
    ),
    mend: 'Answer with a level. If the question can really be beside the point, the table must say not-applicable: yes.',
  },
  RAS625: {
    title: 'An answer to a question of another form',
    meaning: said(
      'The question is not on the form that was used.',
      'The answer is not quietly dropped: either the form is the wrong one, or the answer belongs to another case.',
    ),
    mend: 'Remove the answer, or give the form that was really answered.',
  },
  RAS626: {
    title: 'A fact is missing',
    meaning: said(
      'The table reads this fact, and the assessment does not give it.',
      'No fact has a value that is taken for granted: whether a decision is refused or pending, for example, makes all the',
      'difference to what a family is told.',
    ),
    mend: 'Give the fact, as the message says it is written. A setting that no plan names yet is given as unknown.',
  },
  RAS627: {
    title: 'A fact that is not in the form expected',
    meaning: said(
      'The fact has a value that its kind does not allow, or that lies beyond the limits the table gives it.',
      'Such a value is refused and never cut to the limit.',
    ),
    mend: 'Write it as the message says. If the value is true and the limit too low, the table must be changed.',
  },
  RAS628: {
    title: 'The form is missing, or is none of the table’s',
    meaning: said(
      'The table has several forms and the assessment must say which one was answered; or it has none, and one is given.',
      'The form decides which questions were asked.',
    ),
    mend: 'Give one of the forms of the message, or remove form.',
  },
  RAS629: {
    title: 'The child’s age is not one that the form is for',
    meaning: said(
      'The form has limits of age and the child’s age lies outside them.',
      'The answers were then given to questions meant for other children.',
    ),
    mend: 'Use the form for this age, or correct the age. It is the age in whole years on the day of the assessment.',
  },
  RAS630: {
    title: 'A refusal without a reason',
    meaning: said(
      'A decision is given as refused, and no reason stands beside it.',
      'A refusal must be in writing, with its reasons, and can be reviewed; the statement for the family repeats them.',
    ),
    mend: 'Give { state: refused, reason: … } in the words that the family was given.',
  },
  RAS631: {
    title: 'Points from the council’s form are missing or out of range',
    meaning: said(
      'The score is brought from a form that was scored elsewhere, and it is not there, not a number, or more than that form',
      'can give.',
      'Without it no row can be chosen, and missing points are not 0.',
    ),
    mend: 'Give the points, from 0 to the most that the message says, with at most two decimals.',
  },
  RAS632: {
    title: 'A case reference that looks like a name',
    meaning: said(
      'The reference has signs in it that references do not have, or no digit at all.',
      'It goes into results, error files and spreadsheets, where a child’s name must never stand.',
      'A reference that is accepted is no proof that it names nobody.',
    ),
    mend: 'Use the number of the case in your own system: letters, digits and . _ / - with at least one digit.',
  },
  RAS633: {
    title: 'The support ends before it starts',
    meaning: said(
      'The last day of the support lies before its first day, so that there is no part of the year to work out.',
      'Support for one day only has the same day twice, and is no fault.',
    ),
    mend: 'Correct one of the two days, or leave out the one that is not known.',
  },
  RAS634: {
    title: 'An answer to a question that is not asked here',
    meaning: said(
      'The question is asked only after certain answers or facts, and this assessment does not have them.',
      'One of the two is wrong, and the answer is not quietly dropped.',
    ),
    mend: 'Remove the answer, or correct the answer or the fact that the question depends on.',
  },
} satisfies Meanings
