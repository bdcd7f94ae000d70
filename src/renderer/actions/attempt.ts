import { toFailure } from '../../shared/errors.ts'
import { happened } from '../state/store.ts'

/** Does something that may fail in main, and tells the reader so in main's own sentence. */
export async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    happened({ type: 'message.added', tone: 'problem', text: toFailure(error).message })
  }
}
