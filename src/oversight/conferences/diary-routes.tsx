import { Hono } from 'hono'
import { may, type WebEnv } from '../../access/index.ts'
import { csvFile } from '../clinics/clinic-routes.tsx'
import { keepMeetings, ownCalendar } from './permissions.ts'
import { diaryCsv, missedCsv } from './diary-csv.ts'
import { DiaryPage } from './diary-page.tsx'
import { readDiaryQuery, readMissedQuery } from './diary-query.ts'
import { readDiary, readMissed, type DiaryDeps } from './diary-read.ts'
import { meetingRoutes } from './meeting-routes.tsx'
import { NotAttendedPage } from './not-attended-page.tsx'

/** Conferences and reviews; mounted at `/diary`. */
export const diaryRoutes = (deps: DiaryDeps) =>
  new Hono<WebEnv>()
    .get('/', async (c) => {
      const { person, frame } = c.var
      const query = readDiaryQuery(c.req.query(), deps.clock.today())
      const view = await readDiary(deps, person, query, 'cases')
      return c.html(
        <DiaryPage
          frame={frame}
          scope={person.scope}
          view={view}
          mayBook={may(person, keepMeetings)}
          mayHaveCalendar={may(person, ownCalendar)}
        />,
      )
    })
    .get('/not-attended.csv', async (c) => {
      const query = readMissedQuery(c.req.query(), deps.clock.today())
      return csvFile('not-attended', missedCsv(await readMissed(deps, c.var.person, query, 'export')))
    })
    .get('/not-attended', async (c) => {
      const { person, frame } = c.var
      const query = readMissedQuery(c.req.query(), deps.clock.today())
      const view = await readMissed(deps, person, query, 'cases')
      return c.html(
        <NotAttendedPage
          frame={frame}
          scope={person.scope}
          view={view}
          mayAnswer={may(person, keepMeetings)}
        />,
      )
    })
    .route('/', meetingRoutes(deps))

/** The same six weeks as a file; mounted beside the page, because its address has no slash. */
export const diaryFile = (deps: DiaryDeps) =>
  new Hono<WebEnv>().get('/', async (c) => {
    const query = readDiaryQuery(c.req.query(), deps.clock.today())
    return csvFile('diary', diaryCsv(await readDiary(deps, c.var.person, query, 'export')))
  })
