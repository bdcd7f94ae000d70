// The linter's plugin with the rules of this house.

import { oneImporter, platform, schemaTypesOnly, zones } from './import-rules.ts'
import {
  namedForConcept,
  namedForWork,
  noBarrel,
  noNumberByOr,
  noSilentCatch,
  noStraightApostrophe,
} from './style-rules.ts'

export default {
  meta: { name: 'hilum' },
  rules: {
    zones,
    platform,
    'one-importer': oneImporter,
    'schema-types-only': schemaTypesOnly,
    'named-for-concept': namedForConcept,
    'named-for-work': namedForWork,
    'no-barrel': noBarrel,
    'no-number-by-or': noNumberByOr,
    'no-silent-catch': noSilentCatch,
    'no-straight-apostrophe': noStraightApostrophe,
  },
}
