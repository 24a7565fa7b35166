import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { handbookDocuments } from './handbook-document.ts'

const FOLDER = join(import.meta.dirname, '../../../docs/handbook/measures')

test('the handbook’s pages of measures are what the measures’ files say: otherwise "npm run docs" writes them anew', async () => {
  const documents = handbookDocuments()
  for (const [name, text] of documents) expect(readFileSync(join(FOLDER, name), 'utf8')).toBe(text)
  expect(readdirSync(FOLDER).sort()).toEqual([...documents.keys()].sort())
})
