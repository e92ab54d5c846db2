import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

/** What was measured, where and when: the day, the machine, Node, and the library with what it stands on. */
export function machine(): string {
  const processors = cpus()
  const day = new Date().toISOString().slice(0, 10)
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
  const packages = Object.entries(dependencies).map(([name, release]) => `${name} ${release}`)
  return `- ${day}, ${processors.length} × ${processors[0]?.model.trim()}, ${gigabytes} GB, ${process.platform} ${process.arch}
- Node ${process.versions.node} (V8 ${process.versions.v8})
- send-ras ${version} with ${packages.join(', ')}`
}
