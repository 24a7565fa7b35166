import { writeAnnexA, type ExportRequest } from './export-write.ts'
import type { ExportMessage } from './export-process.ts'

/**
 * The program that writes a workbook, in a process of its own. It says how long the workbook is once it is whole, then
 * gives it on its standard output; when the process that asked is gone, so is it.
 */
const say = (message: ExportMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send!(message, (error: Error | null) => (error ? reject(error) : resolve()))
  })

async function answer(request: ExportRequest): Promise<void> {
  try {
    const bytes = await writeAnnexA(request)
    await say({ kind: 'written', bytes: bytes.length })
    await new Promise<void>((resolve) => process.stdout.end(bytes, () => resolve()))
  } catch (error) {
    await say({ kind: 'broken', stack: error instanceof Error ? (error.stack ?? '') : String(error) })
  }
  process.exit(0)
}

process.once('disconnect', () => process.exit(1))
process.once('message', (request: ExportRequest) => void answer(request))
