import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ENVIRONMENT } from '../src/platform/config.ts'
import { root, SOURCE_FILES, textOf } from './support/house.ts'
import { PRINTED, withPrinted } from './support/printed-pages.ts'

test.each(PRINTED)(
  '$name in $page is as the code says: otherwise "npm run docs" writes it anew',
  async (part) => {
    const text = readFileSync(join(root, part.page), 'utf8')
    expect(text).toBe(await withPrinted(text, part))
  },
)

test('a page without a place for what is printed is named', async () => {
  const part = { page: 'docs/none.md', name: 'floors', print: () => 'new' }
  await expect(withPrinted('# None', part)).rejects.toThrow(
    'docs/none.md has no place for what is printed as floors',
  )
  const text = '# A page\n\n<!-- printed: floors -->\nold\n<!-- end of floors -->\n\nMore.\n'
  expect(await withPrinted(text, part)).toBe(text.replace('old', 'new'))
})

test('every variable of the environment that the code reads is in the table, and no other', () => {
  const read = SOURCE_FILES.flatMap((file) =>
    [...textOf(file).matchAll(/\benv\['(\w+)'\]/g)].map(([, name]) => name!),
  )
  expect([...new Set(read)].sort()).toEqual(ENVIRONMENT.map(({ name }) => name).sort())
})
