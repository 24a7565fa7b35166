import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPrivatePostgres } from './private-postgres.ts'
import { endBrowser } from './run-browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string
    /** A folder of this run's own, for what its tests make once and share. */
    runFolder: string
  }
}

/** One PostgreSQL for the whole run: the one named by TEST_POSTGRES_URL, or a private one that goes away at the end. */
export default function setUp(project: TestProject): () => void {
  const runFolder = mkdtempSync(join(tmpdir(), 'waymark-run-'))
  project.provide('runFolder', runFolder)
  // As `bin/waymark.js` does: the program that builds snapshots is started some hundred times, and compiled once.
  process.env['NODE_COMPILE_CACHE'] ??= join(runFolder, 'compiled')
  const stopPostgres = providePostgres(project)
  return () => {
    stopPostgres()
    endBrowser(runFolder)
    // The last files of a process that was ended a moment ago may still be on their way.
    rmSync(runFolder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function providePostgres(project: TestProject): () => void {
  const given = process.env['TEST_POSTGRES_URL']
  if (given) {
    project.provide('postgres', given)
    return () => {}
  }
  const postgres = startPrivatePostgres()
  if (!postgres) {
    console.error(
      '\n*** No PostgreSQL programs on this machine and no TEST_POSTGRES_URL: the store tests run on SQLite alone. ***\n',
    )
    project.provide('postgres', '')
    return () => {}
  }
  project.provide('postgres', postgres.url)
  return () => postgres.stop()
}
