import { describe, expect, test } from 'vitest'
import { csvText, filesWith, intakeOf } from '../../tests/support/annex-a-files.ts'
import { asSomeone } from '../../tests/support/someone.ts'
import { type Role } from '../access/index.ts'
import { CAPTURE_TEMPLATES } from '../standards/capture/templates.ts'
import { templatesRoutes } from './templates-routes.tsx'

/** What someone of that role is answered. */
const ask = (path: string, role: Role = 'programme_manager') =>
  asSomeone('/data', templatesRoutes(), { role }).request(`/data/templates${path}`)

const bodyOf = async (path: string) => Buffer.from(await (await ask(path)).arrayBuffer()).toString()

describe('the templates', () => {
  test('are on one page, each with its own page and its file', async () => {
    const page = await bodyOf('')
    expect(page).toContain(
      `${CAPTURE_TEMPLATES.length} small tables are for data that no national standard has.`,
    )
    for (const { name } of CAPTURE_TEMPLATES) {
      expect(page).toContain(`href="/data/templates/${name}"`)
      expect(page).toContain(`href="/data/templates/${name}.csv"`)
    }
  })

  test.each(CAPTURE_TEMPLATES)(
    '$name has a page that says of each column what may stand in it',
    async ({ name, columns }) => {
      const page = await bodyOf(`/${name}`)
      for (const column of Object.keys(columns)) expect(page).toContain(`<code>${column}</code>`)
    },
  )

  test('say which words a column takes, and which of its days may be to come', async () => {
    const page = await bodyOf('/conferences')
    expect(page).toContain('One of: initial conference, review conference, care review')
    expect(page).toContain('day: a day, YYYY-MM-DD; it may still be to come')
  })

  test('are for those who see loads, and there are no others', async () => {
    for (const path of ['', '/core-groups', '/core-groups.csv']) {
      expect((await ask(path, 'social_worker')).status).toBe(403)
    }
    expect((await ask('/no-such')).status).toBe(404)
    expect((await ask('/no-such.csv')).status).toBe(404)
  })
})

describe('a template that was downloaded', () => {
  test('has its headers alone, and opens in Excel as UTF-8', async () => {
    const answer = await ask('/core-groups.csv')
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="core-groups.csv"')
    expect(await bodyOf('/core-groups.csv')).toBe(
      '\ufeffchild_id,plan_started_on,due_on,held_on,team,worker\r\n',
    )
  })

  test.each(CAPTURE_TEMPLATES)('$name is read when its examples are filled in', async ({ name, columns }) => {
    const row = csvText([Object.values(columns).map(({ example }) => example)])
    const paths = await filesWith({ [`${name}.csv`]: (await bodyOf(`/${name}.csv`)) + row })
    const { report, rows } = await intakeOf(paths, '2015-04-30')
    expect(report.problems).toEqual([])
    expect(report.files[0]?.tables).toMatchObject([{ table: `capture/${name}`, rows: 1, accepted: 1 }])
    expect(Object.values(rows[0]!.values).filter((value) => value === null)).toEqual([])
  })
})
