import { type Sentences, say } from './say.js'

/** Flags and routing (7). */
export const ROUTING = {
  RAS701: ({ case: which }) =>
    say(`Nobody may agree the budget when ${which}.`, 'Add or widen an agreed-by flag so that every case has someone.'),
  RAS702: ({ limit }) =>
    say(
      `The agreed-by flags read too many things to try every combination (over ${limit}), so a gap could not be ruled out.`,
      'Use fewer conditions, or check by hand.',
    ),
} satisfies Sentences
