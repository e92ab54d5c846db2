import { readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'
import { defineConfig, type Options } from 'tsup'

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

const shared: Options = {
  outDir: 'dist',
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  treeshake: true,
  removeNodeProtocol: false,
  silent: true,
  // Written for ES modules only, so it travels inside the bundle and the CommonJS build can have it too.
  noExternal: [/^@noble\/hashes/],
}

export default defineConfig([
  {
    ...shared,
    name: 'esm',
    entry: { index: 'src/index.ts', cli: 'src/cli/bin.ts' },
    format: 'esm',
    splitting: true,
    external: [/^node:/],
    esbuildPlugins: [shebang],
  },
  {
    ...shared,
    name: 'cjs',
    entry: { index: 'src/index.ts' },
    format: 'cjs',
  },
  {
    ...shared,
    name: 'types',
    entry: { index: 'src/index.ts' },
    format: ['esm', 'cjs'],
    dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
  },
])
