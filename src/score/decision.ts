/** The four states of a decision made elsewhere. `fast-track` opens a line as `agreed` does, ahead of the paperwork. */
export type DecisionState = 'agreed' | 'refused' | 'pending' | 'fast-track'

export function isDecision(value: unknown): value is DecisionState {
  return value === 'agreed' || value === 'refused' || value === 'pending' || value === 'fast-track'
}
