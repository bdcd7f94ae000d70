// What the file itself says that it shows.

import type { RefusalReason } from '../../../shared/analysis.ts'
import type { Film, Identity } from '../film.ts'
import { lateralView } from './lateral-view.ts'

// PS3.3 C.7.3.1.1.1: the modalities that make radiographs. SC and OT hold films too, once digitised or exported.
const RADIOGRAPHIC = new Set(['CR', 'DX', 'DR', 'RG', 'PX', 'RF', 'XA', 'SC', 'OT', ''])

// Words of (0018,0015) without their accents: free text in practice, in the language of the hospital, so a body part is
// refused only where it is named and is no chest.
const CHEST =
  /CHEST|CHST|CXR|THORAX|TORAX|THORACE|TORACE|LUNG|RIB|PULM|POUMON|PECHO|BRUST|HEART|TRUNK|\bBODY\b|WHOLEBODY|胸/
const NOT_CHEST = /VERTEBRA|SPINE/
const SAYS_NOTHING = new Set(['', 'UNKNOWN', 'UNSPECIFIED', 'OTHER', 'NONE', 'NA', 'N/A', 'ANY', 'DEFAULT'])

export function tagRefusals({ identity }: Film): RefusalReason[] {
  const reasons = [modalityRefusal(identity), bodyPartRefusal(identity), lateralRefusal(identity)]
  return reasons.filter((reason) => reason !== undefined)
}

function modalityRefusal({ modality }: Identity): RefusalReason | undefined {
  if (RADIOGRAPHIC.has(modality.toUpperCase())) return undefined
  const message = `The file’s modality is ${modality}; only radiographs are scored.`
  return { code: 'GATE_NOT_RADIOGRAPHY', message }
}

function bodyPartRefusal({ bodyPart }: Identity): RefusalReason | undefined {
  const plain = bodyPart.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase().trim()
  if (SAYS_NOTHING.has(plain) || (CHEST.test(plain) && !NOT_CHEST.test(plain))) return undefined
  const message = `The file says that it shows ${bodyPart}; only chest films are scored.`
  return { code: 'GATE_NOT_CHEST', message }
}

function lateralRefusal(identity: Identity): RefusalReason | undefined {
  const view = lateralView(identity)
  if (view === undefined) return undefined
  const message = `The file says that it is a lateral or oblique view (${view}); only frontal films (PA or AP) are scored.`
  return { code: 'GATE_NOT_FRONTAL', message }
}
