import { defineConfig } from 'vitest/config'

/** `vitest run --mode long` is for the night: many more runs of each law, and time for them. */
export default defineConfig(({ mode }) => {
  const long = mode === 'long'
  return {
    test: {
      include: ['test/**/*.test.ts'],
      exclude: ['test/packed/**'],
      env: { RAS_RUNS: process.env.RAS_RUNS ?? (long ? '50000' : '500') },
      testTimeout: long ? 3_600_000 : 120_000,
      // All cores: a core that is left free would make the checks take nearly twice as long where there are two.
      maxWorkers: '100%',
      // Files share what they import: loading it anew for each of them took a quarter of the time. None leaves a trace.
      isolate: false,
      reporters: ['default'],
    },
  }
})
