// Which execution provider runs a model, and why not another.

const LEFT_TO_CPU = 'It is left to the CPU, and so are the films after it until Hilum is started again.'

export const providerStrings = {
  names: { cuda: 'CUDA', directml: 'DirectML', coreml: 'CoreML', webgpu: 'WebGPU', cpu: 'CPU' },
  outcomes: {
    accepted: 'accepted',
    disagrees: 'wrong figures',
    'fell-back': 'fell back',
    failed: 'failed',
    slow: 'too slow',
    died: 'crashed',
    unavailable: 'not here',
  },
  slower: 'slower than the CPU',
  verdict: (name: string, outcome: string, reason: string) => `${name}, ${outcome}: ${reason}`,
  times: ({ provider, cpu }: { provider: number; cpu: number }) =>
    `A film takes it ${provider.toFixed(1)} ms, the CPU ${cpu.toFixed(1)} ms.`,
  cpuChosen: 'The CPU was chosen; nothing else was asked for.',
  cpuMeanwhile: 'Until another provider has been tried, the CPU scores.',
  columns: ['  Provider', 'Verdict', 'Tried (UTC)', 'Worst p', 'Lowest r', 'ms/film', 'Reason'],
  trying: (name: string) =>
    `Trying ${name} with the model’s golden films; this is done once and can take a minute.`,
  accepted: (films: number, worst: { probability: number; correlation: number }, share: number) =>
    `Gave the stored figures for ${films} golden films (probabilities within ${worst.probability.toExponential(0)}, heat maps r ≥ ${worst.correlation.toFixed(5)}) and ran ${percent(share)} of the work itself.`,
  disagrees: (name: string, worst: { probability: number; correlation: number }) =>
    `${name} gave other figures than those stored with the model: probabilities differ by up to ${worst.probability.toPrecision(2)} (0.001 is allowed), heat maps correlate with r down to ${worst.correlation.toFixed(4)} (0.999 is asked).`,
  slow: (name: string, done: number, films: number) =>
    `${name} was so slow that it was stopped after ${done} of ${films} golden films.`,
  fellBack: (name: string, share: number, strays: readonly string[]) =>
    `${name} ran only ${percent(share)} of the work itself; elsewhere ran ${strays.slice(0, 4).join(', ') || 'everything'}.`,
  died: (name: string) => `${name} ended the process that tried it.`,
  diedEarlier: (name: string) =>
    `When ${name} was tried, Hilum or the machine ended before there was an answer.`,
  hung: (name: string, seconds: number) =>
    `${name} gave no answer in ${seconds} seconds; “hilum providers --again” tries it once more.`,
  noTemporaryFolder: (folder: string, code: string) =>
    `No folder can be made in ${folder} (${code}), so no provider can be tried and the CPU is used. See that you may write there and that the disk has room.`,
  notBuiltIn: (name: string) => `This build of ONNX Runtime has no ${name}.`,
  noGolden:
    'The model brings no golden films (golden.json) that can be read, so nothing but the CPU can be trusted with it.',
  noProfile: 'ONNX Runtime wrote no profile, so it is not known what ran the model.',
  otherPlatform: (name: string) => `ONNX Runtime has ${name} for other platforms only.`,
  noNvidia: 'No NVIDIA driver is loaded.',
  noCudaLibraries: (files: string) =>
    `The CUDA libraries are missing (${files}); npm run setup:cuda fetches them.`,
  noVulkanLoader: 'There is no Vulkan loader (libvulkan.so.1).',
  noVulkanDriver: 'There is no Vulkan driver.',
  beingTried: (name: string) => `${name} is being tried by another Hilum just now.`,
  unfit: (name: string, reason: string) =>
    `${name} can’t be used: ${reason} Leave the choice to Hilum, or choose the CPU.`,
  cpuDisagrees: (reason: string) =>
    `${reason} Films are scored on it all the same, since there is nothing else, and their scores may be wrong. Install the model again, then run “hilum providers --again”.`,
  gaveOut: (model: string, name = 'It') =>
    `${name} gave out on the model “${model}” and is not used for it until Hilum is started again.`,
  diedLoading: (name: string) => `While the model was loaded on ${name}, the analysis process ended or hung.`,
  droppedLoading: (reason: string) =>
    `${reason} Films are scored on the CPU instead, until Hilum is started again.`,
  droppedFailed: (film: string, name: string, reason: string) =>
    `${film} could not be scored on ${name} (${reason}). ${LEFT_TO_CPU}`,
  droppedUnfit: (film: string, name: string) =>
    `${name} gave figures for ${film} that the model can’t give. ${LEFT_TO_CPU}`,
  droppedDied: (film: string, name: string) =>
    `While ${film} was scored on ${name}, the analysis process ended or hung. ${LEFT_TO_CPU}`,
} as const

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.995 ? 1 : 0)} %`
}
