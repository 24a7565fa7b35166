import { Hono } from 'hono'
import { allow, type WebEnv } from '../access/index.ts'
import { dayInEngland, formatDay, type Instant } from '../platform/day.ts'
import type { FieldErrors } from '../platform/errors.ts'
import { Button } from '../ui/components/button.tsx'
import { Checkboxes } from '../ui/components/checkboxes.tsx'
import { ErrorSummary, errorListOf } from '../ui/components/error-summary.tsx'
import { Input } from '../ui/components/input.tsx'
import { NotificationBanner } from '../ui/components/notification-banner.tsx'
import { Radios } from '../ui/components/radios.tsx'
import { SummaryList } from '../ui/components/summary-list.tsx'
import type { FrameProps } from '../ui/frame.tsx'
import { CsrfField, Page, PageHeading } from '../ui/page.tsx'
import { checkSetting, MAX_MONTHS_KEPT, type LastLook, type TypedSetting } from './data-setting.ts'
import { dataSetting, saveDataSetting } from './data-setting-store.ts'
import { DATA_CRUMB } from '../dataset/index.ts'
import type { LoadDeps } from './load-deps.ts'
import { chooseWorkerRoles } from './reading-choices-store.ts'
import { chosenRoles, RolesForm, rolesToDecide, type RoleToDecide } from './worker-roles-form.tsx'

export const dataSettingRoutes = ({ records, dataDir, clock }: LoadDeps): Hono<WebEnv> =>
  new Hono<WebEnv>()
    .get('/settings', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      const { person } = pass
      const { setting, lastLook } = await dataSetting(records, person.council)
      const typed = {
        monthsKept: String(setting.monthsKept),
        watchedFolder: setting.watchedFolder ?? '',
        watching: setting.watching,
        carryForward: setting.carryForward,
        joinIds: setting.joinIds,
      }
      const roles = await rolesToDecide(records, pass)
      const saved = c.req.query('saved') === 'yes'
      return c.html(
        <SettingPage frame={c.var.frame} typed={typed} lastLook={lastLook} roles={roles} saved={saved} />,
      )
    })
    .post('/settings', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      const body = await c.req.parseBody()
      const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
      const typed = {
        monthsKept: text('months_kept'),
        watchedFolder: text('watched_folder'),
        watching: text('watching') === 'yes',
        carryForward: text('gone_tables') === 'carry',
        joinIds: text('join_ids') !== 'never',
      }
      const checked = await checkSetting(typed, dataDir)
      if (!checked.ok) {
        const { lastLook } = await dataSetting(records, pass.person.council)
        return c.html(
          <SettingPage
            frame={c.var.frame}
            typed={typed}
            lastLook={lastLook}
            roles={await rolesToDecide(records, pass)}
            errors={checked.errors}
          />,
          422,
        )
      }
      await saveDataSetting(records, pass, checked.value)
      return c.redirect('/data/settings?saved=yes', 303)
    })
    .post('/settings/roles', async (c) => {
      const pass = allow(c.var.person, 'load:write')
      await chooseWorkerRoles({ records, clock }, pass, chosenRoles(await c.req.parseBody({ all: true })))
      return c.redirect('/data/settings?saved=yes', 303)
    })

interface SettingProps {
  frame: FrameProps
  typed: TypedSetting
  lastLook: LastLook | null
  roles: readonly RoleToDecide[]
  saved?: boolean | undefined
  errors?: FieldErrors | undefined
}

