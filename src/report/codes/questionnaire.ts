import { type Meanings, said } from './meaning.js'

/** The questionnaire and its scores (601 to 609). */
export const QUESTIONNAIRE = {
  RAS601: {
    title: 'A level is given twice',
    meaning: said(
      'A question has two levels of the same name.',
      'The answer could mean either, and the two may have different points.',
    ),
    mend: 'Give each level once. Two levels may have the same points, and still have names of their own.',
  },
  RAS602: {
    title: 'Points against the direction of the question',
    meaning: said(
      'Levels are listed from the least to the most, and their points must follow: up where the question asks about need, down',
      'where it asks about support that is there already.',
      'A figure mistyped here would give less for more need.',
    ),
    mend: 'Put the levels in order and look for a mistyped figure; or say direction, if the question asks the other way round.',
  },
  RAS603: {
    title: 'A score or a question that hangs on itself',
    meaning: said(
      'A score is made of itself, or a question is asked only after its own answer, by way of the names in the message.',
      'There would be no place to begin.',
    ),
    mend: 'Take one of the names out of the circle.',
  },
  RAS604: {
    title: 'A question is counted twice in one score',
    meaning: said(
      'The score reaches the same question by two ways: by its name and by its group, or by two other scores.',
      'One need would bring money twice, and nobody who reads the table would see it.',
      'Where only the highest of several scores counts, a question may stand under more than one of them.',
    ),
    mend: 'Count each question once. If it is meant to weigh double, say so with times, where it can be read.',
  },
  RAS605: {
    title: 'A fact of a kind that cannot be used here',
    meaning: said(
      'Each kind of fact has its places: a decision opens a line, an area serves an area factor, hours multiply a rate.',
      'Age is used for choosing the form and the legal basis only: it may not move a sum, since no protected characteristic may.',
    ),
    mend: 'Use a fact of a kind that the message gives. For what differs by age, use a form or a phase of education.',
  },
  RAS606: {
    title: 'A question that no score counts',
    meaning: said(
      'The question is asked and nothing uses its answer: no score, no condition, no look up.',
      'A family would answer it in the belief that it counts. It changes no figure, and the table can be used.',
    ),
    mend: 'Add the question or its group to a score; or tell families in its text that it is not scored.',
  },
  RAS607: {
    title: 'A question that may ask about a protected characteristic',
    meaning: said(
      'The words of the question hold one that is often used for religion, ethnicity, sex and the like.',
      'The law lets no such characteristic move a sum. This is only a list of words: the question may be perfectly proper, and',
      'one without such a word may not be.',
    ),
    mend: 'Read the question again, and ask about needs, not about who the child is. A question that does so may stay.',
  },
  RAS608: {
    title: 'A form for no age at all',
    meaning: said(
      'The form is for children from one age and below another, and no age lies between.',
      'below-age is not included: a form for ages 5 to 10 has from-age: 5 and below-age: 11.',
    ),
    mend: 'Correct one of the two ages.',
  },
  RAS609: {
    title: 'A score that nothing uses',
    meaning: said(
      'No line, condition or other score reads it.',
      'It may be left over; or a line is priced by another score than was meant. It changes no figure.',
    ),
    mend: 'Price the line by it that should be, or remove the score.',
  },
} satisfies Meanings
