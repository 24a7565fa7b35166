import { Hono, type Context } from 'hono'
import { allow, may, ROLES, type WebEnv } from '../../access/index.ts'
import { toCsv } from '../../platform/csv.ts'
import { NotFound, Refused } from '../../platform/errors.ts'
import type { MountedRoutes, Services } from '../../platform/room.ts'
import { listRecords } from '../../records/index.ts'
import { RecordPage, recordRoutes, type ListPageProps, type RecordPageProps } from '../../records/web.ts'
import { csvFile } from '../clinics/clinic-routes.tsx'
import {
  BRIEFINGS_AT,
  guidance,
  GUIDANCE_AT,
  guidanceHref,
  guidanceVersion,
  rolesOf,
  teamsOf,
  VERSIONS_AT,
  versionsOf,
} from './guidance.ts'
import { GuidanceListPage, LISTS_CRUMB } from './guidance-list-page.tsx'
import { GuidancePage } from './guidance-page.tsx'
import {
  currentGuidance,
  oneGuidance,
  showsCounts,
  visibleTo,
  waitingFor,
  type CurrentGuidance,
} from './guidance-read.ts'
import { confirmVersion } from './guidance-store.ts'
import { briefingsOf } from './guidance-words.ts'
import { PeoplePage } from './people-page.tsx'
import { confirmGuidance, issueGuidance, recordBriefings, seeConfirmations } from './permissions.ts'
import './plan-item.ts'
import { practiceStandard, STANDARDS_AT } from './practice-standard.ts'
import { isFor, teamsOfPerson } from './staff.ts'
import { StandardPage, StandardsPage } from './standards-pages.tsx'
import { briefingRoutes, versionRoutes } from './version-routes.tsx'

type Deps = Pick<Services, 'records' | 'clock' | 'pool' | 'ask'>

const SECTION = '/lists'

/** Guidance with its versions, briefings and confirmations, and practice standards, each at its address. */
export function guidanceMounts(deps: Deps): MountedRoutes[] {
  const { records, clock } = deps
  return [
    { path: `${GUIDANCE_AT}.csv`, routes: guidanceFile(deps) },
    { path: GUIDANCE_AT, routes: guidanceRoutes(deps) },
    { path: VERSIONS_AT, routes: versionRoutes(deps) },
    { path: BRIEFINGS_AT, routes: briefingRoutes(deps) },
    {
      path: STANDARDS_AT,
      routes: recordRoutes(practiceStandard, {
        records,
        clock,
        section: SECTION,
        breadcrumbs: [LISTS_CRUMB],
        at: STANDARDS_AT,
        pages: {
          list: (props, c) => <StandardsPage {...props} mayOpenLists={may(c.var.person, 'cases:read')} />,
          record: async (props, c) => {
            const pass = allow(c.var.person, 'figures:read')
            const versions = await listRecords(records, pass, practiceStandard)
            return (
              <StandardPage {...props} versions={versions} mayOpenLists={may(c.var.person, 'cases:read')} />
            )
          },
        },
      }),
    },
  ]
}

const guidanceRoutes = (deps: Deps) =>
  new Hono<WebEnv>()
    .post('/:id/have-read', async (c) => {
      const { person } = c.var
      const pass = allow(person, confirmGuidance)
      const { entry } = await oneGuidance(deps, allow(person, 'figures:read'), c.req.param('id'))
      const sent = (await c.req.parseBody())['version']
      if (typeof sent !== 'string' || sent === '')
        throw new Refused('Say which version you have read: open the guidance and confirm it there')
      if (!entry.versions.some(({ id }) => id === sent)) throw new NotFound('There is no such version')
      await confirmVersion(deps.records, pass, deps.clock, sent, await teamsOfPerson(deps, person))
      return c.redirect(guidanceHref(entry.guidance.id), 303)
    })
    .get('/:id/people', async (c) => {
      const { found, people, seesAll } = await peopleOf(deps, c, c.req.param('id'))
      const onlyWaiting = c.req.query('only') === 'waiting'
      return c.html(<PeoplePage frame={c.var.frame} {...{ found, people, onlyWaiting, seesAll }} />)
    })
    .get('/:id/people.csv', async (c) => {
      const { found, people } = await peopleOf(deps, c, c.req.param('id'))
      return csvFile(
        'guidance-people',
        toCsv(
          ['guidance', 'version', 'person', 'role', 'teams', 'confirmed_on', 'due_on', 'past_the_day'],
          people.map(({ member, confirmedOn, dueOn, isLate }) => [
            found.entry.guidance.title,
            found.current?.number ?? null,
            member.person.name,
            ROLES[member.person.role].title,
            member.teams.join(', '),
            confirmedOn,
            dueOn,
            isLate ? 'yes' : 'no',
          ]),
        ),
      )
    })
    .route(
      '/',
      recordRoutes(guidance, {
        records: deps.records,
        clock: deps.clock,
        section: SECTION,
        breadcrumbs: [LISTS_CRUMB],
        at: GUIDANCE_AT,
        pages: {
          list: ({ withdrawn }, c) => listPage(deps, c, withdrawn),
          record: (props, c) =>
            props.withdrawal ? withdrawnPage(deps, c, props) : onePage(deps, c, props.record.id),
        },
      }),
    )

