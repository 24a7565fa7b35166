import { expect, test } from 'vitest'
import {
  allOptional,
  BadDefinition,
  choiceOf,
  listOf,
  optional,
  readDefinition,
  repeated,
  required,
  sqlOf,
  words,
} from './definition-file.ts'

const text = `-- title:    Enquiries with no conference by day 15
-- answers:  team manager, service manager
-- due:      15 working days
-- order:    the longest open first, and
--             then by team
-- equals:   s47-open-15wd
-- note:     (annex-a) Enquiries only.
-- step:     Ask for the conference
--   by:     the worker
--     days: 2
-- step:     Tell the service manager

-- title:    not of the header any more
select 1;
`
const days = (given: string) => (/^\d+$/.test(given) ? Number(given) : null)
const FIELDS = {
  title: required(words),
  answers: required(listOf),
  due: required((given) => days(given.replace(' working days', '')), {
    written: "'due' is written '15 working days'",
  }),
  order: optional(words),
  overdue: optional(words),
  equals: required(words),
  note: repeated(words),
  step: repeated((what, line, { by }) => ({ what, line, by }), {
    inner: {
      by: optional((who, _line, inner) => ({ who, days: inner.days }), { inner: { days: optional(days) } }),
    },
  }),
}
const read = (from = '', to = '') => readDefinition('lists/s47.sql', text.replace(from, to), FIELDS)

test('a work list is read as its fields declare, with those that are below another', () => {
  expect(read()).toEqual({
    title: 'Enquiries with no conference by day 15',
    answers: ['team manager', 'service manager'],
    due: 15,
    order: 'the longest open first, and then by team',
    overdue: null,
    equals: 's47-open-15wd',
    note: ['(annex-a) Enquiries only.'],
    step: [
      { what: 'Ask for the conference', line: 8, by: { who: 'the worker', days: 2 } },
      { what: 'Tell the service manager', line: 11, by: null },
    ],
  })
})

test('what cannot be read names the file and the line', () => {
  expect(() => read('-- equals: ', '-- equal:  ')).toThrow(
    new BadDefinition('lists/s47.sql', 6, "'equal' is no field of this header"),
  )
  expect(() => read('--   by: ', '--   to: ')).toThrow(
    "lists/s47.sql:9: 'to' is no field of the one it stands below",
  )
  expect(() => read('--     days: 2', '--     dais: 2')).toThrow("lists/s47.sql:10: 'dais' is no field")
  expect(() => read('--     days: 2', '--     days: two')).toThrow(
    "lists/s47.sql:10: 'days' cannot be read: two",
  )
  expect(() => read('-- title: ', '-- Title: ')).toThrow('lists/s47.sql:1: this is no field of a header')
  expect(() => read('15 working', 'fifteen working')).toThrow(
    "lists/s47.sql:3: 'due' is written '15 working days': fifteen working days",
  )
  expect(() => read('-- order: ', '-- due:   ')).toThrow("lists/s47.sql:4: 'due' is said twice")
  expect(() => read('-- equals:   s47-open-15wd\n', '')).toThrow(
    "lists/s47.sql:1: the header does not say 'equals'",
  )
  expect(() => read('--     days: 2', '--         days: 2')).not.toThrow()
})

test('a choice is one of its words, and fields made optional are null where there is none', () => {
  const fields = allOptional({ colour: required(choiceOf(['red', 'green'])), note: repeated(words) })
  expect(readDefinition('a.sql', '-- colour: red\n-- note: one\n-- note: two', fields)).toEqual({
    colour: 'red',
    note: ['one', 'two'],
  })
  expect(readDefinition('a.sql', 'select 1', fields)).toEqual({ colour: null, note: null })
  expect(() => readDefinition('a.sql', '-- colour: blue', fields)).toThrow("a.sql:1: 'colour' cannot be read")
})

test('the SQL is run without its last semicolon, with its header, so that line numbers are those of the file', () => {
  expect(sqlOf('-- a: b\nselect 1;\n')).toBe('-- a: b\nselect 1')
})
