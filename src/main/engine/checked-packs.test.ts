import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { readPack } from '../packs/pack.ts'
import { openFilm } from '../pipeline/analyse.ts'
import { withLungs } from './checked-packs.ts'
import { Scorer } from './scorer.ts'

const tiny = await readPack(fileURLToPath(new URL('../packs/fixtures/tiny', import.meta.url)))

test('a classifier that does without the lungs is given no model for them', async () => {
  assert.deepEqual(await withLungs(tiny), { pack: tiny, lungs: null })
})

test('for tensors of the lungs it is given the one that Hilum brings', async () => {
  assert.equal((await withLungs(tiny, 'lungs')).lungs?.card.id, 'lungs')
})

test('one that looks at the lungs alone is refused where nothing finds them', async () => {
  const input = { ...tiny.card.input, view: 'lungs' as const }
  const pack = { ...tiny, card: { ...tiny.card, input } }
  await assert.rejects(new Scorer(openFilm).load({ pack, lungs: null, threads: 1 }), {
    code: 'PACK_NOT_FOUND',
    message:
      /^The model “tiny” looks at the lungs alone, and the model “lungs”, .* is not installed\. Install it\.$/,
  })
})
