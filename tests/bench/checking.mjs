// `waymark check`: every figure proved from its list, and all else that a data folder must hold.
import { runProgram } from './program.mjs'

/** `data` is a filled data folder of each size. */
export function benchChecking({ data, add }) {
  for (const [size, folder] of Object.entries(data)) {
    const { seconds, memory } = runProgram(['--data', folder, 'check'])
    add({ what: 'waymark check, whole command', size, seconds, memory })
  }
}
