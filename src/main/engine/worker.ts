// The engine's own process: it holds the ONNX Runtime session and runs the pipeline, so that neither a slow run
// nor a native crash can reach the window. Electron forks it as a utility process, plain Node as a child process.

import { analyse, openFilm } from '../pipeline/analyse.ts'
import { filmFacts } from '../pipeline/film-facts.ts'
import { inputTensor } from '../pipeline/input-tensor.ts'
import { inspect } from '../pipeline/inspect.ts'
import type { Model } from '../pipeline/model.ts'
import { picture } from '../pipeline/picture.ts'
import { loadModel } from '../packs/load-model.ts'
import { readPack } from '../packs/pack.ts'
import { HilumError, toFailure } from '../../shared/errors.ts'
import { createFilmCache } from './film-cache.ts'
import { parentPort } from './parent-port.ts'
import type { Call, EngineMethods, Reply } from './protocol.ts'

const films = createFilmCache(openFilm)
let model: Model | undefined
let loadFailure = new HilumError(
  'PACK_NOT_FOUND',
  'No model is loaded, so nothing can be scored. Choose a model.',
)

const methods: {
  [Method in keyof EngineMethods]: (
    input: EngineMethods[Method]['input'],
  ) => Promise<EngineMethods[Method]['output']>
} = {
  load: async ({ folder, threads }) => {
    const former = model
    model = undefined
    await former?.session.release()
    model = await load(folder, threads)
    return { provider: model.session.provider }
  },
  open: (source) => films.open(source),
  analyse: (source) => analyse(source, loaded(), films.open),
  picture: async ({ longSide, ...source }) => {
    const film = await films.open(source)
    return { ...picture(film, longSide), facts: filmFacts(film) }
  },
  tensor: async (source) => {
    const { input } = loaded().card
    const film = await films.open(source)
    return {
      data: inputTensor(film, input),
      rows: input.height,
      columns: input.width,
      frames: film.frames,
      sha256: film.file.sha256,
    }
  },
  inspect: ({ path }) => inspect(path),
}

/** A model that could not be loaded is the reason for every film that then can't be scored. */
async function load(folder: string, threads: number): Promise<Model> {
  try {
    return await loadModel(await readPack(folder), { threads, provider: 'cpu' })
  } catch (error) {
    if (error instanceof HilumError) loadFailure = error
    throw error
  }
}

function loaded(): Model {
  if (model) return model
  throw loadFailure
}

async function answer({ id, method, input }: Call): Promise<Reply> {
  try {
    // Each method takes its own input; the pair cannot be told apart by the type of `method` alone.
    const run = methods[method] as (input: unknown) => Promise<unknown>
    return { id, ok: true, value: await run(input) }
  } catch (error) {
    return { id, ...toFailure(error) }
  }
}

const port = parentPort()
port.onMessage((call) => {
  void answer(call as Call).then((reply) => port.post(reply))
})
