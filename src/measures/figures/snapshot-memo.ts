import type { SealedSnapshot } from '../../dataset/index.ts'

/**
 * A sealed snapshot never changes, so what is read from it is cached while it is open, by a key of the caller's. Failures
 * are not cached.
 */
export function oncePerSnapshot<T>(
  read: (snapshot: SealedSnapshot, key: string) => Promise<T>,
): (snapshot: SealedSnapshot, key?: string) => Promise<T> {
  const known = new WeakMap<SealedSnapshot, Map<string, Promise<T>>>()
  return (snapshot, key = '') => {
    let answers = known.get(snapshot)
    if (!answers) known.set(snapshot, (answers = new Map<string, Promise<T>>()))
    let answer = answers.get(key)
    if (!answer) {
      answer = read(snapshot, key)
      answers.set(key, answer)
      const kept = answers
      answer.catch(() => kept.delete(key))
    }
    return answer
  }
}
