import { expect, test } from 'vitest'
import { readText } from './text-value.ts'

test.each([
  ['a sign without a width', 'North\u200b 2', 'North 2'],
  ['a mark that turns the text round', 'Ofsted\u202e2015\u202c', 'Ofsted2015'],
  ['a soft hyphen', 'safe\u00adguarding', 'safeguarding'],
  ['a byte-order mark inside', 'Team\ufeff 1', 'Team 1'],
  ['a control character', 'Team\u0007 1', 'Team 1'],
  ['what is no character', 'Team \ufffe1\uffff', 'Team 1'],
])('free text is read without %s, and says so', (_, written, value) => {
  expect(readText(written)).toMatchObject({
    value,
    finding: { severity: 'note', code: 'hidden-signs-removed' },
  })
})

test('letters with marks, other scripts and line breaks are text like any other', () => {
  for (const text of ['Zoë Łukasz', 'محمد', '北京', 'Siân'])
    expect(readText(text)).toEqual({ value: text, finding: null })
  expect(readText('one\r\ntwo').value).toBe('one two')
})

test('text of hidden signs alone is unknown', () => {
  expect(readText('\u200b\u200f')).toMatchObject({ value: null, finding: { code: 'text-unreadable' } })
})
