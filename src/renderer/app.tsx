// The window's entry.

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { start } from './actions/start.ts'
import { BrokenWindow } from './chrome/broken-window.tsx'
import { HilumWindow } from './chrome/hilum-window.tsx'
import './tokens.css'

const place = document.getElementById('window')
if (!place) throw new Error('index.html has no element with the id “window”.')

createRoot(place).render(
  <StrictMode>
    <BrokenWindow>
      <HilumWindow />
    </BrokenWindow>
  </StrictMode>,
)
void start()
