import { expect, test } from 'vitest'
import { beginBuild } from './build.ts'
import { joinWrittenNames } from './written-names.ts'

/** The teams of referrals, and what is said of them. */
async function teamsOf(names: readonly string[], joins = true) {
  const build = await beginBuild(':memory:')
  const rows = names.map(
    (name, index) => `('r${index}', ${index + 1}, '2015-01-05', false, '${name}', 'SW-1')`,
  )
  await build.run(
    `insert into referrals (referral_id, child_key, referral_date, artificial, team, worker) values ${rows.join(', ')}`,
  )
  const problems = await joinWrittenNames(build, joins)
  const found = await build.all<{ team: string }>('select distinct team from referrals order by team')
  build.close()
  return { teams: found.map(({ team }) => team), problems }
}
const many = Array.from({ length: 60 }, () => 'North Team')

test('a team that is written in two ways is one team, by the way that nearly all rows have', async () => {
  const { teams, problems } = await teamsOf([...many, 'north team', 'North\u200b  Team', 'South Team'])
  expect(teams).toEqual(['North Team', 'South Team'])
  expect(problems).toMatchObject([{ severity: 'warning', code: 'names-joined' }])
  expect(problems[0]!.message).toContain("'North Team' (60) and 'North\u200b  Team' (1) and 'north team' (1)")
})

test('where no way is clearly the house’s, or the settings keep them apart, they are only told', async () => {
  const even = await teamsOf(['North Team', 'NORTH TEAM'])
  expect(even.teams).toHaveLength(2)
  expect(even.problems).toMatchObject([{ code: 'names-alike' }])
  const kept = await teamsOf([...many, 'north team'], false)
  expect(kept.teams).toHaveLength(2)
  expect(kept.problems).toMatchObject([{ code: 'names-alike' }])
})
