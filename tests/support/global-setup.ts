import type { TestProject } from 'vitest/node'
import { startPrivatePostgres } from './private-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string
  }
}

/** One PostgreSQL for the whole run: the one named by TEST_POSTGRES_URL, or a private one that goes away at the end. */
export default function setUp(project: TestProject): (() => void) | undefined {
  const given = process.env['TEST_POSTGRES_URL']
  if (given) {
    project.provide('postgres', given)
    return undefined
  }
  const postgres = startPrivatePostgres()
  if (!postgres) {
    console.error(
      '\n*** No PostgreSQL programs on this machine and no TEST_POSTGRES_URL: the store tests run on SQLite alone. ***\n',
    )
    project.provide('postgres', '')
    return undefined
  }
  project.provide('postgres', postgres.url)
  return () => postgres.stop()
}