function SettingPage({ frame, typed, lastLook, roles, saved = false, errors = {} }: SettingProps) {
  const wrong = Object.keys(errors).length > 0
  return (
    <Page frame={frame} title="Settings for data" section="/data" breadcrumbs={[DATA_CRUMB]} error={wrong}>
      {wrong ? <ErrorSummary errorList={errorListOf(errors)} /> : null}
      {saved ? <NotificationBanner type="success" text="The settings are saved." /> : null}
      <PageHeading
        title="Settings for data"
        sentence={{
          bold: 'How long loads are kept, a folder whose files are loaded automatically, and how files are read.',
          rest: 'They apply to loads from now on.',
        }}
      />
      <SettingForm frame={frame} typed={typed} errors={errors} />
      <RolesForm frame={frame} roles={roles} />
      <p class="govuk-body">
        <a href="/data/spellings">Learned spellings</a>: how you write codes, and what each means.
      </p>
      {lastLook === null ? null : (
        <>
          <h2 class="govuk-heading-m wm-section">The watched folder</h2>
          <SummaryList
            rows={[
              { key: { text: 'Last look' }, value: { text: formatMoment(lastLook.at) } },
              { key: { text: 'What it found' }, value: { text: lastLook.sentence } },
            ]}
          />
        </>
      )}
    </Page>
  )
}

interface SettingFormProps {
  frame: FrameProps
  typed: TypedSetting
  errors: FieldErrors
}

function SettingForm({ frame, typed, errors }: SettingFormProps) {
  const messageOf = (field: string) => (errors[field] ? { text: errors[field] } : undefined)
  return (
    <form method="post" action="/data/settings" novalidate>
      <CsrfField frame={frame} />
      <Input
        id="months_kept"
        name="months_kept"
        value={typed.monthsKept}
        inputmode="numeric"
        classes="govuk-input--width-3"
        label={{ text: 'Months that a load is kept', classes: 'govuk-label--s' }}
        hint={{
          text: `From 1 to ${MAX_MONTHS_KEPT}. Then every child’s row in it is deleted; counts and published figures stay. The load in use is never deleted.`,
        }}
        suffix={{ text: 'months' }}
        errorMessage={messageOf('months_kept')}
      />
      <Input
        id="watched_folder"
        name="watched_folder"
        value={typed.watchedFolder}
        label={{ text: 'Watched folder (optional)', classes: 'govuk-label--s' }}
        hint={{
          text: 'The whole path of a folder on the server, such as /srv/exports. Files that arrive in it are loaded and moved to “done” in it, or to “refused” with a file of the reasons.',
        }}
        spellcheck={false}
        errorMessage={messageOf('watched_folder')}
      />
      <Checkboxes
        name="watching"
        idPrefix="watching"
        values={typed.watching ? ['yes'] : []}
        items={[
          {
            value: 'yes',
            text: 'Watch it',
            hint: { text: 'Every minute, while Waymark runs. What it loads is in use at once.' },
          },
        ]}
      />
      <GoneTables carries={typed.carryForward} />
      <JoinIds typed={typed} />
      <Button text="Save" preventDoubleClick />
    </form>
  )
}

/** What becomes of files that lack a table which the load in use has. */
const GoneTables = ({ carries }: { carries: boolean }) => (
  <Radios
    name="gone_tables"
    idPrefix="gone_tables"
    value={carries ? 'carry' : 'refuse'}
    fieldset={{
      legend: {
        text: 'When files in the watched folder lack a table that is in use',
        classes: 'govuk-fieldset__legend--s',
      },
    }}
    items={[
      {
        value: 'refuse',
        text: 'Refuse them',
        hint: { text: 'They move to “refused”, and nothing changes.' },
      },
      {
        value: 'carry',
        text: 'Carry the table forward',
        hint: {
          text: 'It keeps its rows and its own as-at day, which each measure that uses it then shows.',
        },
      },
    ]}
  />
)

const JoinIds = ({ typed }: { typed: TypedSetting }) => (
  <Radios
    name="join_ids"
    idPrefix="join_ids"
    value={typed.joinIds ? 'when_clear' : 'never'}
    fieldset={{
      legend: {
        text: 'Ids, teams and workers that are written in several ways',
        classes: 'govuk-fieldset__legend--s',
      },
    }}
    hint={{ text: 'Such as A123 and a123, or 00124 and 124. Each load says which it found.' }}
    items={[
      {
        value: 'when_clear',
        text: 'Join them where nearly all are written in one way',
      },
      { value: 'never', text: 'Keep them apart, and only say so' },
    ]}
  />
)

const formatMoment = (instant: Instant): string =>
  `${formatDay(dayInEngland(instant))}, ${Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainTime().toString({ smallestUnit: 'minute' })}`
