import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CAPTURE_TEMPLATES } from './templates.ts'
import { templatePage } from './template-page.ts'

describe('the capture templates', () => {
  test('are what the handbook says they are', async () => {
    const page = join(import.meta.dirname, '../../../docs/handbook/capture-templates.md')
    await expect(templatePage(CAPTURE_TEMPLATES)).toMatchFileSnapshot(page)
  })

  test('have names and columns that are their own, in the words of files', () => {
    const names = CAPTURE_TEMPLATES.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { name, columns } of CAPTURE_TEMPLATES) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/)
      for (const column of Object.keys(columns)) expect(column).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/)
    }
  })

  test('are told apart by their columns: none has all those of another', () => {
    const columns = CAPTURE_TEMPLATES.map((template) => Object.keys(template.columns))
    const within = columns.filter((own) =>
      columns.some((other) => other !== own && own.every((column) => other.includes(column))),
    )
    expect(within).toEqual([])
  })

  test('order days and moments alone, and each pair of one kind', () => {
    for (const { name, columns, order } of CAPTURE_TEMPLATES) {
      const kind = (column: string) => columns[column]?.kind
      for (const [earlier, later] of order) {
        expect(['day', 'moment'], name).toContain(kind(earlier))
        expect(kind(later), name).toBe(kind(earlier))
      }
    }
  })

  test('name no column after a person', () => {
    const columns = CAPTURE_TEMPLATES.flatMap(({ columns }) => Object.keys(columns))
    expect(columns.filter((column) => /name|address|postcode/.test(column))).toEqual([])
  })
})
