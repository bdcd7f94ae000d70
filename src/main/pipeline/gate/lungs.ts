import type { RefusalReason, Warning } from '../../../shared/analysis.ts'
import type { Located } from '../locate.ts'

const UPRIGHT_ONLY = 'only films that hang upright are scored. Turn it in the program that it comes from.'

const UNLIKE_CHEST =
  'What was found on the picture lies like a pair of lungs, but does not look like those of a frontal chest film; ' +
  'it may be a slice of a CT, several films in one picture, or a film much of which is missing.'

export function lungsRefusal({ found, hanging }: Located): RefusalReason | undefined {
  if (hanging === 'upside down' || hanging === 'on its side') {
    return { code: 'GATE_NOT_UPRIGHT', message: `The film seems to hang ${hanging}; ${UPRIGHT_ONLY}` }
  }
  if (found === 'lungs') return undefined
  if (found === 'a pair unlike lungs') return { code: 'GATE_UNLIKE_CHEST', message: UNLIKE_CHEST }
  return {
    code: 'GATE_NO_LUNGS',
    message:
      'No pair of lungs was found on the picture; only frontal chest films that show both lungs upright are scored.',
  }
}

export function invertedWarning({ hanging }: Located): Warning | undefined {
  if (hanging !== 'inverted') return undefined
  return {
    code: 'GATE_INVERTED',
    message:
      'The film is shown with air bright and bone dark, and its file does not say so. It was inverted for the score; ' +
      'the picture is as the file has it.',
  }
}
