import { availableParallelism } from 'node:os'
import type { ProviderState } from '../../shared/provider.ts'
import { strings } from '../../shared/strings.en.ts'
import { startNodeProcess } from '../engine/node-process.ts'
import { faultOfCpu, isUsedByItself, providerStates } from '../engine/settle-provider.ts'
import { places } from '../places.ts'
import { chosenPack } from './chosen-pack.ts'
import { dataFolder } from './data-folder.ts'
import { EXIT } from './exit-codes.ts'
import type { ProvidersOptions } from './options.ts'
import { giveOut, say } from './speak.ts'

const words = strings.providers

/** What this machine can run the model on; what was not tried yet is tried now. */
export async function listProviders(
  { json, model, again }: ProvidersOptions,
  signal: AbortSignal,
): Promise<number> {
  const pack = await chosenPack(model)
  const { id, version, sha256 } = pack.card
  const states = await providerStates(pack, {
    start: () => startNodeProcess(places.worker),
    dataFolder: dataFolder(),
    threads: availableParallelism(),
    again: again === true,
    tell: say,
    signal,
  })
  // The CPU is among them, and last.
  const used = states.find((state) => state.provider === 'cpu' || isUsedByItself(state))!
  const about = { schema: 'hilum/provider-list@1', model: { id, version, sha256 } }
  await giveOut(json ? asJson({ ...about, used: used.provider }, states) : asText(states, used))
  const fault = await faultOfCpu(pack, { dataFolder: dataFolder() })
  if (fault === undefined) return EXIT.done
  say(`${fault.code}: ${fault.message}`)
  return EXIT.failed
}

function asJson(about: object, states: readonly ProviderState[]): string {
  const providers = states.map(({ provider, outcome, reason, at, worst, share, milliseconds }) => {
    return { provider, outcome, reason, at, worst, share, milliseconds }
  })
  return `${JSON.stringify({ ...about, providers }, null, 2)}\n`
}

function asText(states: readonly ProviderState[], used: ProviderState): string {
  const rows = [words.columns, ...states.map((state) => row(state, used))]
  const widths = words.columns.map((_, i) => Math.max(...rows.map((cells) => (cells[i] ?? '').length)))
  return rows
    .map(
      (cells) =>
        `${cells
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

function row(state: ProviderState, used: ProviderState): string[] {
  const { provider, outcome, reason, at, worst, milliseconds } = state
  return [
    `${state === used ? '*' : ' '} ${provider}`,
    words.outcomes[outcome],
    at === null ? '-' : at.slice(0, 16).replace('T', ' '),
    worst === null ? '-' : worst.probability.toExponential(1),
    worst === null ? '-' : worst.correlation.toFixed(5),
    milliseconds === null ? '-' : milliseconds.provider.toFixed(1),
    reason,
  ]
}
