import { keepReported, type ReportingDeps } from '../performance/index.ts'
import type { Log } from '../platform/log.ts'

/**
 * Keeps the figures of every snapshot that has come into use since the last time. Never throws: what could not be kept
 * now is logged, and kept the next time.
 */
export async function reportFigures(deps: ReportingDeps & { log: Log }, council: string): Promise<void> {
  try {
    await keepReported(deps, council)
  } catch (error) {
    deps.log.error('the reported figures could not be kept', error)
  }
}
