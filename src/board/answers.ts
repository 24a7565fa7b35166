import { allow, may } from '../access/index.ts'
import type { Answers, Services } from '../platform/room.ts'
import { meetings } from './meeting-store.ts'
import { sentencesFor } from './sentence-reading.ts'

/** What measures and the plan ask of the Board. */
export const boardAnswers = (services: Services): Answers => ({
  async usesOfMeasure(person, series) {
    const sentences = await sentencesFor(services, person, { series: series.id })
    return [...Map.groupBy(sentences, ({ where }) => where)].map(([where, inParagraph]) => ({
      text: `Board report, ${where.toLowerCase()}`,
      href: inParagraph[0]!.href,
      ...(inParagraph.some(({ settled }) => !settled) && { alert: 'sentence to settle' }),
    }))
  },
  sentencesOnRecommendation: (person, recommendation) => sentencesFor(services, person, { recommendation }),
  async meetingDays(person) {
    if (!may(person, 'report:read')) return []
    const held = await meetings(services.records, allow(person, 'report:read'))
    return held.map(({ heldOn }) => heldOn)
  },
})
