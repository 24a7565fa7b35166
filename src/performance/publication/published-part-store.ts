import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Pass } from '../../access/index.ts'
import type { PublicationRegister, PublicPart, Split } from '../../measures/index.ts'
import type { Clock } from '../../platform/day.ts'
import type { Records } from '../../platform/records.ts'
import '../tables.ts'

/**
 * What a council has published, part by part: the points that were shown, with their counts, and those that were hidden. It
 * outlives the snapshot that it came from, because what is published cannot be taken back.
 */
export const publicationRegister = (
  records: Records,
  clock: Clock,
  { person }: Pass<'figures:read'>,
): PublicationRegister => ({
  async partsOf(snapshot) {
    const rows = await records
      .selectFrom('published_part')
      .select(['split_by', 'points'])
      .where('council_id', '=', person.council)
      .where('snapshot_id', '=', snapshot)
      .orderBy('place')
      .execute()
    return await Promise.all(rows.map(toPart))
  },
  async lastOf(by, exceptSnapshot) {
    const row = await records
      .selectFrom('published_part')
      .select(['split_by', 'points'])
      .where('council_id', '=', person.council)
      .where('split_by', '=', by ?? '')
      .where('snapshot_id', '<>', exceptSnapshot)
      .orderBy('place', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row ? await toPart(row) : null
  },
  async keep(snapshot, part) {
    const points = await pack(part)
    return await records.transaction().execute(async (transaction) => {
      const of = transaction.selectFrom('published_part').where('council_id', '=', person.council)
      const split = part.by ?? ''
      const first = await of.select(['split_by', 'points']).where('snapshot_id', '=', snapshot).where('split_by', '=', split).executeTakeFirst() // prettier-ignore
      if (first) return await toPart(first)
      const { last } = await of.select((eb) => eb.fn.max('place').as('last')).executeTakeFirstOrThrow()
      await transaction
        .insertInto('published_part')
        .values({
          council_id: person.council,
          snapshot_id: snapshot,
          split_by: split,
          place: (last ?? 0) + 1,
          published_at: clock.now(),
          published_by: person.name,
          points,
        })
        .execute()
      return part
    })
  },
})

/** A line for each point: its key, and its counts where it is shown. */
async function pack({ hidden, shown }: PublicPart): Promise<string> {
  const lines = [
    ...[...shown].map(([key, counts]) => `${key}\t${counts.join()}`),
    ...[...hidden].map((key) => `${key}\t${HIDDEN}`),
  ]
  return (await promisify(gzip)(lines.join('\n'))).toString('base64')
}

const HIDDEN = 'c'

async function toPart(row: { split_by: string; points: string }): Promise<PublicPart> {
  const text = (await promisify(gunzip)(Buffer.from(row.points, 'base64'))).toString('utf8')
  const hidden = new Set<string>()
  const shown = new Map<string, readonly number[]>()
  for (const line of text.split('\n')) {
    const [key = '', counts = ''] = line.split('\t')
    if (counts === HIDDEN) hidden.add(key)
    else if (key !== '') shown.set(key, counts === '' ? [] : counts.split(',').map(Number))
  }
  return { by: row.split_by === '' ? null : (row.split_by as Split), hidden, shown }
}
