import type { FrameProps } from '../ui/frame.tsx'
import type { Person } from './person.ts'

/** What is known of a request before a room's page runs: who is asking, and the frame around the page. */
export interface WebEnv {
  Variables: {
    person: Person
    frame: FrameProps
  }
}

/** The same for pages that are open to anyone, with the secret of this browser's cookie. */
export interface VisitorEnv {
  Variables: {
    token: string
    person: Person | null
    frame: FrameProps
  }
}
