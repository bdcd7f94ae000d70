// One process of the measured bound: prepares its films or runs the model, and tells how many a second it did.

import { withLungs } from '../../../src/main/engine/checked-packs.ts'
import { createScoredFilms } from '../../../src/main/engine/scored-films.ts'
import { loadModel } from '../../../src/main/packs/load-model.ts'
import { lungFinder } from '../../../src/main/packs/lung-finder.ts'
import { readPack, type Pack } from '../../../src/main/packs/pack.ts'
import { openFilm, openPrepared, prepare } from '../../../src/main/pipeline/analyse.ts'
import { inputTensor } from '../../../src/main/pipeline/input-tensor.ts'
import { giveTensorBack } from '../../../src/main/pipeline/input-tensor/tensor-memory.ts'
import { findFilms } from '../../../src/main/pipeline/read/find-films.ts'
import type { HalfTask } from './bound.ts'

/** Long enough that a moment of other work does not decide. */
const LEAST_MS = 3000

process.once('message', (task) => {
  void rate(task as HalfTask).then((films) => {
    process.send?.(films)
    process.disconnect()
  })
})

async function rate({ half, folder, pack: packFolder, share }: HalfTask): Promise<number> {
  const { films } = await findFilms([folder], { recursive: true })
  // Where there are fewer films than processes, several take the same.
  const own = films.filter((_, i) => i % share.of === share.own % films.length)
  const pack = await readPack(packFolder)
  const tensorOf = await preparer(pack)
  const [first] = own
  if (first === undefined) return 0
  if (half === 'prepare') {
    const prepared = ({ path }: { path: string }) => tensorOf(path).then(giveTensorBack)
    return perSecond(own.map((film) => () => prepared(film)))
  }

  const { session } = await loadModel(pack, { threads: 1, provider: 'cpu' })
  const { width, height } = pack.card.input
  const tensor = await tensorOf(first.path)
  return perSecond([() => session.run('image', tensor, [1, 1, height, width])])
}

/** From the disk to the model's input, with the gate, and with the lungs where the pack wants them looked for. */
async function preparer(pack: Pack): Promise<(path: string) => Promise<Float32Array>> {
  const { input } = pack.card
  const { lungs: found } = await withLungs(pack)
  const finder = found && (await lungFinder(found))
  // In memory that is used again, as the engine has it.
  const films = createScoredFilms(openFilm)
  return async (path) => {
    // The model's input does not need the file's hash.
    const source = { path, frame: 0, hashed: false }
    const { film, lungs } = await openPrepared(source, { input, finder }, films.open, prepare)
    const tensor = inputTensor(film, lungs, input)
    films.done()
    return tensor
  }
}

/** Goes round the jobs, the first time uncounted as far as it warms up. */
async function perSecond(jobs: readonly (() => Promise<unknown>)[]): Promise<number> {
  for (const job of jobs.slice(0, 20)) await job()
  let done = 0
  const start = performance.now()
  while (performance.now() - start < LEAST_MS) await jobs[done++ % jobs.length]!()
  return (done * 1000) / (performance.now() - start)
}
