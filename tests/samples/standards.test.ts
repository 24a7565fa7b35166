import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesOfYear, SSDA903, type ReturnFileName } from '../../src/standards/ssda903/return-files.ts'

const samples = process.env['WAYMARK_SAMPLES'] ?? join(import.meta.dirname, '../../../shared/samples')
const here = existsSync(samples)
if (!here) {
  console.warn(
    `\nNOT RUN: the public sample files are not in ${samples}. Set WAYMARK_SAMPLES to their folder.\n`,
  )
}

test.skipIf(!here)('every file of the SSDA903 has the columns of the public sample of it', () => {
  const NAMES: Partial<Record<ReturnFileName, string>> = {
    placed_adoption: 'placed_for_adoption',
    prev_perm: 'previous_permanence',
    dolo: 'DoLo',
  }
  const without: string[] = []
  for (const file of filesOfYear(2027)) {
    const path = join(samples, 'csc-validator-be-903', `${NAMES[file] ?? file}.csv`)
    if (!existsSync(path)) {
      without.push(file)
      continue
    }
    const header = readFileSync(path, 'utf8').split(/\r?\n/)[0]!.split(',')
    expect(Object.keys(SSDA903[file].columns), file).toEqual(header)
  }
  expect(without).toEqual(['social_worker'])
})
