// Scores many films on several engines at once. The window and the command line both call this.

import { REFUSALS_OF_FILE, type Analysis } from '../../shared/analysis.ts'
import { HilumError, toFailure, type Failure } from '../../shared/errors.ts'
import type { Engine } from './client.ts'

/** A film to score; `name` is what errors call it. */
export interface ScoreTask {
  readonly path: string
  readonly name: string
}

export interface ScoreOutcome {
  /** The place of its film in the list of tasks. */
  readonly index: number
  readonly frame: number
  readonly result: Analysis | Failure
}

export interface ScoreOptions {
  /** Whether each film is told with the SHA-256 of its file. */
  readonly hashed?: boolean
  /** Told of each frame when it is done, in no order. */
  readonly onOutcome: (outcome: ScoreOutcome) => void
  readonly signal?: AbortSignal
}

export async function scoreFilms(
  tasks: readonly ScoreTask[],
  engines: readonly Engine[],
  { hashed = true, onOutcome, signal }: ScoreOptions,
): Promise<void> {
  let next = 0
  // Each engine takes the next film when it is free, so a slow film holds up nobody.
  const lane = async (engine: Engine, left: number) => {
    while (tasks.length - next > left && signal?.aborted !== true) {
      const index = next++
      await scoreFrames(index, tasks[index]!, engine, { hashed, onOutcome })
    }
  }
  // And knows one more, which it opens meanwhile and need not wait for; the last films are for whoever is free.
  const laneAhead = (engine: Engine) => lane(engine, engines.length)
  await Promise.all([...engines.map((engine) => lane(engine, 0)), ...engines.map(laneAhead)])
}

async function scoreFrames(
  index: number,
  { path, name }: ScoreTask,
  engine: Engine,
  { hashed, onOutcome }: Required<Pick<ScoreOptions, 'hashed' | 'onOutcome'>>,
): Promise<void> {
  // How many there are is known with the first that can be read.
  let frames = 1
  for (let frame = 0; frame < frames; frame++) {
    const result = await outcome(engine.call('analyse', { path, frame, hashed }, name))
    onOutcome({ index, frame, result })
    if (holdsForAllFrames(result)) return
    if (!('ok' in result)) frames = result.film.frames
  }
}

/** A frame that is blank or damaged says nothing of the next; a file that is gone, or shows a hand, does. */
function holdsForAllFrames(result: Analysis | Failure): boolean {
  if ('ok' in result) return /^(READ|PACK|CANCELLED)/.test(result.code)
  return result.status === 'refused' && result.reasons.some(({ code }) => REFUSALS_OF_FILE.has(code))
}

async function outcome(analysis: Promise<Analysis>): Promise<Analysis | Failure> {
  try {
    return await analysis
  } catch (error) {
    if (error instanceof HilumError) return toFailure(error)
    throw error
  }
}
