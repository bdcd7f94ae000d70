// The order of the whole pipeline. The window, the command line, the tests and the benchmarks all call this.

import type { Analysis, FilmIdentity } from '../../shared/analysis.ts'
import type { Card } from '../../shared/card.ts'
import { decode } from './decode.ts'
import { enoughPixels } from './enough-pixels.ts'
import { explain } from './explain.ts'
import type { Film, FilmFile, ShutterSwitch } from './film.ts'
import { gate, gateWithoutLungs, type Verdict } from './gate.ts'
import { likenessOf, likenessWarning } from './gate/likeness.ts'
import { infer } from './infer.ts'
import { interpret } from './interpret.ts'
import type { Lungs } from '../../shared/lungs.ts'
import { locate, type LungFinder } from './locate.ts'
import { isBoxUnsure } from './locate/unsure-box.ts'
import type { Model } from './model.ts'
import { normalise } from './normalise.ts'
import { read } from './read.ts'

/** One frame of one file. */
export interface FrameSource {
  readonly path: string
  readonly frame: number
  /** Whether the SHA-256 of the file's bytes stands with its score, as it does where nothing is said. */
  readonly hashed?: boolean
}

export interface Models {
  readonly classifier: Model
  /** Null where none is installed: the gate then does without, and no map says how much of it lies in the lungs. */
  readonly finder: LungFinder | null
}

/** One frame for the screen, where a reader may want to see what a display shutter covers; scored films have them on. */
export interface ShownSource extends FrameSource {
  readonly shutters?: ShutterSwitch
}

/** One frame for a model. */
export interface ScoredSource extends FrameSource {
  /** That the model sees along the film's shorter side; `toScore` says how many. */
  readonly enoughPixels: number
}

/** As it is opened for a score wherever that is asked for, so that it is the same there. */
export function toScore(
  { path, frame, hashed = true }: FrameSource,
  input: Card['input'],
  finder: LungFinder | null,
): ScoredSource {
  return { path, frame, hashed, enoughPixels: enoughPixels(input, finder) }
}

/** From the disk to what is shown; `readFile` is for a caller with memory of its own for the file. */
export async function openFilm(
  { path, frame, shutters = 'on', enoughPixels: enough }: ShownSource & Partial<ScoredSource>,
  readFile: (path: string) => Promise<FilmFile> = read,
): Promise<Film> {
  const file = await readFile(path)
  const decoded = await decode(file, frame, { enough })
  return normalise(decoded, { shutters })
}

/** A film that was looked over before a model is asked about it, and turned if it was wrongly inverted. */
export interface Prepared {
  readonly film: Film
  readonly lungs: Lungs | null
  readonly verdict: Verdict
}

/** All that comes before the model; training's tensors are made after the same steps as those that are scored. */
export async function prepare(
  film: Film,
  finder: LungFinder | null,
  plain = gateWithoutLungs(film),
): Promise<Prepared> {
  const located = await locate(film, finder)
  const verdict = gate(film, located, plain)
  return { film: located.hanging === 'inverted' ? inverted(film) : film, lungs: located.lungs, verdict }
}

/** On a film that gets no score anyhow nobody looks for lungs. */
export async function prepareForScore(film: Film, finder: LungFinder | null): Promise<Prepared> {
  const plain = gateWithoutLungs(film)
  return plain.reasons.length > 0 ? { film, lungs: null, verdict: plain } : await prepare(film, finder, plain)
}

/**
 * Opened as for a score and prepared; once more with all its grain where that may move the box that the model sees. `look`
 * is one of the two above.
 */
export async function openPrepared(
  source: FrameSource,
  { input, finder }: Looker,
  open: (source: ScoredSource) => Promise<Film>,
  look: (film: Film, finder: LungFinder | null) => Promise<Prepared>,
): Promise<Prepared> {
  const scored = toScore(source, input, finder)
  const prepared = await look(await open(scored), finder)
  return needsItsGrain(prepared, { input, finder })
    ? await look(await open({ ...scored, enoughPixels: Infinity }), finder)
    : prepared
}

/** What a film is looked at with: the classifier's card says how. */
interface Looker {
  readonly input: Card['input']
  readonly finder: LungFinder | null
}

function needsItsGrain({ film, lungs, verdict }: Prepared, { input, finder }: Looker): boolean {
  if (film.mayBeCoarse !== true || input.view === 'film' || verdict.reasons.length > 0) return false
  return finder !== null && lungs !== null && isBoxUnsure(lungs, finder.card.threshold)
}

function inverted(film: Film): Film {
  return { ...film, grey: { ...film.grey, inverted: !film.grey.inverted } }
}

/** From the disk to a finding; `open` lets a caller that already shows the film hand over that very film. */
export async function analyse(
  source: FrameSource,
  { classifier, finder }: Models,
  open: (source: ScoredSource) => Promise<Film> = openFilm,
): Promise<Analysis> {
  const { card, session } = classifier
  const looker = { input: card.input, finder }
  const { film, lungs, verdict } = await openPrepared(source, looker, open, prepareForScore)
  const about = {
    film: identify(film, source),
    model: { id: card.id, version: card.version, sha256: card.sha256 },
  }

  const warnings = [...film.warnings, ...verdict.warnings]
  if (verdict.reasons.length > 0) return { status: 'refused', ...about, reasons: verdict.reasons, warnings }

  const outputs = await infer(film, lungs, classifier)
  const likeness = likenessOf(outputs.features, card)
  return {
    status: 'scored',
    ...about,
    provider: session.provider,
    ...interpret(outputs, card, likeness),
    maps: explain(outputs, { film, lungs, card }),
    lungs: lungs?.box ? { box: lungs.box, area: lungs.area } : null,
    likeness,
    warnings: [...warnings, ...likenessWarning(likeness)],
  }
}

function identify(
  { file, frame, frames, rows, columns }: Film,
  { hashed = true }: FrameSource,
): FilmIdentity {
  // To ask for the hash is to reckon it.
  return { name: file.name, sha256: hashed ? file.sha256 : null, frame, frames, rows, columns }
}
