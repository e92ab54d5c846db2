import { spawnSync } from 'node:child_process'
import { bundle } from './bundle.js'

/** Asks a question of `bench/questions` by the name of its file, and gives the answer. */
export type Ask = <Answer>(question: string, ...args: readonly (string | number)[]) => Promise<Answer>

/**
 * Asks about the code of a tree: this one, or that of an earlier commit. Each asking is a process of its own, so that none
 * runs on machine code and memory that another has shaped.
 *
 * @throws Error when the code cannot be bundled with the question, as that of an earlier commit that lacks what is asked.
 */
export function asking(name: string, tree = '.'): Ask {
  const ready = new Map<string, Promise<string>>()
  return async (question, ...args) => {
    const bundled = ready.get(question) ?? questionBundle(question, name, tree)
    ready.set(question, bundled)
    return answer(await bundled, args)
  }
}

/** What a program prints as JSON. */
export function answer<Answer>(program: string, args: readonly (string | number)[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args.map(String)], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} gave ${status}: ${stderr}`)
  return JSON.parse(stdout)
}

async function questionBundle(question: string, name: string, tree: string): Promise<string> {
  const outfile = `temp/bench/${name}/${question}.mjs`
  const program = `import { measure } from './questions/${question}.js'
console.log(JSON.stringify(await measure(...process.argv.slice(2))))`
  await bundle(program, outfile, tree)
  return outfile
}

/** The middle of three askings by one of their figures, because a shared machine has slow spells that outlast one. */
export async function middleOfThree<Answer>(
  ask: () => Promise<Answer>,
  by: (answer: Answer) => number,
): Promise<Answer> {
  const answers = [await ask(), await ask(), await ask()]
  const [, middle] = answers.sort((a, b) => by(a) - by(b))
  if (!middle) throw new RangeError('Nothing was asked')
  return middle
}
