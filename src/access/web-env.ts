import type { FrameProps } from '../ui/frame.tsx'
import type { Person } from './person.ts'

/** What a room's page knows of a request: the signed-in person and the frame around the page. */
export interface WebEnv {
  Variables: {
    person: Person
    frame: FrameProps
  }
}

/** For pages that are open to anyone; `token` is the secret in this browser's cookie. */
export interface VisitorEnv {
  Variables: {
    token: string
    person: Person | null
    frame: FrameProps
  }
}
