import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { inject } from 'vitest'

/**
 * A folder of the run that is made once, by the first worker that wants it: the others wait until it has its last name.
 * What it holds is to be copied or only read.
 */
export async function madeOnce(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const done = join(inject('runFolder'), name)
  const [failure, making] = [`${done}.failed`, `${done}.in-the-making`]
  if (isFirst(`${done}.begun`)) {
    try {
      mkdirSync(making)
      await make(making)
      renameSync(making, done)
    } catch (error) {
      writeFileSync(failure, String(error instanceof Error ? error.stack : error))
      throw error
    }
  }
  while (!existsSync(done)) {
    if (existsSync(failure)) throw new Error(`${name} could not be made: ${readFileSync(failure, 'utf8')}`)
    await setTimeout(50)
  }
  return done
}

/** Only one of those who ask can make the folder. */
function isFirst(claim: string): boolean {
  try {
    mkdirSync(claim)
    return true
  } catch {
    return false
  }
}
