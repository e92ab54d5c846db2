import { resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'

/**
 * Bundles a program, with `src` taken from a tree: this one, or that of an earlier commit. A bundle is what the published
 * package is; a loader that compiles on the fly wraps every inner function and is slower. Packages stay outside, and are
 * looked for from where the bundle lies.
 */
export async function bundle(program: string, outfile: string, tree = '.'): Promise<void> {
  await build({
    stdin: { contents: program, resolveDir: 'bench' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    packages: 'external',
    logLevel: 'silent',
    plugins: [sourcesOf(tree)],
  })
}

function sourcesOf(tree: string): Plugin {
  return {
    name: 'sources',
    setup({ onResolve }) {
      onResolve({ filter: /^(\.\.\/)+src\// }, ({ path }) => ({
        path: resolve(tree, path.replace(/^(\.\.\/)+/, '').replace(/\.js$/, '.ts')),
      }))
    },
  }
}
