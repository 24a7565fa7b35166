import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'

/** Of Waymark, as `package.json` has it. */
export const version = (
  JSON.parse(readFileSync(findPackageJSON(import.meta.url)!, 'utf8')) as { version: string }
).version
