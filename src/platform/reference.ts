import { readFileSync } from 'node:fs'

/** What a file of `reference/` holds: facts that a program wrote down, such as bank holidays and published figures. */
export const reference = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../reference/${file}`, import.meta.url), 'utf8'))
