/** One part of a figure, in pence. */
export interface Part {
  readonly id: string
  readonly pence: number
}

/** Whole pence in proportion to weights; left-over pennies to the largest remainders, ties to the earlier. */
export function split(amount: number, weights: readonly number[]): number[] {
  let total = 0
  for (const weight of weights) total += weight
  if (total === 0) return split(amount, new Array<number>(weights.length).fill(1))
  const parts: number[] = []
  const rests: number[] = []
  let left = amount
  for (const weight of weights) {
    const part = Math.floor((amount * weight) / total)
    parts.push(part)
    rests.push(amount * weight - part * total)
    left -= part
  }
  for (; left > 0; left--) {
    let largest = 0
    for (let i = 1; i < rests.length; i++) if ((rests[i] ?? 0) > (rests[largest] ?? 0)) largest = i
    parts[largest] = (parts[largest] ?? 0) + 1
    rests[largest] = -1
  }
  return parts
}

/** The money for therapy: 35 to the council, 50 to the NHS, 15 to the school. */
export function joint(amount: number): Part[] {
  const [council = 0, nhs = 0, school = 0] = split(amount, [35, 50, 15])
  return [
    { id: 'council', pence: council },
    { id: 'nhs', pence: nhs },
    { id: 'school', pence: school },
  ]
}

/** The first £6,000 from the school. */
export function schoolFirst(amount: number): Part[] {
  const school = Math.min(amount, 600000)
  return [
    { id: 'council', pence: amount - school },
    { id: 'school', pence: school },
  ]
}
