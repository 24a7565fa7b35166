import type { Day } from '../platform/day.ts'
import { Refused } from '../platform/errors.ts'
import { sealFiles, writeMeasuresAndHarm, type SealRequest } from './seal.ts'
import type { SealMessage, SealOrder } from './seal-process.ts'

/**
 * The program that reads files into one sealed dataset, in a process of its own. It is asked once, answers once and
 * ends; it ends too when the process that started it is gone.
 */
const say = (message: SealMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send!(message, (error: Error | null) => (error ? reject(error) : resolve()))
  })

/** The records are with the process that asked: it writes what is kept there into files. */
const askForKept = (asAt: Day): Promise<string[]> =>
  new Promise((resolve, reject) => {
    process.once('message', (order: SealOrder) => resolve(order.kind === 'kept' ? order.paths : []))
    say({ kind: 'kept', asAt }).catch(reject)
  })

async function answer(request: SealRequest): Promise<void> {
  try {
    const facts = await sealFiles(
      request,
      writeMeasuresAndHarm,
      (progress) => void say({ kind: 'progress', progress }),
    )
    await say('read' in facts ? { kind: 'read', read: facts.read } : { kind: 'done', facts })
  } catch (error) {
    if (error instanceof Refused) await say({ kind: 'refused', sentence: error.message })
    else await say({ kind: 'broken', stack: error instanceof Error ? (error.stack ?? '') : String(error) })
  }
  process.exit(0)
}

process.once('disconnect', () => process.exit(1))
process.once('message', (order: SealOrder) => {
  if (order.kind !== 'seal') throw new Error('The first order is what to seal')
  void answer({ ...order.request, kept: order.asksForKept ? askForKept : undefined })
})
