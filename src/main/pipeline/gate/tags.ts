// What the file itself says that it shows.

import type { RefusalReason } from '../../../shared/analysis.ts'
import type { Film } from '../film.ts'

// PS3.3 C.7.3.1.1.1: the modalities that make radiographs. SC and OT hold films too, once digitised or exported.
const RADIOGRAPHIC = new Set(['CR', 'DX', 'DR', 'RG', 'PX', 'RF', 'XA', 'SC', 'OT', ''])

// Words of (0018,0015); free text in practice, so a body part is refused only where it is named and is no chest.
const CHEST = /CHEST|THORAX|TORAX|LUNG|RIB|PULM|HEART|TRUNK|BODY/

// (0018,5101), or the words of (0054,0220): a lateral film shows both lungs on top of each other, which no model here was
// trained on.
const LATERAL = /^(LL|RL|LLD|RLD|LAT|((LEFT|RIGHT) )?LATERAL|L LAT|R LAT)$/

export function tagRefusals({ identity }: Film): RefusalReason[] {
  const { modality, bodyPart, viewPosition } = identity
  const reasons: RefusalReason[] = []
  if (!RADIOGRAPHIC.has(modality.toUpperCase())) {
    reasons.push({
      code: 'GATE_NOT_RADIOGRAPHY',
      message: `The file's modality is ${modality}; only radiographs are scored.`,
    })
  }
  if (bodyPart !== '' && !CHEST.test(bodyPart.toUpperCase())) {
    reasons.push({
      code: 'GATE_NOT_CHEST',
      message: `The file says that it shows ${bodyPart}; only chest films are scored.`,
    })
  }
  if (LATERAL.test(viewPosition.toUpperCase())) {
    reasons.push({
      code: 'GATE_NOT_FRONTAL',
      message: `The file says that it is a lateral view (${viewPosition}); only frontal films (PA or AP) are scored.`,
    })
  }
  return reasons
}
