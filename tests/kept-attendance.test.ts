import { expect, test } from 'vitest'
import { CONFERENCES, REPORT_STANDARDS } from '../src/standards/capture/templates/meeting-templates.ts'
import { rowsOfTemplate } from '../src/standards/capture/template-rows.ts'
import { load } from '../src/loads/load.ts'
import { csvText, filesWith } from './support/annex-a-files.ts'
import { loadMigrations, loadWorld, referralsOf, rowsInUse } from './support/load-world.ts'
import { sqliteStore } from './support/stores.ts'

const FILED = {
  meeting: 'M-1',
  child_id: '900001',
  kind: 'initial conference',
  booked_on: '2015-01-20',
  held_on: '',
  team: 'North 1',
  worker: 'SW-1',
  worker_attended: '',
  report_shared_on: '2015-01-14',
}

const STANDARD = { kind: 'initial conference', working_days_before: 5, holds_from: '2015-01-05' }

test('who came, as recorded in Waymark, comes before what the council’s own row of the meeting says', async () => {
  const store = await sqliteStore(loadMigrations)
  const world = await loadWorld(store)
  const recorded = {
    meeting: 'M-1',
    child_id: '900001',
    kind: 'initial conference',
    booked_on: '2015-01-12',
    held_on: '2015-01-20',
    team: 'South 9',
    worker_attended: true,
  }
  const kept = [rowsOfTemplate(CONFERENCES, [recorded]), rowsOfTemplate(REPORT_STANDARDS, [STANDARD])]
  const deps = { ...world.deps, templateRows: async () => kept }
  const template = { 'conferences.csv': csvText([Object.keys(FILED), Object.values(FILED)]) }
  const paths = [...(await referralsOf('900001')), ...(await filesWith(template))]
  expect(await load(deps, world.pass, { paths })).toMatchObject({ accepted: true })
  const rows = await rowsInUse(
    world,
    'select booked_on, held_on, team, worker, worker_attended, report_shared_on from conference_attendance',
  )
  const standards = await rowsInUse(
    world,
    'select kind, working_days_before, holds_from from report_standards',
  )
  const reports = await rowsInUse(
    world,
    `select c.met, c.value from case_row c join measure_available a on a.series_no = c.series_no
     where a.series = 'cp-report-shared.icpc'`,
  )
  await store.close()
  // The day and the team are the file's, who came is what was recorded, and the file's word on the report stays.
  expect(rows).toEqual([
    {
      booked_on: '2015-01-20',
      held_on: '2015-01-20',
      team: 'North 1',
      worker: 'SW-1',
      worker_attended: true,
      report_shared_on: '2015-01-14',
    },
  ])
  // Shared on the fourth working day before, where five are asked: by the three of no council's own it was in time.
  expect([standards, reports]).toEqual([[STANDARD], [{ met: false, value: 4 }]])
})
