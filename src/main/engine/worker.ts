// The engine's own process: it holds the ONNX Runtime session and runs the pipeline, so that neither a slow run
// nor a native crash can reach the window. Electron forks it as a utility process, plain Node as a child process.

import { flushCompileCache } from 'node:module'
import { openFilm, type FrameSource } from '../pipeline/analyse.ts'
import { filmFacts } from '../pipeline/film-facts.ts'
import { inspect } from '../pipeline/inspect.ts'
import { picture } from '../pipeline/picture.ts'
import { read } from '../pipeline/read.ts'
import { toFailure } from '../../shared/errors.ts'
import { shadeAsTold } from '../../shared/greyscale/shade.ts'
import { createFilmCache } from './film-cache.ts'
import { guardMemory, STARTER_WATCHES } from './memory-guard.ts'
import { parentPort } from './parent-port.ts'
import type { Call, EngineMethods, Reply, Step } from './protocol.ts'
import { createScoredFilms } from './scored-films.ts'
import { Scorer } from './scorer.ts'

const scored = createScoredFilms(openFilm)
const films = createFilmCache((source) => openFilm(source, readHere), scored.open)
const scorer = new Scorer(films.openOnce)

/** This process may wait for a near disk, which is there sooner than another thread answers. */
function readHere(path: string) {
  return read(path, { allocate: (size) => Buffer.allocUnsafeSlow(size) })
}

const methods: {
  [Method in keyof EngineMethods]: (
    input: EngineMethods[Method]['input'],
    onStep: (step: number) => void,
  ) => Promise<EngineMethods[Method]['output']>
} = {
  load: (input) => scorer.load(input),
  try: async ({ pack, provider, ...parts }) => {
    const { tryProvider } = await import('../providers/try-provider.ts')
    return tryProvider(pack, provider, parts)
  },
  open: (source) => films.open(source),
  analyse: (source) => scorer.analyse(source),
  occlude: (source, onStep) => scorer.occlude(source, onStep),
  picture: async ({ longSide, shade: told, ...source }) => {
    const film = await films.open(source)
    const shade = told ? shadeAsTold(told, film) : undefined
    return { ...picture(film, longSide, shade), facts: filmFacts(film, shade) }
  },
  tensor: (input) => scorer.tensor(input),
  inspect: ({ path }) => inspect(path),
}

async function answer({ id, method, input }: Call): Promise<Reply> {
  try {
    // Each method takes its own input; the pair cannot be told apart by the type of `method` alone.
    const run = methods[method] as (input: unknown, onStep: (step: number) => void) => Promise<unknown>
    const onStep = (step: number) => port.post({ id, step } satisfies Step)
    return { id, ok: true, value: await run(input, onStep) }
  } catch (error) {
    return { id, ...toFailure(error) }
  }
}

let kept = false

/** Whoever started the process ends it without notice, so what Node would keep at its end is kept after the first film. */
function keepCompiled(): void {
  if (!kept) flushCompileCache()
  kept = true
}

if (!STARTER_WATCHES) guardMemory()
const port = parentPort()
let last = Promise.resolve()
let unanswered = 0
port.onMessage((message) => {
  const call = message as Call
  const next = call.method === 'analyse' ? scorer.toScore(call.input as FrameSource) : undefined
  if (unanswered++ > 0 && next !== undefined) scored.expect(next)
  // The model runs on one film after the other, so that the replies are in the order of the calls.
  last = last.then(async () => {
    port.post(await answer(call))
    scored.done()
    unanswered--
    if (call.method === 'analyse') keepCompiled()
  })
})
