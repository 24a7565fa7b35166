import { expect, test } from 'vitest'
import { csvText, filesWith, intakeOf, type TestCell } from '../../../tests/support/annex-a-files.ts'
import { moduleHeader } from './module-header.ts'
import { CENSUS_MODULES } from '../../standards/cin-census/modules.ts'

const csv = (header: string, ...rows: TestCell[][]) => csvText([header.split(','), ...rows])

test('each module is known by its columns, in any order and with row numbers before them', () => {
  for (const module of CENSUS_MODULES) {
    const names = module.fields.map(({ name }) => name)
    expect(moduleHeader(names)?.table).toBe(module)
    expect(moduleHeader(['', ...names.toReversed()])?.table).toBe(module)
  }
  expect(moduleHeader(['LAchildID', 'CINdetailsID', 'DateOfInitialCPC'])).toBeNull()
  expect(moduleHeader(['Child ID', 'Ethnicity'])).toBeNull()
})

test('a set of files, a module each, is one census, as at the end of the year in which cases closed', async () => {
  const paths = await filesWith({
    'CINdetails.csv': csv(
      ',LAchildID,CINdetailsID,CINreferralDate,ReferralSource,PrimaryNeedCode,CINclosureDate,ReasonForClosure,DateOfInitialCPC,ReferralNFA',
      [0, 'A', 1, '13/07/2014', '6', 'N1', '02/02/2015', 'RC8', '', 'FALSE'],
      [1, 'A', 2, '01/03/2015', '4', '', '', '', '', 'TRUE'],
    ),
    'Assessments.csv': csv(
      ',LAchildID,CINdetailsID,AssessmentActualStartDate,AssessmentInternalReviewDate,AssessmentAuthorisationDate,AssessmentFactors',
      [0, 'A', 1, '2014-07-14', '', '2014-08-20', '2B'],
      [1, 'A', 1, '2014-07-14', '', '2014-08-20', '18C'],
    ),
    'CINplanDates.csv': csv('LAchildID,CINdetailsID,CINPlanStartDate,CINPlanEndDate', [
      'A',
      1,
      '2014-08-21',
      '',
    ]),
  })
  const { report, rows } = await intakeOf(paths)
  expect(report).toMatchObject({ accepted: true, asAt: '2015-03-31', asAtFrom: 'return-year' })
  expect(rows.map(({ table }) => table.slice(11)).toSorted()).toEqual([
    'Assessments',
    'Assessments',
    'CINPlanDates',
    'CINdetails',
    'CINdetails',
  ])
  expect(rows.find(({ table }) => table === 'cin-census/CINdetails')?.values).toMatchObject({
    CINdetailsID: 1,
    CINreferralDate: '2014-07-13',
    ReferralNFA: false,
  })
})
