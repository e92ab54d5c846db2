import { defineConfig } from 'vitest/config'

/** The package as a stranger gets it: packed, installed in an empty folder, and used there. Needs `npm run build`. */
export default defineConfig({
  test: {
    include: ['test/packed/*.test.ts'],
    hookTimeout: 300_000,
    testTimeout: 120_000,
    maxWorkers: '100%',
    reporters: ['default'],
  },
})
