import { strings } from '../../shared/strings.en.ts'
import { ask } from '../api.ts'
import { happened } from '../state/store.ts'
import { attempt } from './attempt.ts'
import { analyseAgain } from './choose-model.ts'

const { window: words } = strings

/** The model can be chosen afterwards; it scores nothing until it is. */
export function importModel(): Promise<void> {
  return attempt(async () => {
    const { imported, ...list } = await ask('models.import', {})
    if (imported === null) return
    happened({ type: 'models.listed', ...list })
    const { name } = imported.card
    const text = imported.chosen ? words.importedInUse(name) : words.imported(name)
    happened({ type: 'message.added', tone: 'note', text })
    // It took the place of the model in use.
    if (imported.chosen) await analyseAgain()
  })
}
