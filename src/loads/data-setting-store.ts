import type { Pass } from '../access/index.ts'
import type { Records } from '../platform/records.ts'
import { DEFAULT_SETTING, type DataSetting, type LastLook } from './data-setting.ts'

/** The council's settings, or the defaults until someone has changed them. */
export async function dataSetting(
  records: Records,
  council: string,
): Promise<{ setting: DataSetting; lastLook: LastLook | null }> {
  const row = await records
    .selectFrom('data_setting')
    .selectAll()
    .where('council_id', '=', council)
    .executeTakeFirst()
  if (!row) return { setting: DEFAULT_SETTING, lastLook: null }
  return {
    setting: {
      monthsKept: row.months_kept,
      watchedFolder: row.watched_folder,
      watching: row.watching === 1,
      carryForward: row.carry_forward === 1,
      joinIds: row.join_ids !== 0,
    },
    lastLook: row.looked_at === null ? null : { at: row.looked_at, sentence: row.look_result ?? '' },
  }
}

/** Naming another folder clears what the last look found. */
export async function saveDataSetting(
  records: Records,
  { person }: Pass<'load:write'>,
  setting: DataSetting,
): Promise<void> {
  const { setting: before } = await dataSetting(records, person.council)
  const columns = {
    months_kept: setting.monthsKept,
    watched_folder: setting.watchedFolder,
    watching: setting.watching ? 1 : 0,
    carry_forward: setting.carryForward ? 1 : 0,
    join_ids: setting.joinIds ? 1 : 0,
    ...(before.watchedFolder !== setting.watchedFolder && { looked_at: null, look_result: null }),
  }
  await records
    .insertInto('data_setting')
    .values({ council_id: person.council, looked_at: null, look_result: null, ...columns })
    .onConflict((conflict) => conflict.column('council_id').doUpdateSet(columns))
    .execute()
}

/** Does nothing when the council has no settings. */
export async function saveLook(records: Records, council: string, { at, sentence }: LastLook): Promise<void> {
  await records
    .updateTable('data_setting')
    .set({ looked_at: at, look_result: sentence })
    .where('council_id', '=', council)
    .execute()
}
