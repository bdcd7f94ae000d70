import type { RefusalReason, Warning } from '../../../shared/analysis.ts'
import type { Lungs } from '../../../shared/lungs.ts'
import type { Hanging } from '../locate/hanging.ts'
import { isPairOfLungs } from '../locate/pair-of-lungs.ts'

const UPRIGHT_ONLY = 'only films that hang upright are scored. Turn it in the program that it comes from.'

export function lungsRefusal(lungs: Lungs | null, hanging: Hanging): RefusalReason | undefined {
  if (hanging === 'upside down' || hanging === 'on its side') {
    return { code: 'GATE_NOT_UPRIGHT', message: `The film seems to hang ${hanging}; ${UPRIGHT_ONLY}` }
  }
  if (lungs === null || isPairOfLungs(lungs)) return undefined
  return {
    code: 'GATE_NO_LUNGS',
    message:
      'No pair of lungs was found on the picture; only frontal chest films that show both lungs upright are scored.',
  }
}

export function invertedWarning(hanging: Hanging): Warning | undefined {
  if (hanging !== 'inverted') return undefined
  return {
    code: 'GATE_INVERTED',
    message:
      'The film is shown with air bright and bone dark, and its file does not say so. It was turned for the score; ' +
      'the picture is as the file has it.',
  }
}
