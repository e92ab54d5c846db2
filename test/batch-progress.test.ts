import { describe, expect, it } from 'vitest'
import { openProgress } from '../src/cli/batch/progress.js'

/** What is written while rows are shown at these times, in milliseconds. */
function written(watched: boolean, times: readonly number[], part: number | null = 0.5) {
  let [now, text] = [0, '']
  const progress = openProgress(
    watched,
    () => now,
    (more) => {
      text += more
    },
  )
  for (const time of times) {
    now = time
    progress.show(time * 10, part)
  }
  progress.end()
  return text
}

describe('the progress of a caseload', () => {
  it('is written over itself, at most five times a second, and taken away at the end', () => {
    expect(written(true, [100, 199, 200, 210, 399, 400])).toBe(
      '\r\u001b[K2,000 rows (50%)\r\u001b[K4,000 rows (50%)\r\u001b[K',
    )
    expect(written(true, [300], null)).toBe('\r\u001b[K3,000 rows\r\u001b[K')
  })
  it('is not there where nobody watches, or where it is over at once', () => {
    expect(written(false, [200, 400])).toBe('')
    expect(written(true, [100])).toBe('')
  })
})
