import type { Identity } from '../film.ts'

// (0018,5101): a lateral film shows both lungs on top of each other, an oblique one half so, which no model
// here was trained on.
const LATERAL = /^(LL|RL|LLO|RLO|LAO|RAO|LPO|RPO)$|\b(LAT|OBL)(\b|ERAL|IQUE)/
// "Left lateral decubitus" (LLD) is frontal, of a patient who lies on that side.
const DECUBITUS = /^[LR]LD$|\bDECUB/
// What is said of a view, in a few languages.
const FRONTAL = /^(PA|AP)$|\b(PA|AP|FRONT\w*|DECUB\w*)\b/
const LATERAL_WORDS = /\b(LAT|LATERAL\w*|LATERO\w*|SEITLICH|PROFIL|PERFIL)\b/

type View = Pick<Identity, 'viewPosition' | 'patientOrientation' | 'seriesDescription'>

/**
 * What the file says that makes it a lateral or oblique view; undefined where it says nothing of the kind. Its view position is
 * asked first, then how the patient lies in it, then the words of its series, which often name both films of a study.
 */
export function lateralView({
  viewPosition,
  patientOrientation,
  seriesDescription,
}: View): string | undefined {
  const position = viewPosition.toUpperCase()
  if (DECUBITUS.test(position)) return undefined
  if (LATERAL.test(position)) return viewPosition
  if (FRONTAL.test(position)) return undefined
  // PS3.3 C.7.6.1.1.1: the first letter of the first value is where the rows run to, the patient's front or back here.
  if (/^[AP]/.test(patientOrientation[0] ?? '')) return patientOrientation.join('\\')
  const words = seriesDescription.toUpperCase().replaceAll('_', ' ')
  return LATERAL_WORDS.test(words) && !FRONTAL.test(words) ? seriesDescription : undefined
}
