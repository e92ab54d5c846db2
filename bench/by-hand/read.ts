/** A decision, given as its state or with a reason beside it. */
export function decision(input: unknown): unknown {
  return typeof input === 'object' && input !== null && 'state' in input ? input.state : input
}

export function isTrue(input: unknown): boolean {
  return input === true || input === 'yes' || input === 'true'
}
