import { stop } from '../io.js'
import type { Source } from './source.js'
import type { Streams } from './streams.js'

/** The caseload; what the system has against reading it ends the command. */
export async function openSource(streams: Streams, path: string): Promise<Source> {
  const reading = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act()
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
      throw stop(2, `${path} cannot be read (${code === 'ENOENT' ? 'there is no such file' : code}).`)
    }
  }
  const source = await reading(() => streams.open(path))
  return { ...source, read: (into, from) => reading(() => source.read(into, from)) }
}
