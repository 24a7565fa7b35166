import type { Services } from '../platform/room.ts'
import { allow } from './pass.ts'
import { operator } from './person.ts'
import { restrictChild } from './restriction-store.ts'

/** For the access matrix: a restricted record of each council, of a child who is in no data. */
export const restrictionThings = async (
  { records, clock }: Pick<Services, 'records' | 'clock'>,
  council: string,
) => ({
  restriction: await restrictChild(records, clock, allow(operator(council), 'restrictions:write'), {
    child: `Nobody of ${council}`,
    reason: 'Related to a member of staff',
    from: clock.today(),
    people: [],
  }),
})
