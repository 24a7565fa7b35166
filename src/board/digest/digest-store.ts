import type { Person } from '../../access/index.ts'
import type { Clock, Day, Instant } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'

interface DigestChoiceTable {
  council_id: string
  person_id: string
  /** 0: they do not want it by e-mail. Without a row they do. */
  wanted: number
}

interface DigestSentTable {
  council_id: string
  person_id: string
  /** The Monday of the week. */
  week_on: Day
  sent_at: Instant
}

declare module '../../platform/records.ts' {
  interface RecordTables {
    digest_choice: DigestChoiceTable
    digest_sent: DigestSentTable
  }
}

type Who = Pick<Person, 'id' | 'council'>

export async function wantsMail(records: Records, { id, council }: Who): Promise<boolean> {
  const row = await records
    .selectFrom('digest_choice')
    .select('wanted')
    .where('council_id', '=', council)
    .where('person_id', '=', id)
    .executeTakeFirst()
  return row?.wanted !== 0
}

export async function chooseMail(records: Records, { id, council }: Who, wanted: boolean): Promise<void> {
  const value = { wanted: wanted ? 1 : 0 }
  await records
    .insertInto('digest_choice')
    .values({ council_id: council, person_id: id, ...value })
    .onConflict((conflict) => conflict.columns(['council_id', 'person_id']).doUpdateSet(value))
    .execute()
}

/** Takes it on to send a person's week; false where that was done already, here or by another process. */
export async function claimWeek(
  records: Records,
  clock: Clock,
  { id, council }: Who,
  weekOn: Day,
): Promise<boolean> {
  const written = await records
    .insertInto('digest_sent')
    .values({ council_id: council, person_id: id, week_on: weekOn, sent_at: clock.now() })
    .onConflict((conflict) => conflict.columns(['council_id', 'person_id', 'week_on']).doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return written !== undefined
}

/** It could not be sent after all: the next run tries again. */
export async function releaseWeek(records: Records, { id, council }: Who, weekOn: Day): Promise<void> {
  await records
    .deleteFrom('digest_sent')
    .where('council_id', '=', council)
    .where('person_id', '=', id)
    .where('week_on', '=', weekOn)
    .execute()
}
