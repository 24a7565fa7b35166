import { writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect } from 'vitest'
import { readFiles } from '../../src/intake/intake.ts'

/** `npm run fuzz` asks for more, with a seed of its own; here they are the same few each time. */
const CASES = Number(process.env['FUZZ_CASES'] ?? 25)
const SEED = Number(process.env['FUZZ_SEED'] ?? 2015)
const LONGEST_MS = 10_000
export const setting = {
  numRuns: CASES,
  seed: SEED,
  // One case may not hang; all of them may take as long as there are many.
  timeout: LONGEST_MS,
}
export const ALL_MS = 60_000 + CASES * 200

/**
 * What holds of every file, however it is spoilt: reading it ends; each row is accepted or quarantined, and the
 * accepted ones were handed over; a refusal is in words.
 */
export async function readSoundly(path: string, content: string | Uint8Array): Promise<number> {
  await writeFile(path, content)
  let taken = 0
  const report = await readFiles([path], () => void (taken += 1), {
    today: '2026-11-24',
    asAt: '2015-01-31',
  })
  const tables = report.files.flatMap((file) => file.tables)
  for (const { rows, accepted, quarantined } of tables) expect(accepted + quarantined).toBe(rows)
  const errors = report.problems.filter(({ severity }) => severity === 'error')
  expect(report.accepted).toBe(errors.length === 0)
  for (const { message } of errors) expect(message).toMatch(/\S+ \S+ \S+/)
  if (report.accepted) expect(taken).toBe(tables.reduce((sum, { accepted }) => sum + accepted, 0))
  return tables.reduce((sum, { rows }) => sum + rows, 0)
}

/** Bytes overwritten, cut out and put in, at places told as a share of the whole. */
export const byteChanges = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.constantFrom(0, 1, 2, 7, 500),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc.constantFrom('"', '\n', ',', '\0', '<', '</', '&', '99999999').map((text) => Buffer.from(text)),
    ),
  }),
  { minLength: 1, maxLength: 4 },
)

export function changed(
  bytes: Uint8Array,
  changes: Iterable<{ at: number; cut: number; put: Uint8Array }>,
): Buffer {
  let now = Buffer.from(bytes)
  for (const { at, cut, put } of changes) {
    const place = Math.floor(at * now.length)
    now = Buffer.concat([now.subarray(0, place), put, now.subarray(place + cut)])
  }
  return now
}
