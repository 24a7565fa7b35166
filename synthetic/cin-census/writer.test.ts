import { describe, expect, test } from 'vitest'
import { elementsOf, faultsOf, readXml } from '../../tests/support/census-definition.ts'
import { censusChildLog, censusText, familyOf, happened } from '../../tests/support/census-world.ts'
import { numberOf } from '../day-number.ts'
import type { ChildLog } from '../event-log.ts'
import { CENSUS_EDITIONS } from './census-edition.ts'

const childOf = (text: string) => text.slice(text.indexOf('    <Child>\n'), text.indexOf('  </Children>'))
const namesIn = async (child: ChildLog, name: string, year = 2014) => {
  const { text } = await censusText([familyOf(child)], { year })
  return elementsOf(readXml(text), name).map((element) => element.text)
}

test('a child is in the census as the year knew her, what came after left out', async () => {
  const { file, rows, text } = await censusText([familyOf(censusChildLog())], { year: 2014 })
  expect([file, rows]).toEqual(['cin-census/CIN_2014_999.xml', 1])
  expect(text).toMatch(/^<\?xml version="1.0" encoding="utf-8"\?>\n<!-- Every child here is invented/)
  expect(text).toContain('<ReferenceDate>2014-03-31</ReferenceDate>')
  expect(text).toContain('<LEA>999</LEA>')
  // The conference is due 15 working days after 9 September. The assessment's factors are those of the first edition.
  expect(childOf(text)).toBe(`    <Child>
      <ChildIdentifiers>
        <LAchildID>1000001</LAchildID>
        <UPN>A999000000001</UPN>
        <PersonBirthDate>2005-06-10</PersonBirthDate>
        <GenderCurrent>2</GenderCurrent>
      </ChildIdentifiers>
      <ChildCharacteristics>
        <Ethnicity>WBRI</Ethnicity>
        <Disabilities>
          <Disability>LD</Disability>
          <Disability>AUT</Disability>
        </Disabilities>
      </ChildCharacteristics>
      <CINdetails>
        <CINreferralDate>2013-09-02</CINreferralDate>
        <ReferralSource>5B</ReferralSource>
        <PrimaryNeedCode>N1</PrimaryNeedCode>
        <Assessments>
          <AssessmentActualStartDate>2013-09-03</AssessmentActualStartDate>
          <AssessmentInternalReviewDate>2013-09-17</AssessmentInternalReviewDate>
          <AssessmentAuthorisationDate>2013-10-10</AssessmentAuthorisationDate>
          <FactorsIdentifiedAtAssessment>
            <AssessmentFactors>2B</AssessmentFactors>
            <AssessmentFactors>18A</AssessmentFactors>
            <AssessmentFactors>20</AssessmentFactors>
          </FactorsIdentifiedAtAssessment>
        </Assessments>
        <Section47>
          <S47ActualStartDate>2013-09-09</S47ActualStartDate>
          <InitialCPCtarget>2013-09-30</InitialCPCtarget>
          <DateOfInitialCPC>2013-09-30</DateOfInitialCPC>
          <ICPCnotRequired>0</ICPCnotRequired>
        </Section47>
        <ReferralNFA>0</ReferralNFA>
        <ChildProtectionPlans>
          <CPPstartDate>2013-09-30</CPPstartDate>
          <CPPendDate>2014-03-20</CPPendDate>
          <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
          <LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>
          <NumberOfPreviousCPP>1</NumberOfPreviousCPP>
          <Reviews>
            <CPPreviewDate>2013-12-20</CPPreviewDate>
          </Reviews>
        </ChildProtectionPlans>
      </CINdetails>
    </Child>
`)
})

test('the year after has her closure and the referral that came to nothing', async () => {
  const child = censusChildLog()
  expect(await namesIn(child, 'CINreferralDate', 2015)).toEqual(['2013-09-02', '2014-05-01'])
  expect(await namesIn(child, 'ReasonForClosure', 2015)).toEqual(['RC8'])
  expect(await namesIn(child, 'ReferralNFA', 2015)).toEqual(['0', '1'])
  expect(await namesIn(child, 'PrimaryNeedCode', 2015)).toEqual(['N1'])
  expect(await namesIn(child, 'Assessments', 2015)).toEqual([])
})

test('a child without a referral or open episode in the year is not in it', async () => {
  expect((await censusText([familyOf(censusChildLog())], { year: 2013 })).rows).toBe(0)
})

test('what was not recorded by the day the files are taken is not there', async () => {
  const known = { asAt: '2014-03-31', recordedTo: '2014-03-31' } as const
  const { text } = await censusText([familyOf(censusChildLog())], { year: 2014 }, known)
  expect(text).not.toContain('CPPendDate')
})

test('factors are written once the assessment is authorised', async () => {
  const child = censusChildLog()
  child.assessments[0]!.authorised = happened('2014-04-02')
  expect(await namesIn(child, 'AssessmentFactors')).toEqual([])
  expect(await namesIn(child, 'AssessmentFactors', 2015)).toEqual(['2B', '18A', '20'])
})

test('a child not yet born has an expected day of birth, no sex and no pupil number', async () => {
  const child = { ...censusChildLog(), bornOn: numberOf('2014-06-01') }
  expect(await namesIn(child, 'ExpectedPersonBirthDate')).toEqual(['2014-06-01'])
  expect(await namesIn(child, 'PersonBirthDate')).toEqual([])
  expect(await namesIn(child, 'GenderCurrent')).toEqual(['0'])
  expect(await namesIn(child, 'UPNunknown')).toEqual(['UN1'])
})

test('an enquiry that ended without need of a conference has no target for one', async () => {
  const child = censusChildLog()
  child.enquiries[0]!.conference = null
  expect(await namesIn(child, 'ICPCnotRequired')).toEqual(['1'])
  expect(await namesIn(child, 'InitialCPCtarget')).toEqual([])
})

describe.each(CENSUS_EDITIONS)('the edition of %i', (edition) => {
  test('has the elements, their order and the codes of its schema', async () => {
    const { text } = await censusText([familyOf(censusChildLog())], { year: 2014, edition })
    expect(faultsOf(text, edition)).toEqual([])
    const root = readXml(text)
    expect(elementsOf(root, 'CINPlanDates')).toHaveLength(edition >= 2022 ? 1 : 0)
    expect(elementsOf(root, edition >= 2025 ? 'Sex' : 'GenderCurrent')).toHaveLength(1)
    expect(elementsOf(root, 'ReferralSource')[0]!.text).toBe(edition >= 2023 ? '5D' : '5B')
    expect(elementsOf(root, 'AssessmentFactors').map((factor) => factor.text)).toEqual(
      edition < 2021 ? ['2B', '18A', '20'] : ['2B', '18B', '18C', edition < 2022 ? '20' : '24A'],
    )
  })
})

test('a file that is out of order, or has a code from later, is seen to be', async () => {
  const { text } = await censusText([familyOf(censusChildLog())], { year: 2014, edition: 2023 })
  expect(faultsOf(text, 2021)).toContain('Message/Children/Child/CINdetails/ReferralSource: 5D')
  const disordered = text.replace(/( *<Ethnicity>.*\n)((?:.*\n)*?)( *<\/Disabilities>\n)/, '$2$3$1')
  expect(faultsOf(disordered, 2023)).not.toEqual([])
  expect(faultsOf(text.replace('</UPN>', '</UPN>PersonBirthDate'), 2023)).toHaveLength(1)
})
