import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { load } from '../../src/loads/load.ts'
import { intakeOf, testFolder } from '../support/annex-a-files.ts'
import { contentOfFolder, loadMigrations, loadWorld } from '../support/load-world.ts'
import { sqliteStore } from '../support/stores.ts'
import { BAD_FILES } from './bad-files.ts'

test.each(BAD_FILES)('%s is refused in a sentence (%s)', async (name, code, content) => {
  const path = join(await testFolder(), name)
  await writeFile(path, await content())
  const { report } = await intakeOf([path], '2015-01-31')
  expect(report.accepted).toBe(false)
  expect(report.problems).toContainEqual(
    expect.objectContaining({
      severity: 'error',
      code,
      file: name,
      message: expect.stringMatching(/^.{30,}$/),
    }),
  )
})

test('a folder of bad files is refused with a sentence of each, and the data folder is untouched', async () => {
  const folder = await testFolder()
  for (const [name, , content] of BAD_FILES) await writeFile(join(folder, name), await content())
  const store = await sqliteStore(loadMigrations)
  try {
    const { deps, pass } = await loadWorld(store)
    const outcome = await load(deps, pass, { paths: [folder], asAt: '2015-01-31' })
    expect(outcome).toMatchObject({ accepted: false, snapshot: null })
    const refused = outcome.problems.filter(({ severity }) => severity === 'error')
    expect(new Set(refused.map(({ file }) => file))).toEqual(new Set(BAD_FILES.map(([name]) => name)))
    expect(await contentOfFolder(deps.dataDir)).toEqual({})
  } finally {
    await store.close()
  }
})
