import { expect, test } from 'vitest'
import { Refused } from '../platform/errors.ts'
import { faultyLoad } from './load-fault.ts'

const failure = (code: string, message = '') => Object.assign(new Error(message), { code })

test('every failure of the machine is a refusal in the shape of a load', () => {
  const failures: [unknown, string][] = [
    [failure('ENOSPC'), 'disk-full'],
    [new Error('The program broke', { cause: new Error('IO Error: No space left on device') }), 'disk-full'],
    [failure('EROFS'), 'folder-read-only'],
    [failure('SQLITE_CANTOPEN'), 'folder-read-only'],
    [new AggregateError([failure('ECONNREFUSED')]), 'records-down'],
    [failure('57P03', 'the database system is starting up'), 'records-down'],
    [failure('ELOOP'), 'file-unreadable'],
    [new Refused('There is no file or folder x.'), 'refused'],
    [new TypeError('x is undefined'), 'load-broke'],
  ]
  for (const [error, code] of failures) {
    const outcome = faultyLoad(error, ['List 3.csv'])
    expect(outcome).toMatchObject({
      accepted: false,
      snapshot: null,
      problems: [{ severity: 'error', code }],
    })
    expect(outcome.problems[0]!.message).toMatch(/Nothing was changed\.$/)
    expect(outcome.problemCounts).toMatchObject([{ code, count: 1 }])
  }
})
