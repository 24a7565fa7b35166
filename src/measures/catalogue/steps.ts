import { definitionsIn } from '../../platform/definition-file.ts'

/** What several measures depend on, worked out once: a temporary table, from the file of its name. */
export interface Step {
  name: string
  sql: string
}

const STEPS: ReadonlyMap<string, Step> = new Map(
  definitionsIn(new URL('../definitions/steps/', import.meta.url)).map(({ id, text }) => [
    id,
    { name: id, sql: text },
  ]),
)

const withoutComments = (sql: string): string => sql.replaceAll(/--.*$/gm, '')

/** The steps that a text names. */
function namedIn(sql: string): Step[] {
  const words = new Set(withoutComments(sql).match(/[a-z][a-z0-9_]*/g))
  return [...STEPS.values()].filter(({ name }) => words.has(name))
}

/**
 * The steps that these texts name, and those that these steps name, each after those that it depends on. Throws when two
 * depend on each other.
 */
export function stepsFor(texts: readonly string[]): Step[] {
  const ordered = new Set<Step>()
  const visit = (step: Step, above: readonly Step[]): void => {
    if (ordered.has(step)) return
    if (above.includes(step))
      throw new Error(`The steps ${above.map(({ name }) => name).join(', ')} stand on each other`)
    for (const below of namedIn(step.sql)) if (below !== step) visit(below, [...above, step])
    ordered.add(step)
  }
  for (const step of texts.flatMap(namedIn)) visit(step, [])
  return [...ordered]
}
