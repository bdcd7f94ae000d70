import { create } from 'zustand'
import type { WindowEvent } from './window-event.ts'
import { initialState, updateWindow, type WindowState } from './window-state.ts'

export const useWindow = create<WindowState>(() => initialState)

export function happened(event: WindowEvent): void {
  useWindow.setState((state) => updateWindow(state, event), true)
}

export const windowNow = (): WindowState => useWindow.getState()
