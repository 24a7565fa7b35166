import { allow, operator } from '../../access/index.ts'
import type { Services } from '../../platform/room.ts'
import { addRecord, recordTransaction } from '../../records/index.ts'
import { guidance, guidanceBriefing, guidanceVersion } from './guidance.ts'
import { issueGuidance, recordBriefings, setPracticeStandards } from './permissions.ts'
import { practiceStandard } from './practice-standard.ts'

/** Guidance that is issued, with a briefing, and a practice standard. */
export async function guidanceThings(
  { records, clock }: Pick<Services, 'records' | 'clock'>,
  council: string,
): Promise<Readonly<Record<string, string>>> {
  const person = operator(council)
  const issue = allow(person, issueGuidance)
  return await recordTransaction(records, issue, clock, guidance, async (open) => {
    const guidanceId = await addRecord(open, guidance, {
      title: `Guidance of ${council}`,
      roles: 'Social worker\nTeam manager',
      teams: '',
      confirmWithin: 10,
      serves: '',
    })
    const guidanceVersionId = await addRecord(open, guidanceVersion, {
      guidanceId,
      issuedOn: '2015-02-02',
      fromOn: '2015-02-02',
      issuedBy: 'Head of service',
      summary: `Of ${council}`,
      link: '',
      body: 'The text',
      changed: '',
    })
    const briefing = { ...open, pass: allow(person, recordBriefings) }
    const standard = { ...open, pass: allow(person, setPracticeStandards) }
    return {
      guidance: guidanceId,
      guidance_version: guidanceVersionId,
      guidance_briefing: await addRecord(briefing, guidanceBriefing, {
        guidanceVersionId,
        heldOn: '2015-02-03',
        audience: `Teams of ${council}`,
        ledBy: 'Head of service',
        attended: 12,
      }),
      practice_standard: await addRecord(standard, practiceStandard, {
        clock: 'need_visits',
        fromOn: '2015-02-02',
        firstWithin: 10,
        thenEvery: 20,
        agreedBy: 'Head of service',
        why: '',
      }),
    }
  })
}
