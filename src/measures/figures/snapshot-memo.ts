import type { SealedSnapshot } from '../../dataset/index.ts'

type Read<T> = (snapshot: SealedSnapshot, key: string) => Promise<T>

/**
 * A sealed snapshot never changes, so what is read from it is cached while it is open, by a key of the caller's. Failures
 * are not cached.
 */
export function oncePerSnapshot<T>(read: Read<T>): (snapshot: SealedSnapshot, key?: string) => Promise<T> {
  const known = new WeakMap<SealedSnapshot, Map<string, Promise<T>>>()
  return (snapshot, key = '') => {
    const answers = answersOf(known, snapshot)
    return answers.get(key) ?? keep(answers, key, read(snapshot, key))
  }
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
  const known = new WeakMap<SealedSnapshot, Map<string, Promise<T>>>()
  const sizes = new WeakMap<Promise<T>, number>()
  const dropOldest = (answers: Map<string, Promise<T>>): void => {
    let size = answers.values().reduce((sum, answer) => sum + (sizes.get(answer) ?? 0), 0)
    for (const [key, answer] of answers) {
      if (size <= most) return
      size -= sizes.get(answer) ?? 0
      answers.delete(key)
    }
  }
  return (snapshot, key) => {
    const answers = answersOf(known, snapshot)
    const found = answers.get(key)
    if (found) {
      answers.delete(key)
      answers.set(key, found)
      return found
    }
    const answer = keep(answers, key, read(snapshot, key))
    answer.then(
      (value) => {
        sizes.set(answer, sizeOf(value))
        dropOldest(answers)
      },
      () => {},
    )
    return answer
  }
}

function answersOf<T>(
  known: WeakMap<SealedSnapshot, Map<string, Promise<T>>>,
  snapshot: SealedSnapshot,
): Map<string, Promise<T>> {
  const answers = known.get(snapshot) ?? new Map<string, Promise<T>>()
  known.set(snapshot, answers)
  return answers
}

function keep<T>(answers: Map<string, Promise<T>>, key: string, answer: Promise<T>): Promise<T> {
  answers.set(key, answer)
  answer.catch(() => {
    if (answers.get(key) === answer) answers.delete(key)
  })
  return answer
}
