// Completes package-lock.json with the binaries of other platforms that a registry did not answer for.
//
// npm leaves such a package out of the lock, and then `npm ci` refuses the lock everywhere. Only packages whose name
// says their platform and whose version is exact are added: they are optional, and each machine takes its own.
// Run it in the folder of a lock after `npm install` has changed it: `node scripts/complete-lock.mjs`, and in
// bench/peers `node ../../scripts/complete-lock.mjs`.

import { readFileSync, writeFileSync } from 'node:fs'

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const NAME = new RegExp(`(?:^|[/-])(${SYSTEMS.join('|')})-([a-z0-9]+)(?:-([a-z]+))?$`)
const WEB = /(?:^|[/-])()(wasm32)-wasi$/
const LIBC = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const missing = {}
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const [, os, cpu, abi] = NAME.exec(name) ?? WEB.exec(name) ?? []
    if (found(place, name) || cpu === undefined || !/^\d+\.\d+\.\d+$/.test(version)) continue
    const libc = os === 'linux' ? LIBC[abi] : undefined
    missing[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(entry.dev ? { dev: true } : {}),
      ...(libc ? { libc: [libc] } : {}),
      license: entry.license,
      optional: true,
      ...(os ? { os: [os] } : {}),
    }
  }
}

const names = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'))
lock.packages = Object.fromEntries(names)
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${Object.keys(missing).length} added`)

/** Whether the package at `place` finds `name` the way Node looks for it: beside it, then further up. */
function found(place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${folder}${folder && '/'}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}
