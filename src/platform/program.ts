import { fileURLToPath } from 'node:url'

/**
 * A program of ours to run as a child process, named next to the caller: `.ts` from the sources, `.js` once built.
 * Its modules must not reach a `.tsx` file: Node strips types from `.ts` alone.
 */
export function programBeside(callerUrl: string, name: string): string {
  const extension = callerUrl.endsWith('.js') ? '.js' : '.ts'
  return fileURLToPath(new URL(`./${name}${extension}`, callerUrl))
}
