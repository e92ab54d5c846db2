import { type Meanings, said } from './meaning.js'

/** What an audit finds against the six principles (8). */
export const PRINCIPLES = {
  RAS811: {
    title: 'An outcome that no money serves',
    meaning: said(
      'The table names an outcome, and no line gives money for it.',
      'Families are asked about it and could expect that something comes of it; or it is left over from another scheme.',
      'It may be right that somebody else provides for it. Then it should be said.',
    ),
    mend: 'Let a line serve the outcome, say in its words who does, or remove it.',
  },
  RAS821: {
    title: 'More than can be read at a sitting',
    meaning: said(
      'There are more questions, levels, scores, lines, changes, rows or flags than any real scheme was seen to need.',
      'Complex schemes are not fairer: they are harder to explain, and the courts expect them to be explained.',
      'The limit is a rule of thumb, and no figure becomes wrong above it.',
    ),
    mend: 'Say less: join rows that give the same, or merge questions. Or split the scheme into one table a stream.',
  },
  RAS831: {
    title: 'Points are limited, multiplied or weighted, and nothing says why',
    meaning: said(
      'A score is changed before it is priced, and no reason stands beside it.',
      'A hidden scaling is what courts and ombudsmen have found against: every limit must be a line that can be read.',
      'The limit itself may be quite right.',
    ),
    mend: 'Add why to the score, in words that a family understands.',
  },
  RAS832: {
    title: 'Said to be published, and nowhere to be read',
    meaning: said(
      'The status is published, and none of the sources has an address.',
      'A family could not read the scheme that its figure comes from. Invented tables are not meant.',
    ),
    mend: 'Add the url of the published scheme to a source; or say status: draft, until it is published.',
  },
  RAS841: {
    title: 'A fact that is usually known only with the plan',
    meaning: said(
      'The table reads a quoted price, or what was agreed elsewhere: a number of hours or units, or one of several names.',
      'An indicative figure is meant to be there before planning. A quote comes from the plan, and the figure then follows it.',
      'Where the hours are known beforehand there is nothing wrong with it.',
    ),
    mend: 'Price by needs where that can be done. If not, say in the guidance how the fact is known before planning.',
  },
  RAS842: {
    title: 'No figure is known before people decide',
    meaning: said(
      'The whole line is left to people: no row, rate or flat amount is published for it.',
      'A family cannot see roughly what it will get, which is what an allocation table is for.',
      'Rows that refer beside others that give an amount are not meant.',
    ),
    mend: 'Publish a figure or a range for the common cases, and let only the others refer.',
  },
  RAS851: {
    title: 'Nothing says with whom the scheme was made',
    meaning: said(
      'There is no record that parents, young people and schools took part.',
      'It says nothing about whether they did: only that a reader cannot see it.',
    ),
    mend: 'Add co-production: with whom it was made, and where its record is.',
  },
  RAS852: {
    title: 'A decision that the table does not say how to challenge',
    meaning: said(
      'For this stream there is no route for one kind of decision: the amount, the plan, or a refusal.',
      'The routes differ. What section F of a plan says goes to the SEND Tribunal, social care to the Ombudsman, health to the',
      'NHS complaint, a refused education direct payment to a review. One sentence for all of them would misinform.',
    ),
    mend: 'Add the route to challenge, for each stream and each kind of decision.',
  },
  RAS853: {
    title: 'Nothing says where families get independent advice',
    meaning: said(
      'The table does not name the local information, advice and support service, or another one.',
      'The statement for the family then has to leave it out.',
    ),
    mend: 'Add advice, with the name of the service and how it is reached.',
  },
  RAS854: {
    title: 'Nothing says when a child is an exceptional case',
    meaning: said(
      'A family may ask to be an exceptional case, and the criteria are to be published with the table.',
      'Here no flag is marked as exceptional, and none reads that a family asked.',
    ),
    mend: 'Add a flag with exceptional: yes and its criteria, or one on asked-exceptional.',
  },
  RAS861: {
    title: 'With more need there is less money',
    meaning: said(
      'Two cases were found that differ only in need, and the one with more need gets less on this line.',
      'It is a fact about the table and not a guess: the audit holds both cases in full.',
      'Referring to people counts as more than any amount.',
    ),
    mend: said(
      'Go to the row, factor or condition that is marked and see why it takes away.',
      'Often it is a mistyped amount, or a condition that ends a line above some points.',
    ),
  },
  RAS862: {
    title: 'Not proven that more need never means less',
    meaning: said(
      'From the way the line is made it could not be proven, and a search through many cases found none that shows the contrary.',
      'It is an honest “not known”. The line may be quite right.',
    ),
    mend: 'Read the line again where an amount falls by a level or a condition. A simpler line can be proven.',
  },
  RAS863: {
    title: 'A row that no answers reach',
    meaning: said(
      'The points of every possible form were worked out, and none of them falls in this row.',
      'Families would read an amount that nobody can have. Mostly levels were given other points, and the rows were not.',
    ),
    mend: 'Correct the row or the points; or remove the row.',
  },
  RAS864: {
    title: 'Help from family and friends is counted where it must not be',
    meaning: said(
      'A question that asks about help from family and friends lowers education money, where no such deduction may be made.',
      'Or it is in the points that price a line already, and a condition or a factor of the same line counts it once more.',
    ),
    mend: said(
      'Leave the question out of what education money is worked out from.',
      'In other streams count it once: in the points, or in the condition.',
    ),
  },
  RAS865: {
    title: 'A reserve that may be taken from one child’s figure',
    meaning: said(
      'Something that lowers a figure is named or explained with a word that authorities use for money they hold back.',
      'Such a reserve is set in the prices of the whole table, and never taken from one child.',
      'It is only a list of words and proves nothing.',
    ),
    mend: 'If it holds money back, calibrate the rows instead. If it does not, choose words that say what it does.',
  },
  RAS866: {
    title: 'A real case that nobody may agree',
    meaning: said(
      'A case was worked out to the end, all its figures are settled, and no agreed-by flag is met.',
      'Such a family would have a figure and nobody who may confirm it. Norfolk’s published routes leave out exactly 170 points.',
    ),
    mend: 'Widen one of the flags so that the case is in it: “up to and including” is up-to, “from” is from.',
  },
} satisfies Meanings
