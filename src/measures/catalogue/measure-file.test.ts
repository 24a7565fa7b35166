import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { buildTestDataset } from '../../../tests/support/dataset.ts'
import { catalogue, MEASURES, readMeasures, seriesOf } from './catalogue.ts'
import { describeFieldShort } from './field-words.ts'
import { writeMeasureCases } from '../engine/measure-cases.ts'
import { readMeasure } from './measure-file.ts'

const good = `-- title:       Things done in time
-- asks:        Do we do things in time?
-- shows:       rate, %, higher is better
-- placed:      flow: the day it was done
-- met:         done on or before the day,
--              and seen to be
-- counts:      things done
-- leaves out:  nothing
-- clock:       none
-- needs:       contacts.contact_date
-- standard:    none
-- source:      our own
-- version:     1 (2014-04-01)   look again: 2027-11
-- series:      early (headline): early in the month
-- series:      late: late in the month
--   met:       done late

select 'early' as series, child_key, contact_id as case_id, contact_date as on_date, team, worker, true as met, null as value
from contacts;
`
const changed = (from: string | RegExp, to: string) => () =>
  readMeasure('front-door', 'fd-things', good.replace(from, to))

test('the header of a measure is the definition that its readers see', () => {
  const { series } = readMeasure('front-door', 'fd-things', good)
  expect(series.map(({ definition }) => definition)).toMatchObject([
    {
      id: 'fd-things.early',
      area: 'front-door',
      title: 'Things done in time',
      label: 'early in the month',
      headline: true,
      kind: 'rate',
      unit: '%',
      polarity: 'higher',
      timing: 'flow',
      placedBy: 'the day it was done',
      numerator: 'done on or before the day, and seen to be',
      denominator: 'things done',
      needs: ['contacts.contact_date'],
      version: '1',
      versionFrom: '2014-04-01',
      lookAgain: '2027-11',
    },
    { id: 'fd-things.late', headline: false, numerator: 'done late' },
  ])
})

test('a header that cannot be read names the file and the line', () => {
  expect(changed('-- asks: ', '-- axes: ')).toThrow("front-door/fd-things.sql:2: 'axes' is no field")
  expect(changed('rate, %, higher', 'rate, %, more')).toThrow(
    "front-door/fd-things.sql:3: 'shows' cannot be read",
  )
  expect(changed('flow: the', 'the')).toThrow("front-door/fd-things.sql:4: 'placed' cannot be read")
  expect(changed('(2014-04-01)', '(2014-04-31)')).toThrow(
    "front-door/fd-things.sql:13: 'version' cannot be read",
  )
  expect(changed(/-- clock: .*\n/, '')).toThrow("front-door/fd-things.sql:1: the header does not say 'clock'")
  expect(changed(/-- counts: .*\n/, '')).toThrow("a rate says in 'counts' what it is a share of")
  expect(changed('-- clock: ', '-- met:   ')).toThrow("front-door/fd-things.sql:9: 'met' is said twice")
  expect(changed('late: late', 'early: late')).toThrow("the series 'early' is declared twice")
  expect(changed('late: late', 'late (headline): late')).toThrow('there is a headline already')
})

test('two measures of one id stop the program, naming both', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-measures-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const area of ['cin', 'cp']) {
    mkdirSync(join(folder, area))
    writeFileSync(join(folder, area, 'same.sql'), good)
  }
  expect(() => readMeasures(pathToFileURL(`${folder}/`))).toThrow(
    "cp/same.sql:1: the id 'same' is taken by cin/same.sql",
  )
})

test('a measure that needs a field which no dataset has, or whose SQL does not run, stops the sealing', async () => {
  const insert = `insert into contacts (contact_id, child_key, contact_date) values ('one', 1, '2015-01-05')`
  const sealWith = async (from: string, to: string) =>
    writeMeasureCases(await buildTestDataset({ asAt: '2015-01-31', insert }), [
      readMeasure('front-door', 'fd-things', good.replace(from, to)),
    ])
  await expect(sealWith('-- needs:       contacts.', '-- needs:       contracts.')).rejects.toThrow(
    "front-door/fd-things.sql:10: the dataset has no 'contracts.contact_date'",
  )
  await expect(sealWith('from contacts;', 'from contracts;')).rejects.toThrow(
    'front-door/fd-things.sql:19: the measure does not run',
  )
})

test('every measure is in the catalogue once, and a bare id is its headline', () => {
  const ids = catalogue().map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(MEASURES).toHaveLength(107)
  expect(seriesOf('as-completed-45wd')?.id).toBe('as-completed-45wd.from_start')
  expect(seriesOf('cp-rate')?.id).toBe('cp-rate.open')
  expect(seriesOf('lac-flow')?.id).toBe('lac-flow.starts')
  expect(seriesOf('wf-caseload')?.id).toBe('wf-caseload.mean')
  expect(seriesOf('fd-contacts')?.id).toBe('fd-contacts')
  expect(seriesOf('no-such-measure')).toBeNull()
})

test('every field that a measure needs has words of its own', () => {
  const fields = [...new Set(catalogue().flatMap(({ needs }) => needs))]
  expect(fields.filter((field) => describeFieldShort(field) === field)).toEqual([])
})
