import type { Answers, Services } from '../platform/room.ts'
import { clinicMaterial } from './clinics/board-material.ts'

/** What this room answers to questions of others. */
export const oversightAnswers = (services: Services): Answers => ({
  boardMaterial: (person, from, until) => clinicMaterial(services, person, from, until),
})
