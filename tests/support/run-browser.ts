import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** Where the run's folder says how to reach its browser, and what to end when the run is over. */
export const BROWSER_FOLDER = 'browser'

/** What Playwright starts it with, as far as pages can tell, and nothing that asks the network. */
const ARGUMENTS = [
  '--headless',
  '--remote-debugging-port=0',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--disable-default-apps',
  '--disable-client-side-phishing-detection',
  '--disable-breakpad',
  '--disable-features=Translate,OptimizationHints,MediaRouter,PaintHolding,GlobalMediaControls',
  '--enable-automation',
  '--password-store=basic',
  '--disable-dev-shm-usage',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-field-trial-config',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--mute-audio',
]

/**
 * DuckDB's files are open in the process that starts the browser, and a program that is started gets them too. The browser
 * lives as long as the run, so it would seem to read them all along: everything but the first three is closed first.
 */
const WITHOUT_OPEN_FILES = `for file in /proc/$$/fd/*; do
  number=\${file##*/}
  if [ "$number" -gt 2 ]; then eval "exec $number>&-"; fi
done
exec "$0" "$@"`

/** Starts a browser that outlives the worker that asked for it, and notes its address and its process. */
export async function startBrowser(program: string, folder: string, profile: string): Promise<void> {
  const browser = spawn(
    'bash',
    ['-c', WITHOUT_OPEN_FILES, program, ...ARGUMENTS, `--user-data-dir=${profile}`, 'about:blank'],
    { detached: true, stdio: 'ignore' },
  )
  browser.unref()
  await writeFile(join(folder, 'process'), String(browser.pid))
  await writeFile(join(folder, 'address'), `http://127.0.0.1:${await portOf(profile)}`)
}

const LONGEST_START_MS = 60_000

/** It writes the port that it found free into its profile. */
async function portOf(profile: string): Promise<string> {
  for (const since = Date.now(); Date.now() - since < LONGEST_START_MS; await setTimeout(50)) {
    const [port, ...rest] = (
      await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')
    ).split('\n')
    if (port && rest.length > 0) return port
  }
  throw new Error('The browser did not say where it can be reached')
}

/** Ends the browser of a run, with the processes that it started, when there was one. */
export function endBrowser(runFolder: string): void {
  for (const folder of [BROWSER_FOLDER, `${BROWSER_FOLDER}.in-the-making`]) {
    try {
      process.kill(-Number(readFileSync(join(runFolder, folder, 'process'), 'utf8')), 'SIGKILL')
    } catch {
      // No file asked for a browser, or it has ended.
    }
  }
}
