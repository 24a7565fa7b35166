import { expect, test } from 'vitest'
import { answerKey, type ListAnswer } from '../answers/answer.ts'
import { readListQuery } from './list-query.ts'
import type { ListRow } from './list-rows.ts'
import { listView } from './list-view.ts'
import { listOfId } from './lists.ts'

const list = listOfId('drift')!
const [held, cleared] = list.rules.map(({ id }) => id)

/** A child whom one rule of the list still holds, after an answer was given for another. */
const row: ListRow = {
  list: list.id,
  childId: 'C1',
  ref: 'r1',
  caseId: 'C1',
  team: 'North 1',
  worker: 'W1',
  age: 9,
  rules: [{ rule: held!, startsOn: null, dueOn: '2015-01-02', isOverdue: true, daysOver: 29, detail: null }],
  isOverdue: true,
  daysOver: 29,
  dueOn: '2015-01-02',
}

const answer: ListAnswer = {
  id: 'lan_1',
  version: 1,
  team: 'North 1',
  worker: 'W1',
  reason: 'Family away',
  plan: 'A visit on 29 January',
  owner: 'Team manager',
  figuresOn: '2015-01-18',
  answeredBy: 'Team manager',
  list: list.id,
  subject: 'C1',
  rules: cleared!,
  checkBackOn: '2015-01-30',
  answeredAt: '2015-01-20T09:00:00.000Z',
}

const promiseWhen = (isTold?: (rule: string) => boolean) =>
  listView({
    list,
    query: readListQuery({}),
    rows: [row],
    answers: new Map([[answerKey(list.id, 'C1'), answer]]),
    asAt: '2015-01-31',
    ...(isTold && { isTold }),
  }).overdue[0]!.promise

test('a list says that a promise was kept only while the figures hold the rule that it was made for', () => {
  expect(promiseWhen()).toBe('kept')
  expect(promiseWhen((rule) => rule !== cleared)).toBe('waiting')
})
