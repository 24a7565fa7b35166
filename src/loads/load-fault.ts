import { WrongUsage } from '../platform/command/terminal.ts'
import { Refused } from '../platform/errors.ts'
import { machineFault } from '../platform/machine-fault.ts'
import { stoppedLoad, type LoadOutcome } from './load-outcome.ts'

/** Why a load could not even be refused, in words; the shape is that of every other refusal. */
export function faultyLoad(error: unknown, files: readonly string[], dataDir?: string): LoadOutcome {
  const { code, message } = faultOf(error, dataDir)
  return stoppedLoad('', files.join(', '), { code, message: `${message}. Nothing was changed.` })
}

function faultOf(error: unknown, dataDir: string | undefined): { code: string; message: string } {
  if (error instanceof Refused) return { code: 'refused', message: error.message.replace(/\.$/, '') }
  if (error instanceof WrongUsage) return { code: 'wrong-usage', message: error.message.replace(/\.$/, '') }
  const fault = machineFault(error, dataDir)
  if (fault) return { code: fault.code, message: fault.sentence }
  return {
    code: 'load-broke',
    message: 'An error in Waymark stopped the load: the fault is not in the files',
  }
}