async function listPage(
  deps: Deps,
  c: Context<WebEnv>,
  withdrawn: ListPageProps<typeof guidance.fields>['withdrawn'],
) {
  const { person, frame } = c.var
  return (
    <GuidanceListPage
      frame={frame}
      person={person}
      found={await currentGuidance(deps, allow(person, 'figures:read'))}
      waiting={await waitingFor(deps, person)}
      mayIssue={may(person, issueGuidance)}
      withdrawn={withdrawn}
    />
  )
}

/** Guidance that was withdrawn, with the versions that people confirmed while it was in use. */
async function withdrawnPage(
  { records }: Deps,
  c: Context<WebEnv>,
  props: RecordPageProps<typeof guidance.fields>,
) {
  const pass = allow(c.var.person, 'figures:read')
  const versions = versionsOf(props.record, await listRecords(records, pass, guidanceVersion))
  return (
    <RecordPage {...props} mayWrite={false}>
      <p class="wm-links">
        {versions.map(({ id }, index) => (
          <a href={`${VERSIONS_AT}/${id}`}>Version {index + 1}</a>
        ))}
      </p>
    </RecordPage>
  )
}

async function onePage(deps: Deps, c: Context<WebEnv>, id: string) {
  const { person, frame } = c.var
  const found = await oneGuidance(deps, allow(person, 'figures:read'), id)
  const { entry, current } = found
  const own =
    current &&
    may(person, confirmGuidance) &&
    isFor(entry.guidance, person, await teamsOfPerson(deps, person))
      ? { confirmedOn: confirmedBy(found, person.id) }
      : null
  const { serves } = entry.guidance
  return (
    <GuidancePage
      frame={frame}
      person={person}
      found={found}
      own={own}
      served={serves === '' ? [] : await deps.ask('planItemsNamed', person, serves)}
      rights={{
        issue: may(person, issueGuidance),
        brief: may(person, recordBriefings),
        seeNames: may(person, seeConfirmations),
      }}
    />
  )
}

const confirmedBy = ({ asked }: CurrentGuidance, personId: string) =>
  asked.find(({ member }) => member.person.id === personId)?.confirmedOn ?? null

async function peopleOf(deps: Deps, c: Context<WebEnv>, id: string) {
  const { person } = c.var
  const pass = allow(person, seeConfirmations)
  const found = await oneGuidance(deps, allow(person, 'figures:read'), id)
  const seesAll = person.role === 'director' || person.role === 'programme_manager'
  return { found, people: visibleTo(pass, found), seesAll }
}

/** What the list of guidance says, as a file. A count that is hidden is `c`, as in every file. */
const guidanceFile = (deps: Deps) =>
  new Hono<WebEnv>().get('/', async (c) => {
    const { person } = c.var
    const all = await currentGuidance(deps, allow(person, 'figures:read'))
    return csvFile(
      'guidance',
      toCsv(
        [
          'guidance',
          'version',
          'issued_on',
          'in_effect_from',
          'issued_by',
          'roles',
          'teams',
          'serves',
          'briefings',
          'people_briefed',
          'asked',
          'confirmed',
          'past_the_day',
        ],
        all.map((found) => lineOf(found, showsCounts(person, found.counts))),
      ),
    )
  })

function lineOf(found: CurrentGuidance, isShown: boolean): (string | number | null)[] {
  const { entry, current, counts } = found
  const { title, serves } = entry.guidance
  const briefings = current ? briefingsOf(found, current.version) : []
  const count = (number: number) => (isShown ? number : 'c')
  return [
    title,
    current?.number ?? null,
    current?.version.issuedOn ?? null,
    current?.version.fromOn ?? null,
    current?.version.issuedBy ?? null,
    rolesOf(entry.guidance)
      .map((role) => ROLES[role].title)
      .join(', '),
    teamsOf(entry.guidance).join(', '),
    serves,
    briefings.length,
    briefings.reduce((sum, { attended }) => sum + attended, 0),
    ...(current ? [count(counts.asked), count(counts.confirmed), count(counts.late)] : [null, null, null]),
  ]
}
