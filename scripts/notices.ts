import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'esbuild'

const PACKAGE = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//

/** Writes the licences of all packages that travel inside a bundle, as they ask, each once and in order, to a file. */
export function notices(file: string): Plugin {
  return {
    name: 'notices',
    setup({ initialOptions, onEnd }) {
      initialOptions.metafile = true
      onEnd(({ metafile }) => {
        const folders = new Map<string, string>()
        for (const input of Object.keys(metafile?.inputs ?? {})) {
          const [, folder, name] = PACKAGE.exec(input) ?? []
          if (folder !== undefined && name !== undefined) folders.set(name, folder)
        }
        const parts = [...folders].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, folder]) => licence(name, folder))
        mkdirSync(path.dirname(file), { recursive: true })
        writeFileSync(file, `The files in this folder contain these packages.\n\n${parts.join('\n')}`)
      })
    },
  }
}

function licence(name: string, folder: string): string {
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
  if (file === undefined) throw new Error(`${name} has no licence that could travel with it`)
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  return `${name} ${version}\n\n${readFileSync(path.join(folder, file), 'utf8').trim()}\n`
}
