import type { Context } from 'hono'
import { allow, type WebEnv } from '../../access/index.ts'
import type { Services } from '../../platform/room.ts'
import { getRecord, listRecords, listWithdrawn } from '../../records/index.ts'
import { ListPage, RecordPage, recordRoutes } from '../../records/web.ts'
import {
  BRIEFINGS_AT,
  guidance,
  guidanceBriefing,
  guidanceHref,
  guidanceVersion,
  VERSIONS_AT,
} from './guidance.ts'
import { GUIDANCE_CRUMBS } from './guidance-list-page.tsx'
import { FixedPage } from './standards-pages.tsx'

type Deps = Pick<Services, 'records' | 'clock'>

const SECTION = '/lists'

/** What guidance each version is of, by the version's id; of guidance that was withdrawn as well. */
async function titlesOf({ records }: Deps, c: Context<WebEnv>): Promise<ReadonlyMap<string, string>> {
  const pass = allow(c.var.person, 'figures:read')
  const withdrawn = await listWithdrawn(records, pass, guidance)
  const all = [...(await listRecords(records, pass, guidance)), ...withdrawn.map(({ record }) => record)]
  const titles = new Map(all.map(({ id, title }) => [id, title]))
  const versions = [
    ...(await listRecords(records, pass, guidanceVersion)),
    ...(await listWithdrawn(records, pass, guidanceVersion)).map(({ record }) => record),
  ]
  return new Map(versions.map(({ id, guidanceId }) => [id, titles.get(guidanceId) ?? '']))
}

const OfVersion = ({ id, title }: { id: string; title: string | undefined }) => (
  <p>
    On <a href={`${VERSIONS_AT}/${id}`}>the version that was gone through</a> of {title}
  </p>
)

/** A version says what guidance it is of, in the list and on its own page. They are added from the page of the guidance. */
export const versionRoutes = (deps: Deps) => {
  const { records, clock } = deps
  return recordRoutes(guidanceVersion, {
    records,
    clock,
    section: SECTION,
    breadcrumbs: GUIDANCE_CRUMBS,
    at: VERSIONS_AT,
    pages: {
      list: async (props, c) => {
        const pass = allow(c.var.person, 'figures:read')
        const all = await listRecords(records, pass, guidance)
        const titles = new Map(all.map(({ id, title }) => [id, title]))
        const nameOf = (values: Parameters<typeof guidanceVersion.nameOf>[0]) =>
          `${titles.get(values.guidanceId) ?? 'Withdrawn'}: ${guidanceVersion.nameOf(values)}`
        return <ListPage {...props} kind={{ ...props.kind, nameOf }} mayWrite={false} />
      },
      record: async (props, c) => {
        const pass = allow(c.var.person, 'figures:read')
        const found = await getRecord(records, pass, guidance, props.record.guidanceId)
        return (
          <FixedPage {...props} mayWrite={props.mayWrite && !props.withdrawal}>
            <p>
              Of <a href={guidanceHref(found.id)}>{found.title}</a>
            </p>
          </FixedPage>
        )
      },
    },
  })
}

/** A briefing says on which version of which guidance it was. */
export const briefingRoutes = (deps: Deps) =>
  recordRoutes(guidanceBriefing, {
    records: deps.records,
    clock: deps.clock,
    section: SECTION,
    breadcrumbs: GUIDANCE_CRUMBS,
    at: BRIEFINGS_AT,
    pages: {
      list: async (props, c) => {
        const titles = await titlesOf(deps, c)
        const nameOf = (values: Parameters<typeof guidanceBriefing.nameOf>[0]) =>
          `${titles.get(values.guidanceVersionId) ?? ''}: ${guidanceBriefing.nameOf(values)}`
        return <ListPage {...props} kind={{ ...props.kind, nameOf }} mayWrite={false} />
      },
      record: async (props, c) => {
        const titles = await titlesOf(deps, c)
        const { guidanceVersionId } = props.record
        return (
          <RecordPage {...props}>
            <OfVersion id={guidanceVersionId} title={titles.get(guidanceVersionId)} />
          </RecordPage>
        )
      },
    },
  })
