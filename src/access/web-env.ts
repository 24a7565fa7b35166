import type { FrameProps } from '../ui/frame.tsx'
import type { Person } from './person.ts'

/** What the web door has settled before a room's page runs: who is asking, and the frame around the page. */
export interface WebEnv {
  Variables: {
    person: Person
    frame: FrameProps
  }
}
