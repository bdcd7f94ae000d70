// What the caller sees: code-blocks one by one into planes of their sub-bands, and planes into resolutions.

import { LINES } from './wavelet'

export { decodeBlock } from './block'
export { setEnds, touchesEnd } from './ends'
export { copyPlane, setOutput, setSamples } from './output'
export { clearBlock, placeBlock } from './place-block'
export { setBand, setResolution, synthesise } from './wavelet'

/** Nothing of ours lies behind. */
export function heap(): usize {
  return __heap_base
}

export function lines(): usize {
  return LINES
}
