import type { Scores } from './scores.js'
import { type Part, split } from './shares.js'

/** Education money by outcome; two of the questions counted serve one outcome. */
export function educationOutcomes(amount: number, { achieve, behaviour, personalCare, supervision }: Scores): Part[] {
  const [learn = 0, behave = 0, care = 0, watch = 0] = split(amount, [
    2 * achieve,
    behaviour,
    personalCare,
    supervision,
  ])
  return [
    { id: 'become-independent', pence: care },
    { id: 'enjoy-and-achieve', pence: learn },
    { id: 'stay-safe', pence: behave + watch },
  ]
}

export function therapyOutcomes(amount: number, { behaviour, communication }: Scores): Part[] {
  const [behave = 0, talk = 0] = split(amount, [behaviour, 2 * communication])
  return [
    { id: 'enjoy-and-achieve', pence: talk },
    { id: 'stay-safe', pence: behave },
  ]
}

export function careOutcomes(amount: number, { contribute, family, independent, safe }: Scores): Part[] {
  const [part = 0, home = 0, alone = 0, well = 0] = split(amount, [contribute, family, independent, safe])
  return [
    { id: 'become-independent', pence: alone },
    { id: 'family-and-carers', pence: home },
    { id: 'stay-safe', pence: well },
    { id: 'take-part', pence: part },
  ]
}
