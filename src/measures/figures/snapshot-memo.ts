import type { SealedSnapshot } from '../../dataset/index.ts'

type Read<T> = (snapshot: SealedSnapshot, key: string) => Promise<T>

/**
 * A sealed snapshot never changes, so what is read from it is cached while it is open, by a key of the caller's. Failures
 * are not cached.
 */
export function oncePerSnapshot<T>(read: Read<T>): (snapshot: SealedSnapshot, key?: string) => Promise<T> {
  const recent = recentPerSnapshot(read, () => 0, 0)
  return (snapshot, key = '') => recent(snapshot, key)
}

interface Kept<T> {
  answer: Promise<T>
  size: number
}

/**
 * The same for large answers: of each snapshot those that were asked for last are kept, as many as together are no larger
 * than `most`.
 */
export function recentPerSnapshot<T>(
  read: Read<T>,
  sizeOf: (answer: T) => number,
  most: number,
): (snapshot: SealedSnapshot, key: string) => Promise<T> {
  const known = new WeakMap<SealedSnapshot, Map<string, Kept<T>>>()

  function dropOldest(answers: Map<string, Kept<T>>): void {
    let total = answers.values().reduce((sum, { size }) => sum + size, 0)
    for (const [key, { size }] of answers) {
      if (total <= most) return
      total -= size
      answers.delete(key)
    }
  }

  async function settle(answers: Map<string, Kept<T>>, key: string, kept: Kept<T>): Promise<void> {
    try {
      kept.size = sizeOf(await kept.answer)
    } catch {
      if (answers.get(key) === kept) answers.delete(key)
      return
    }
    if (kept.size > 0) dropOldest(answers)
  }

  return (snapshot, key) => {
    const answers = known.get(snapshot) ?? new Map<string, Kept<T>>()
    known.set(snapshot, answers)
    const kept = answers.get(key) ?? { answer: read(snapshot, key), size: 0 }
    const isNew = !answers.delete(key)
    answers.set(key, kept)
    if (isNew) void settle(answers, key, kept)
    return kept.answer
  }
}
