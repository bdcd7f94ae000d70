import { strings } from '../../shared/strings.en.ts'
import { Dialog } from '../chrome/dialog.tsx'
import { happened, useWindow } from '../state/store.ts'
import { chosenCard } from '../state/window-state.ts'
import { CardFigures } from './card-figures.tsx'
import { CardOperatingPoints } from './card-operating-points.tsx'
import { CardOrigin } from './card-origin.tsx'
import { CardPurpose } from './card-purpose.tsx'

const { window: words } = strings

/** What the model is, what it knows and what it does not, from its card. */
export function ModelCardDialog() {
  const open = useWindow(({ dialog }) => dialog === 'model-card')
  const card = useWindow(({ models }) => chosenCard(models))
  if (!card) return null
  return (
    <Dialog
      open={open}
      label={words.aboutModel}
      heading={card.name}
      onClose={() => happened({ type: 'dialog.closed' })}
    >
      <CardPurpose card={card} />
      <CardFigures card={card} />
      <CardOperatingPoints card={card} />
      <CardOrigin card={card} />
    </Dialog>
  )
}
