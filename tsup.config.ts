import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import type { Plugin } from 'esbuild'
import { defineConfig, type Options } from 'tsup'
import { notices } from './scripts/notices.js'

/** Starts the command with the line that lets a shell run it; tsup then makes the file executable. */
const shebang: Plugin = {
  name: 'shebang',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]src[/\\]cli[/\\]bin\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/^(?!#!)/, '#!/usr/bin/env node\n'),
      loader: 'ts',
    }))
  },
}

/** Every package that is not built into Node. */
const NOT_NODE = new RegExp(`^(?!node:|(?:${builtinModules.join('|')})$)`)

/** What can be imported. What they share stands in files of its own, so that a table loaded by one is known to all. */
const entry = {
  index: 'src/index.ts',
  diff: 'src/after/index.ts',
  workbook: 'src/workbook/index.ts',
  sheet: 'src/sheet/index.ts',
}

const shared: Options = {
  outDir: 'dist',
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  treeshake: true,
  removeNodeProtocol: false,
  silent: true,
  // Written for ES modules only, so they travel inside the bundle and the CommonJS build can have them too.
  noExternal: [/^@noble\/hashes/, /^hucre/],
}

export default defineConfig([
  {
    ...shared,
    name: 'esm',
    entry,
    splitting: true,
    format: 'esm',
  },
  {
    ...shared,
    name: 'cli',
    entry: { cli: 'src/cli/bin.ts' },
    format: 'esm',
    // All in a few files, each loaded when a command needs it: finding and reading hundreds would take longer than the work.
    noExternal: [NOT_NODE],
    external: [/^node:/, ...builtinModules],
    splitting: true,
    sourcemap: false,
    // esbuild has left out what is not used. A second pass would leave out the `require` of the banner as well.
    treeshake: false,
    esbuildPlugins: [shebang, notices('dist/LICENCES.txt')],
    esbuildOptions(options) {
      options.mainFields = ['module', 'main']
      options.chunkNames = 'cli/[name]-[hash]'
    },
    // For packages written for CommonJS, which require what is built into Node.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  },
  {
    ...shared,
    name: 'cjs',
    entry,
    splitting: true,
    format: 'cjs',
  },
  {
    ...shared,
    name: 'types',
    entry,
    format: ['esm', 'cjs'],
    dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
  },
])
