import type { LoadDeps } from '../../src/loads/load-deps.ts'
import { sealFiles, writeMeasuresAndHarm } from '../../src/loads/seal.ts'

/**
 * Builds a snapshot in the test's own process, for tests that are not about the process: starting one takes longer than
 * a few rows do. It cannot be stopped, so tests that kill or cancel a load leave it out.
 */
export const sealHere: NonNullable<LoadDeps['seal']> = async (request, onProgress) => {
  const first = await sealFiles(request, writeMeasuresAndHarm, onProgress)
  if (!('read' in first)) return first
  const second = await sealFiles(
    { ...request, database: undefined, read: first.read },
    writeMeasuresAndHarm,
    onProgress,
  )
  if ('read' in second) throw new Error('What was read already was read once more')
  return second
}
