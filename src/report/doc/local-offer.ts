import { and, stop } from '../../explain/grammar.js'
import { notice } from '../../explain/words.js'
import type { Written } from '../../load/table.js'
import type { Block } from '../page.js'
import {
  agencies,
  askExceptional,
  asked,
  bySetting,
  choice,
  contingency,
  criteria,
  decided,
  decides,
  eligible,
  leftOver,
  made,
  overTime,
  plan,
  routes,
  services,
  unsaid,
  ways,
} from './local-offer-answers.js'
import { list, paragraph, section, table } from './words.js'

/** A question that the Local Offer should answer, and what a table says to it; nothing where it leaves it open. */
interface Asked {
  readonly asks: string
  readonly answer: (scheme: Written) => string
}

const OPEN = 'This table does not say.'

/**
 * The questions that a Local Offer should answer about personal budgets (SEND Pathfinder Information Pack version 4,
 * “In Focus”), each with the answer that follows from the table alone. What it leaves open is said, and listed at the end.
 */
export function localOfferBlocks(scheme: Written): Block[] {
  const said = Object.entries(QUESTIONS).map(([part, all]) => ({
    part,
    rows: all.map(({ asks, answer }) => [asks, answer(scheme)] as const),
  }))
  const open = said.flatMap(({ rows }) => rows.flatMap(([asks, answer]) => (answer === '' ? [asks] : [])))
  return [
    ...paragraph(
      'These are the questions that a Local Offer should answer about personal budgets. The answers here follow from this table alone. What it does not say, its authority has to.',
    ),
    ...said.flatMap(({ part, rows }) =>
      table(
        part,
        ['Question', 'Answer'],
        rows.map(([asks, answer]) => [asks, answer === '' ? OPEN : answer]),
      ),
    ),
    ...section(3, 'What this table leaves open', list(open)),
  ]
}

const QUESTIONS: Readonly<Record<string, readonly Asked[]>> = {
  'In general': [
    { asks: 'What is a personal budget, and how can it be managed?', answer: ways },
    { asks: 'Who may be eligible in education?', answer: (scheme) => eligible(scheme, 'education') },
    { asks: 'Who may be eligible in health?', answer: (scheme) => eligible(scheme, 'health') },
    { asks: 'Who may be eligible in social care?', answer: (scheme) => eligible(scheme, 'care') },
    { asks: 'Who helps a family to consider a personal budget and to decide?', answer: ({ advice = '' }) => advice },
    { asks: 'When can it be asked for?', answer: unsaid },
    { asks: 'What is different in education if a mainstream or a special school is chosen?', answer: bySetting },
  ],
  'How it is decided': [
    { asks: 'How is the money of several agencies put together?', answer: agencies },
    { asks: 'How will joint commissioning give more choice over time?', answer: overTime },
    { asks: 'How do families take part in decisions about personal budgets?', answer: made },
    { asks: 'How is the amount decided?', answer: decided },
    { asks: 'Who decides the amount?', answer: decides },
    { asks: 'How can a family appeal against the amount?', answer: (scheme) => routes(scheme, 'the amount') },
    { asks: 'How can a family appeal against a refusal?', answer: (scheme) => routes(scheme, 'a refusal') },
    {
      asks: 'How much is indicative, and when is it known?',
      answer: () => `Every figure is. ${notice('indicative')}`,
    },
    { asks: 'How can a family ask to be an exceptional case?', answer: askExceptional },
    { asks: 'What are the criteria for an exceptional case?', answer: criteria },
    { asks: 'How is the amount linked to what the plan says?', answer: plan },
    { asks: 'What does a personal budget change in the provision, and what choice is there?', answer: choice },
  ],
  'Managing and using it': [
    { asks: 'Which services can be had through a personal budget?', answer: services },
    { asks: 'Which outcomes is it for?', answer: ({ outcomes }) => stop(and(Object.values(outcomes))) },
    { asks: 'Who helps to plan and to manage it?', answer: asked },
    { asks: 'What about bank accounts, being an employer and keeping accounts?', answer: unsaid },
    { asks: 'How is the spending monitored, audited and reviewed?', answer: unsaid },
    { asks: 'What can be carried over into the next year, and what is claimed back?', answer: unsaid },
  ],
  'Changes and crisis': [
    { asks: 'What if the family’s circumstances change?', answer: unsaid },
    { asks: 'What if needs change suddenly?', answer: unsaid },
    { asks: 'Can a part be kept for times when needs change?', answer: contingency },
    { asks: 'What becomes of that part at the end of the year?', answer: leftOver },
  ],
}
