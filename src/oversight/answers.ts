import type { Answers, Services } from '../platform/room.ts'

/** What this room answers to questions of others. Each answer loads its own part only when it is asked for. */
export const oversightAnswers = (services: Services): Answers => ({
  accountLinks: async (person) => (await import('./conferences/account-links.ts')).calendarLinks(person),
  templateRows: async (council, asAt) => [
    await (await import('./conferences/kept-rows.ts')).conferenceRows(services.records, council, asAt),
    await (await import('./conferences/kept-rows.ts')).standardRows(services.records, council, asAt),
    ...(await (await import('./taskforce/kept-rows.ts')).taskforceRows(services.records, council, asAt)),
    ...(await (await import('./missing/template-rows.ts')).missingRows(services.records, council, asAt)),
  ],
  recordEvents: async (person, childId, today) => [
    ...(await (await import('./child/record-events.ts')).oversightEvents(services, person, childId, today)),
    ...(await (await import('./missing/missing-events.ts')).missingEvents(services, person, childId)),
  ],
  usesOfMeasure: async (person, series) => [
    ...(await (await import('./missing/measure-uses.ts')).changesAskedFor(services.records, person, series)),
    ...(await (
      await import('./conferences/counted-standards.ts')
    ).standardsOfMeasure(services, person, series)),
  ],
  boardMaterial: async (person, from, until) => [
    ...(await (await import('./clinics/board-material.ts')).clinicMaterial(services, person, from, until)),
    ...(await (await import('./guidance/board-material.ts')).guidanceMaterial(services, person, from, until)),
  ],
})
