import { build } from 'esbuild'

/**
 * Bundles a module with everything it imports, as a browser would get it: one script that leaves the module's exports
 * in a global variable `ras`.
 *
 * Nothing is left out: an import of a Node built-in cannot be resolved and fails the bundle.
 *
 * @example await bundle("export * from 'send-ras'", '/somewhere/with/node_modules')
 */
export async function bundle(code: string, folder: string, minify = false): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    write: false,
    minify,
    format: 'iife',
    globalName: 'ras',
    target: 'es2022',
    platform: 'neutral',
    conditions: ['browser'],
    mainFields: ['browser', 'module', 'main'],
    legalComments: 'none',
    logLevel: 'silent',
  })
  return outputFiles[0]?.text ?? ''
}
