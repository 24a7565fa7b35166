import { allow, may } from '../access/index.ts'
import type { Answers, Services } from '../platform/room.ts'
import { listMeetings } from './meeting-store.ts'
import { sentencesFor } from './report-sentences.ts'

/** What the pages of measures and of the plan show from the Board report. */
export const boardAnswers = (services: Services): Answers => ({
  async usesOfMeasure(person, series) {
    const sentences = await sentencesFor(services, person, { series: series.id })
    return [...Map.groupBy(sentences, ({ where }) => where)].map(([where, inParagraph]) => ({
      text: `Board report, ${where.toLowerCase()}`,
      href: inParagraph[0]!.href,
      ...(inParagraph.some(({ resolved }) => !resolved) && { alert: 'sentence to resolve' }),
    }))
  },
  sentencesOnRecommendation: (person, recommendation) => sentencesFor(services, person, { recommendation }),
  async meetingDays(person) {
    if (!may(person, 'report:read')) return []
    const held = await listMeetings(services.records, allow(person, 'report:read'))
    return held.map(({ heldOn }) => heldOn)
  },
})
