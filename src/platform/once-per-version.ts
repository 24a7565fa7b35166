import { recordsVersion, type Records } from './records.ts'

interface Known<Answer> {
  version: string
  answers: Map<string, Promise<Answer>>
}

/**
 * Keeps what was read of records, for as long as they stay as they are: an answer for each store, each `about` (a sealed
 * snapshot, or the store again) and each key, which names the council. Reads each time inside a transaction. Failures are
 * not kept. Whoever gets an answer must not change it.
 */
export function oncePerVersion<Answer>() {
  const stores = new WeakMap<Records, WeakMap<object, Known<Answer>>>()
  return async (
    records: Records,
    about: object,
    key: string,
    read: () => Promise<Answer>,
  ): Promise<Answer> => {
    const version = await recordsVersion(records)
    if (version === null) return await read()
    const subjects = stores.get(records) ?? new WeakMap<object, Known<Answer>>()
    stores.set(records, subjects)
    let known = subjects.get(about)
    if (known?.version !== version) subjects.set(about, (known = { version, answers: new Map() }))
    const { answers } = known
    let answer = answers.get(key)
    if (!answer) {
      answer = read()
      answers.set(key, answer)
      answer.catch(() => answers.delete(key))
    }
    return await answer
  }
}
