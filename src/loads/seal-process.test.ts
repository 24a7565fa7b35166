import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { resumeBuild } from '../dataset/building/build.ts'
import { sealInProcess } from './seal-process.ts'

const FILES = {
  'ssd_person.csv': 'pers_person_id,pers_sex,pers_dob\nC1,F,2010-01-05\n',
  'ssd_professionals.csv':
    'prof_professional_id,prof_staff_id,prof_professional_name\nP1,W1,Worker 1\nP2,W2,Worker 2\n',
  'ssd_involvements.csv':
    'invo_involvements_id,invo_professional_id,invo_professional_role_id,invo_person_id,invo_involvement_start_date\n' +
    'I1,P1,PATHFINDER,C1,2014-01-05\nI2,P2,CW,C1,2014-01-05\n',
}

test.each([
  ['the environment', 'Pathfinder', undefined],
  [
    'what its council chose',
    '',
    { spellings: [], roles: [{ role: 'Pathfinder', holds: true }], joinIds: true },
  ],
])('the process that builds a snapshot goes by the roles of workers in %s', async (_where, env, choices) => {
  vi.stubEnv('WAYMARK_WORKER_ROLES', env)
  const folder = mkdtempSync(join(tmpdir(), 'waymark-seal-'))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })
  const temporary = join(folder, 'temporary')
  mkdirSync(temporary)
  const paths = Object.entries(FILES).map(([name, text]) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  })
  const target = join(folder, 'built.duckdb')
  const request = {
    paths,
    today: '2015-02-05',
    asAt: '2015-01-31',
    windowFrom: null,
    before: null,
    choices,
  } as const
  const answer = await sealInProcess({ ...request, target, temporary }, () => {})
  expect(answer).toMatchObject({
    report: { accepted: true },
    sealed: {
      roles: [
        { role: 'CW', holds: false },
        { role: 'PATHFINDER', holds: true },
      ],
    },
  })
  const build = await resumeBuild(target)
  try {
    expect(await build.all('select distinct worker from allocation')).toEqual([{ worker: 'Worker 1' }])
  } finally {
    build.close()
  }
})
