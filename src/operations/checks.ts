import type { Check, Services } from '../platform/room.ts'

/** One thing that must hold, and whether it does: the shape of `waymark check --json`. */
export interface CheckAnswer {
  check: string
  ok: boolean
  /** What is wrong, or how much was looked at. */
  detail: string
}

/** Verifies every hash and invariant of every room. A check that cannot be made at all is a check that failed. */
export async function checkEverything(services: Services): Promise<{ ok: boolean; checks: CheckAnswer[] }> {
  const checks: CheckAnswer[] = []
  for (const room of services.rooms) {
    for (const check of (await room.checks?.(services)) ?? []) checks.push(await answer(check))
  }
  return { ok: checks.every(({ ok }) => ok), checks }
}

async function answer({ name, verify }: Check): Promise<CheckAnswer> {
  try {
    return { check: name, ...(await verify()) }
  } catch (error) {
    return { check: name, ok: false, detail: error instanceof Error ? error.message : String(error) }
  }
}
