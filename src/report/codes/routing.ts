import { type Meanings, said } from './meaning.js'

/** Flags and routing (7). */
export const ROUTING = {
  RAS701: {
    title: 'A case that nobody may agree, it seems',
    meaning: said(
      'The agreed-by flags say who may agree a budget in which case, and for the case in the message none of them is met.',
      'Such gaps lie mostly on a boundary, as when one route takes what is below 170 points and the other what is above.',
      'The things that the flags read were tried as if they did not hang together, so it may be a case that no child can be.',
    ),
    mend: said(
      'Widen one of the flags so that the case is in it: “up to and including” is up-to, “from” is from.',
      'If a real case is found, the audit says so as RAS866.',
    ),
  },
  RAS702: {
    title: 'Too many cases to look for a gap in who may agree',
    meaning: said(
      'The agreed-by flags read so many things that their combinations cannot all be tried.',
      'It does not mean that there is a gap. Nobody has shown that there is none.',
    ),
    mend: 'Let the flags read fewer things, or go through the cases by hand and keep a note of it.',
  },
} satisfies Meanings
