import { allow, type Pass } from '../access/index.ts'
import type { LearnedSpelling, UnreadSpelling } from '../intake/index.ts'
import type { Clock } from '../platform/day.ts'
import type { Records } from '../platform/records.ts'
import {
  addRecord,
  changeRecord,
  listRecords,
  recordTransaction,
  type RecordTransaction,
} from '../records/index.ts'
import { dataSetting } from './data-setting-store.ts'
import { learnedSpelling } from './learned-spelling.ts'
import type { ReadingChoices } from './reading-choices.ts'
import { workerRole } from './worker-role.ts'

/** What a load of the council is read by. */
export async function readingChoices(records: Records, pass: Pass<'load:write'>): Promise<ReadingChoices> {
  const { setting } = await dataSetting(records, pass.person.council)
  const spellings = await listRecords(records, pass, learnedSpelling)
  const roles = await listRecords(records, allow(pass.person, 'load:read'), workerRole)
  return {
    spellings: spellings.map(({ codeSet, written, code }) => ({
      codeSet,
      text: written,
      code: code === '' ? null : code,
    })),
    roles: roles.map(({ role, holds }) => ({ role, holds: holds === 'yes' })),
    joinIds: setting.joinIds,
  }
}

interface Stores {
  records: Records
  clock: Clock
}

const isSame = (left: string, right: string): boolean => plain(left) === plain(right)
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()

/** Keeps what a person said that spellings mean; one that was learned before means that from now on. Answers how many. */
export async function learnSpellings(
  { records, clock }: Stores,
  pass: Pass<'load:write'>,
  confirmed: readonly LearnedSpelling[],
): Promise<number> {
  const known = await listRecords(records, pass, learnedSpelling)
  await recordTransaction(records, pass, clock, learnedSpelling, async (open) => {
    for (const { codeSet, text, code } of confirmed) {
      const draft = { codeSet, written: text, code: code ?? '' }
      const before = known.find((record) => record.codeSet === codeSet && isSame(record.written, text))
      if (!before) await addRecord(open, learnedSpelling, draft)
      else if (before.code !== draft.code)
        await changeRecord(open, learnedSpelling, before.id, before.version, { code: draft.code })
    }
  })
  return confirmed.length
}

/** Spellings of a load that nobody has said anything of since. */
export async function notLearned(
  records: Records,
  pass: Pass<'load:write'>,
  unread: readonly UnreadSpelling[],
): Promise<UnreadSpelling[]> {
  const known = await listRecords(records, pass, learnedSpelling)
  return unread.filter(
    ({ codeSet, text }) =>
      !known.some((record) => record.codeSet === codeSet && isSame(record.written, text)),
  )
}

/** Keeps what was said of each role that is not decided so already. */
export async function chooseWorkerRoles(
  { records, clock }: Stores,
  pass: Pass<'load:write'>,
  chosen: readonly { role: string; holds: 'yes' | 'no' }[],
): Promise<void> {
  const known = await listRecords(records, allow(pass.person, 'load:read'), workerRole)
  await recordTransaction(records, pass, clock, workerRole, async (open: RecordTransaction<'load:write'>) => {
    for (const { role, holds } of chosen) {
      const before = known.find((record) => record.role === role)
      if (!before) await addRecord(open, workerRole, { role, holds })
      else if (before.holds !== holds)
        await changeRecord(open, workerRole, before.id, before.version, { holds })
    }
  })
}
