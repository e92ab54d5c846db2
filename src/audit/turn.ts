/** How a condition can turn when a child's need grows and nothing else changes. */
export type Turn = 'never' | 'on' | 'off' | 'either'

/** How a number can change when a child's need grows and nothing else changes. */
export type Tendency = 'same' | 'rises' | 'either'

export function turnOf(on: boolean, off: boolean): Turn {
  return on ? (off ? 'either' : 'on') : off ? 'off' : 'never'
}

export function tendencyOf(rises: boolean, falls: boolean): Tendency {
  return falls ? 'either' : rises ? 'rises' : 'same'
}

/** Of several conditions, all of which or any of which must be so. */
export function turnsTogether(turns: readonly Turn[]): Turn {
  const can = (turn: 'on' | 'off') => turns.some((one) => one === turn || one === 'either')
  return turnOf(can('on'), can('off'))
}

/** Of several numbers, none below nothing, that are added, multiplied, or of which the highest counts. */
export function tendenciesTogether(all: readonly Tendency[]): Tendency {
  return tendencyOf(
    all.some((one) => one === 'rises'),
    all.some((one) => one === 'either'),
  )
}

export function opposite(turn: Turn): Turn {
  return turn === 'on' ? 'off' : turn === 'off' ? 'on' : turn
}
