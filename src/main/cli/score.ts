import type { ScoreFile } from '../../shared/score-file.ts'
import { strings } from '../../shared/strings.en.ts'
import { scoreCsv } from '../export/score-csv.ts'
import { scoreJson } from '../export/score-json.ts'
import { scoreTable } from '../export/score-table.ts'
import { filmLoad } from '../engine/film-load.ts'
import { chosenPack } from './chosen-pack.ts'
import { withEngines, type EngineNeeds, type Engines } from './engines.ts'
import { EXIT } from './exit-codes.ts'
import { filmsOf, find, inputsOf } from './find.ts'
import { discardAll, openOutputs, refuseInputs, refuseSamePlace } from './outputs.ts'
import type { ScoreOptions } from './options.ts'
import { scoreRun, type ScoreRun } from './score-run.ts'
import { giveOut, say, sayFailures } from './speak.ts'

type Format = 'csv' | 'json' | 'pdf'

export async function score(
  paths: readonly string[],
  options: ScoreOptions,
  { first, signal }: Pick<EngineNeeds, 'first' | 'signal'>,
): Promise<number> {
  const { csv, json, pdf } = options
  const asked: Record<Format, string | undefined> = { csv, json, pdf }
  refuseSamePlace(asked)
  const [pack, finds] = await Promise.all([chosenPack(options.model), find(paths, { ...options, signal })])
  await refuseInputs(asked, inputsOf(paths, finds))
  const outputs = await openOutputs(asked)
  try {
    const load = await filmLoad(filmsOf(finds))
    const needs = { ...load, pack, provider: options.provider, first, signal }
    const run = await withEngines(needs, async (running) => {
      const kept = pdf === undefined ? 'rows' : 'outcomes'
      const scored = await scoreRun(finds, pack, { ...running, kept, hashed: options.hash })
      return { ...scored, pdf: pdf === undefined ? undefined : await report(scored, running) }
    })
    if (outputs.size === 0) await giveOut(scoreTable(run.scores, labelsOf(run)))
    for (const [format, output] of outputs) await output.write(content(format, run))
    for (const output of outputs.values()) await output.commit()
    return tellOutcome(run.scores)
  } finally {
    await discardAll(outputs.values())
  }
}

/** The PDF library is loaded for those who ask for a PDF. */
async function report(run: ScoreRun, running: Engines): Promise<Uint8Array> {
  const { scoreReport } = await import('./score-report.ts')
  return scoreReport(run, running)
}

function content(format: Format, run: ScoreRun & { pdf: Uint8Array | undefined }): string | Uint8Array {
  switch (format) {
    case 'csv':
      return scoreCsv(run.scores, labelsOf(run))
    case 'json':
      return scoreJson(run.scores)
    case 'pdf':
      if (run.pdf === undefined) throw new TypeError('the report was not composed')
      return run.pdf
  }
}

function labelsOf({ pack }: ScoreRun): string[] {
  return pack.card.labels.map(({ id }) => id)
}

function tellOutcome({ results, model, provider, durationMs }: ScoreFile): number {
  const count = (status: string) => results.filter((result) => result.status === status).length
  const failures = results.filter(({ status }) => status === 'failed')
  sayFailures(failures.map(({ code, message }) => `${code ?? ''}: ${message ?? ''}`))
  sayProviderLeft(results)
  say(
    `${count('scored')} scored, ${count('refused')} refused, ${failures.length} failed in ` +
      `${(durationMs / 1000).toFixed(1)} s (${model.id} ${model.version}${provider === '' ? '' : `, ${provider}`}). ${strings.notice}`,
  )
  return failures.length === 0 ? EXIT.done : EXIT.someFailed
}

/** Engines that have a film each while a provider gives out tell of it each, and the reader need be told once. */
function sayProviderLeft(results: ScoreFile['results']): void {
  const warnings = results.flatMap((result) => result.warnings)
  const left = warnings.find(({ code }) => code === 'ENGINE_PROVIDER_DROPPED')
  if (left !== undefined) say(`${left.code}: ${left.message}`)
}
