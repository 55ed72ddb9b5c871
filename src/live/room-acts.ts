import type { Room } from './hub.ts'
import type { Rights } from './rights.ts'
import { readFollowerAction } from './actions.ts'
import { createRates } from './rates.ts'

/** Does what followers send, each within what one person may say; tells why where it does not. */
export function roomActs(
  room: Pick<Room, 'follow'>,
  rights: Rights,
  now?: () => number,
): (sent: Record<string, unknown>) => Promise<string | undefined> {
  const byVoter = createRates({ burst: 30, perSecond: 3 }, now)
  const questions = createRates({ burst: 3, perSecond: 0.1 }, now)
  return async (sent) => {
    const voter = rights.voterOf(sent.name)
    const action = readFollowerAction(sent)
    if (!voter || !action)
      return 'This message cannot be understood.'
    if (!byVoter(voter) || (action.do === 'ask' && !questions(voter)))
      return 'Too much at once; wait a little.'
    return room.follow(action, voter)
  }
}
