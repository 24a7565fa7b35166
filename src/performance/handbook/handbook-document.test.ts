import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { handbookDocuments } from './handbook-document.ts'

const FOLDER = join(import.meta.dirname, '../../../docs/handbook/measures')

test('the handbook’s pages of measures are what the measures’ files say', async () => {
  const documents = handbookDocuments()
  for (const [name, text] of documents) await expect(text).toMatchFileSnapshot(join(FOLDER, name))
  expect(readdirSync(FOLDER).sort()).toEqual([...documents.keys()].sort())
})
