import * as fc from 'fast-check'

/** Draws, each of which is simplest when nothing was drawn at all: the least number, no, the first item. */
export interface Pick {
  /** A whole number, both ends inclusive; simplest is the least. */
  int(least: number, most: number): number
  /** True so many times in a hundred; simplest is false. */
  chance(perCent: number): boolean
  /** One of the items; simplest is the first. */
  one<T>(items: readonly T[]): T
  /** Some of the items, each at most once, in their order; simplest are the first `least` of them. */
  some<T>(items: readonly T[], least: number, most: number): T[]
}

/**
 * An arbitrary from a plain function that asks for what it needs as it goes. What was drawn is kept as a list of small
 * numbers, and shrinking makes that list shorter and its numbers smaller: a later draw that depends on an earlier one
 * stays valid, because the function is simply run again.
 */
export function fromChoices<T>(build: (pick: Pick) => T): fc.Arbitrary<T> {
  return new Choices(build)
}

class Choices<T> extends fc.Arbitrary<T> {
  readonly #build: (pick: Pick) => T

  constructor(build: (pick: Pick) => T) {
    super()
    this.#build = build
  }

  override generate(random: fc.Random): fc.Value<T> {
    const { value, drawn } = this.#run((most) => random.nextInt(0, most))
    return new fc.Value(value, { drawn, from: START, isNew: false } satisfies Tried)
  }

  override canShrinkWithoutContext(_value: unknown): _value is T {
    return false
  }

  override shrink(_value: T, context: unknown): fc.Stream<fc.Value<T>> {
    return fc.stream(this.#simpler(context as Tried))
  }

  /** Goes on where the last success was, and once more from the start when there was any since. */
  *#simpler({ drawn, from, isNew }: Tried): IterableIterator<fc.Value<T>> {
    for (const round of isNew ? [from, START] : [from]) {
      for (const [attempt, candidate] of attempts(drawn, round)) {
        let next = 0
        const made = this.#run((most) => Math.min(candidate[next++] ?? 0, most))
        const tried: Tried = { drawn: made.drawn, from: attempt, isNew: true }
        if (isSimpler(made.drawn, drawn)) yield new fc.Value(made.value, tried)
      }
    }
  }

  #run(draw: (most: number) => number): { readonly value: T; readonly drawn: readonly number[] } {
    const drawn: number[] = []
    const pick = pickFrom((most) => {
      const number = most <= 0 ? 0 : draw(most)
      if (most > 0) drawn.push(number)
      return number
    })
    return { value: this.#build(pick), drawn }
  }
}

function pickFrom(draw: (most: number) => number): Pick {
  const pick: Pick = {
    int: (least, most) => least + draw(most - least),
    chance: (perCent) => draw(99) >= 100 - perCent,
    one: (items) => {
      const item = items[draw(items.length - 1)]
      if (item === undefined) throw new RangeError('nothing to choose from')
      return item
    },
    some: (items, least, most) => {
      let wanted = pick.int(Math.min(least, items.length), Math.min(most, items.length))
      return items.filter((_, index) => {
        const left = items.length - index
        const taken = left <= wanted || (wanted > 0 && draw(left - 1) < wanted)
        if (taken) wanted--
        return taken
      })
    },
  }
  return pick
}

/** One attempt at something simpler: on the `size` numbers before `end`, or all of them where that is beyond the last. */
interface Attempt {
  readonly kind: 'leave out' | 'nothing' | 'halve' | 'one less'
  readonly size: number
  readonly end: number
}

/** What was drawn, and the attempt at which this came about. */
interface Tried {
  readonly drawn: readonly number[]
  readonly from: Attempt
  readonly isNew: boolean
}

const KINDS = ['leave out', 'nothing', 'halve', 'one less'] as const
const START: Attempt = { kind: 'leave out', size: Infinity, end: Infinity }

/** Leaves out ever shorter stretches, from the back; then makes stretches nothing; then makes numbers smaller. */
function* attempts(drawn: readonly number[], from: Attempt): Iterable<readonly [Attempt, readonly number[]]> {
  for (const kind of KINDS.slice(KINDS.indexOf(from.kind))) {
    const resumed = kind === from.kind
    const single = kind === 'halve' || kind === 'one less'
    let size = single ? 1 : Math.min(resumed ? from.size : Infinity, Math.ceil(drawn.length / 2))
    for (let first = resumed ? from.end : Infinity; size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let end = Math.min(first, drawn.length); end > 0; end -= size) {
        const start = Math.max(0, end - size)
        const stretch = changed(kind, drawn.slice(start, end))
        if (stretch) yield [{ kind, size, end }, [...drawn.slice(0, start), ...stretch, ...drawn.slice(end)]]
      }
      first = Infinity
    }
  }
}

/** A simpler stretch in the place of this one, if there is any of the kind. */
function changed(kind: Attempt['kind'], stretch: readonly number[]): readonly number[] | null {
  if (kind === 'leave out') return []
  const most = Math.max(...stretch)
  if (kind === 'nothing') return most > 0 ? stretch.map(() => 0) : null
  if (kind === 'halve') return most > 1 ? stretch.map((one) => Math.floor(one / 2)) : null
  return most > 2 ? stretch.map((one) => one - 1) : null
}

/** Shorter, or as long and smaller at the first difference: so shrinking always ends. */
function isSimpler(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return one.length < other.length
  const index = one.findIndex((number, i) => number !== other[i])
  return index >= 0 && (one[index] ?? 0) < (other[index] ?? 0)
}
