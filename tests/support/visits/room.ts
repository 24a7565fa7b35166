import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { allow, definePermission, GIVEN_ROLES, type WebEnv } from '../../../src/access/index.ts'
import type { Room, Services } from '../../../src/platform/room.ts'

declare module '../../../src/platform/records.ts' {
  interface RecordTables {
    visit: { id: string; council_id: string; place: string }
  }
}

/** A room for the tests: visits that councillors made. It is here as a new room would be in `src/`. */
const readVisits = definePermission({
  id: 'visits:read',
  allows: 'see the visits that councillors made',
  roles: ['director', 'programme_manager'],
})

const places = async ({ records, council }: Pick<Services, 'records' | 'council'>): Promise<string[]> => {
  const rows = await records
    .selectFrom('visit')
    .select('place')
    .where('council_id', '=', council.id)
    .orderBy('place')
    .execute()
  return rows.map(({ place }) => place)
}

const apiRoute = createRoute({
  method: 'get',
  path: '/visits',
  responses: {
    200: { description: 'Places visited', content: { 'application/json': { schema: z.array(z.string()) } } },
  },
})

/** What its job did, for the test to see. */
export const jobRuns: string[] = []

export const visits: Room = {
  name: 'visits',
  permissions: [readVisits],
  navigation: [{ text: 'Visits', href: '/visits', order: 45, needs: readVisits }],
  migrations: {
    '9000-visit': {
      async up(db) {
        await db.schema
          .createTable('visit')
          .addColumn('id', 'text', (column) => column.primaryKey())
          .addColumn('council_id', 'text', (column) => column.notNull())
          .addColumn('place', 'text', (column) => column.notNull())
          .execute()
      },
    },
  },
  routes: (services) =>
    Promise.resolve([
      {
        path: '/visits',
        routes: new Hono<WebEnv>().get('/', async (c) => {
          allow(c.var.person, readVisits)
          return c.text((await places(services)).join('\n'))
        }),
      },
    ]),
  accessLines: () =>
    Promise.resolve([
      { route: 'GET /visits', to: readVisits.roles, answer: 200 },
      { route: 'GET /api/visits', to: readVisits.roles, answer: 200, signedOut: 401 },
    ]),
  api(services) {
    const api = new OpenAPIHono<WebEnv>()
    api.openapi(apiRoute, async (c) => {
      allow(c.var.person, readVisits)
      return c.json(await places(services), 200)
    })
    return Promise.resolve(api)
  },
  commands: () =>
    Promise.resolve((program, { open, terminal }) => {
      program
        .command('visits')
        .description('the places that councillors visited')
        .action(() =>
          open(async (services) => {
            terminal.out((await places(services)).join('\n') || 'No visit yet.')
            return 0
          }),
        )
    }),
  checks: (services) =>
    Promise.resolve([
      {
        name: 'visits-have-a-place',
        verify: async () => ({ ok: (await places(services)).every((place) => place !== ''), detail: '' }),
      },
    ]),
  jobs: ({ council }) =>
    Promise.resolve([
      { name: 'visits', everyMinutes: 1, run: () => Promise.resolve(void jobRuns.push(council.id)) },
    ]),
}

export const ROLES_WITHOUT_VISITS = GIVEN_ROLES.filter((role) => !readVisits.roles.includes(role))
