import type { AnswerInput, Assessment } from '../../src/index.js'
import { LEVELS, type Levels } from './levels.js'
import { isTrue } from './read.js'
import type { Scores } from './scores.js'

export type State = 'yes' | 'no' | 'unknown'

/** What the flags read besides answers and points. */
export interface Sums {
  readonly nursing: { readonly pence: number | null; readonly state: string }
  readonly total: number
  readonly open: boolean
}

const SEVEN = ['breathing', 'eating', 'sleep', 'supervision', 'behaviour', 'communication', 'getting-about'] as const
const NEXT_ROWS = [7000, 11000, 15000, 19000, 23000, 27000, 31000]

/** Every Westmarch flag by id, by hand. */
export function flagsByHand(
  { answers, facts, exceptional }: Assessment,
  scores: Scores,
  sums: Sums,
): Record<string, State> {
  let lots = 0
  let most = 0
  for (const id of SEVEN) {
    const given = levelOf(answers?.[id], LEVELS[id])
    if (given === 'lots') lots++
    else if (given === 'exceptional') most++
  }
  const safeguarding = isTrue(facts?.safeguarding)
  const watched = levelOf(answers?.supervision, LEVELS.supervision)
  const next = NEXT_ROWS.find((row) => row > scores.care)
  const { nursing, total, open } = sums
  const large: State =
    nursing.state === 'refused' ? 'no' : nursing.state !== 'settled' ? 'unknown' : yesNo((nursing.pence ?? 0) > 2000000)
  return {
    'ask-health': yesNo(most >= 1 || lots + most >= 3),
    breathing: yesNo(levelOf(answers?.breathing, LEVELS.breathing) === 'exceptional'),
    'constant-supervision': yesNo(scores.healthy >= 6000 && (watched === 'lots' || watched === 'exceptional')),
    epilepsy: yesNo(levelOf(answers?.seizures, LEVELS.seizures) === 'uncontrolled'),
    'family-asked': yesNo(isTrue(exceptional?.asked)),
    'joint-panel': yesNo(scores.all >= 40000 || safeguarding),
    'large-nursing': large,
    'large-total': total >= 3000000 ? 'yes' : open ? 'unknown' : 'no',
    'near-next-band': yesNo(next !== undefined && next - scores.care <= 500),
    'service-manager': yesNo(scores.all >= 20000 && scores.all < 40000 && !safeguarding),
    'team-manager': yesNo(scores.all < 20000 && !safeguarding),
    'welfare-and-safety': yesNo(safeguarding),
  }
}

/** The level that was named; points alone that equal a level's points are that level. */
function levelOf(answer: AnswerInput | undefined, levels: Levels): string | undefined {
  if (typeof answer !== 'object') return answer
  if (answer.level !== undefined) return answer.level
  const points = Number(answer.points)
  for (const level in levels) if (levels[level] === points) return level
  return undefined
}

function yesNo(met: boolean): State {
  return met ? 'yes' : 'no'
}
