// npm leaves a platform package out of the lock when the registry cannot serve it, and `npm ci` then stops.
// This adds the missing entries, so that an install works on every platform. Run after each change of the lock.
import { readFileSync, writeFileSync } from 'node:fs'

const SYSTEMS = ['linux', 'darwin', 'win32', 'freebsd', 'android', 'openharmony']
const PROCESSORS = ['x64', 'arm64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32']

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const packages = lock.packages
let added = 0

for (const [key, entry] of Object.entries(packages)) {
  // The lock names where each package came from; the address is this machine's business, not the repository's.
  delete entry.resolved
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${key === '' ? '' : `${key}/`}node_modules/${name}`
    if (packages[nested] || packages[`node_modules/${name}`]) continue
    const parts = name.split(/[-/]/)
    const system = parts.find((part) => SYSTEMS.includes(part))
    const processor = PROCESSORS.find((cpu) =>
      parts.some((part) => part === cpu || (cpu === 'arm' && /^arm(eabi|v7)?$/.test(part))),
    )
    if (!/^\d/.test(version) || (!system && !processor)) {
      console.error(`Left alone: ${name}@${version}, wanted by ${key || 'this package'}`)
      continue
    }
    packages[`node_modules/${name}`] = {
      version,
      ...(processor && { cpu: [processor] }),
      ...(entry.dev && { dev: true }),
      optional: true,
      ...(system && { os: [system] }),
    }
    added += 1
  }
}

lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} platform packages added to the lock`)
