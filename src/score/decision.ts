/** The four states of a decision made elsewhere. `fast-track` opens a line as `agreed` does, ahead of the paperwork. */
export const DECISIONS = ['agreed', 'refused', 'pending', 'fast-track'] as const

export type DecisionState = (typeof DECISIONS)[number]

export function isDecision(value: unknown): value is DecisionState {
  return DECISIONS.some((state) => state === value)
}
