import { expect, test } from 'vitest'
import { localPath } from './local-path.ts'

test.each([
  ['/plan?by=team', '/plan?by=team'],
  ['//elsewhere.example', null],
  ['/\\elsewhere.example', null],
  ['/\t/elsewhere.example', null],
  ['https://elsewhere.example', null],
  ['javascript:alert(1)', null],
  ['/..//elsewhere.example', null],
  ['', null],
  [undefined, null],
])('a path to go on to: %s is taken as %s', (text, path) => {
  expect(localPath(text)).toBe(path)
})
