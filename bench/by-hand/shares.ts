/** One part of a figure, in pence. */
export interface Part {
  readonly id: string
  readonly pence: number
}

/** Whole pence in proportion to weights; left-over pennies to the largest remainders, ties to the earlier. */
export function split(amount: number, weights: readonly number[]): number[] {
  let total = 0
  for (const weight of weights) total += weight
  const even = total === 0
  const sum = even ? weights.length : total
  const parts = weights.map((weight) => Math.floor((amount * (even ? 1 : weight)) / sum))
  let left = amount
  for (const part of parts) left -= part
  if (left === 0) return parts
  const rests = weights.map((weight, i) => amount * (even ? 1 : weight) - (parts[i] ?? 0) * sum)
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
