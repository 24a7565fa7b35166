import { allow, operator } from '../access/index.ts'
import type { Room } from '../platform/room.ts'
import { oversightMigrations } from './migrations.ts'
import { CONFERENCE_PERMISSIONS } from './conferences/permissions.ts'
import {
  answerLists,
  holdClinics,
  keepActions,
  planClinics,
  setReasons,
  TASKFORCE_PERMISSIONS,
} from './permissions.ts'
import { GUIDANCE_PERMISSIONS } from './guidance/permissions.ts'
import { MISSING_PERMISSIONS } from './missing/permissions.ts'

/** Lists that managers act on, what is answered for each child, and one child's record. */
export const oversight: Room = {
  name: 'oversight',
  search: async (services) => [(await import('./child/search.ts')).childSearch(services)],
  home: async (services) => (await import('./home/kinds.ts')).oversightHome(services),
  digest: async (services) => (await import('./home/digest.ts')).oversightDigest(services),
  migrations: oversightMigrations,
  permissions: [
    answerLists,
    setReasons,
    planClinics,
    holdClinics,
    keepActions,
    ...TASKFORCE_PERMISSIONS,
    ...MISSING_PERMISSIONS,
    ...CONFERENCE_PERMISSIONS,
    ...GUIDANCE_PERMISSIONS,
  ],
  navigation: [{ text: 'Lists', href: '/lists', order: 25, needs: 'figures:read' }],
  accessLines: async () => (await import('./access-lines.ts')).oversightLines,
  accessThings: async ({ records, clock }, council) => {
    const { answerReason } = await import('./answers/reason.ts')
    const { addRecord, recordTransaction } = await import('../records/index.ts')
    const pass = allow(operator(council), setReasons)
    const draft = { title: `Reason of ${council}`, meaning: '', together: 'no' } as const
    return {
      answer_reason: await recordTransaction(records, pass, clock, answerReason, (open) =>
        addRecord(open, answerReason, draft),
      ),
      ...(await (await import('./assignments/access-things.ts')).assignmentThings({ records }, council)),
      ...(await (await import('./clinics/access-things.ts')).clinicThings({ records, clock }, council)),
      ...(await (await import('./missing/access-things.ts')).missingThings({ records, clock }, council)),
      ...(await (await import('./conferences/access-things.ts')).meetingThings({ records, clock }, council)),
      ...(await (await import('./taskforce/access-things.ts')).taskforceThings({ records, clock }, council)),
      ...(await (await import('./guidance/access-things.ts')).guidanceThings({ records, clock }, council)),
    }
  },
  commands: async () => (await import('./commands.ts')).addOversightCommands,
  api: async (services) => (await import('./lists/lists-api.ts')).listsApi(services),
  measureRows: async (context) => (await import('./measure-rows.ts')).oversightMeasureRows(context),
  answers: async (services) => (await import('./answers.ts')).oversightAnswers(services),
  checks: async (services) => (await import('./checks.ts')).oversightChecks(services),
  routes: async (services) => (await import('./web.ts')).oversightRoutes(services),
}
