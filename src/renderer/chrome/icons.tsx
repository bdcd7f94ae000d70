// Line drawings of 16 by 16. They stand beside words or inside named buttons, so they are hidden from readers of text.

import type { ReactNode } from 'react'

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  )
}

export const FilmIcon = () => (
  <Icon>
    <rect x="2.5" y="1.75" width="11" height="12.5" rx="1" />
    <path d="M8 4v3M8 7c-3 0-3.5 2.5-3.5 4.500M8 7c3 0 3.5 2.5 3.5 4.5" />
  </Icon>
)

export const KeysIcon = () => (
  <Icon>
    <rect x="1.25" y="3.75" width="13.5" height="8.5" rx="1.25" />
    <path d="M4 6.5h.01M6.7 6.5h.01M9.3 6.5h.01M12 6.5h.01M4 9.5h.01M6.5 9.5h3M12 9.5h.01" />
  </Icon>
)

export const FolderIcon = () => (
  <Icon>
    <path d="M1.75 4.250c0-.8.5-1.25 1.25-1.250h3l1.5 2h5.500c.8 0 1.25.5 1.25 1.250v5.500c0 .8-.5 1.25-1.25 1.250H3c-.8 0-1.25-.5-1.25-1.250z" />
  </Icon>
)

export const PlayIcon = () => (
  <Icon>
    <path d="M4.5 2.750v10.500L13 8z" />
  </Icon>
)

export const StopIcon = () => (
  <Icon>
    <rect x="3.5" y="3.5" width="9" height="9" rx="1" fill="currentColor" />
  </Icon>
)

export const HeatIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="6" />
    <circle cx="8" cy="8" r="3.5" />
    <circle cx="8" cy="8" r="1" fill="currentColor" />
  </Icon>
)

export const InvertIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="6" />
    <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
  </Icon>
)

export const OverlaysIcon = () => (
  <Icon>
    <rect x="2" y="2" width="12" height="12" rx="1" />
    <path d="M5 11l2.500-6h1L11 11M6 9h4" />
  </Icon>
)

export const ShuttersIcon = () => (
  <Icon>
    <path d="M2 2h12v12H2zM5 5v6h6V5z" fill="currentColor" fillRule="evenodd" />
  </Icon>
)

export const CompareIcon = () => (
  <Icon>
    <path d="M2 3h5v10H2zM9 3h5v10H9z" />
  </Icon>
)

export const FitIcon = () => (
  <Icon>
    <path d="M2 5.500V2h3.500M10.5 2H14v3.500M14 10.500V14h-3.500M5.5 14H2v-3.5" />
    <rect x="5" y="5" width="6" height="6" />
  </Icon>
)

export const ResetIcon = () => (
  <Icon>
    <path d="M3 3v3.500h3.5" />
    <path d="M3.2 6.500A5.5 5.5 0 1 1 2.5 9" />
  </Icon>
)

export const ReportIcon = () => (
  <Icon>
    <path d="M3.5 1.750h6L12.5 5v9.250h-9z" />
    <path d="M9.25 2v3.250h3M5.75 8.500h4.500M5.75 11h4.5" />
  </Icon>
)

export const CloseIcon = () => (
  <Icon>
    <path d="M4 4l8 8M12 4l-8 8" />
  </Icon>
)

export const WarningIcon = () => (
  <Icon>
    <path d="M8 2L14.5 13.500h-13z" />
    <path d="M8 6.500v3M8 11.500v.01" />
  </Icon>
)

export const ChevronIcon = () => (
  <Icon>
    <path d="M4 6.5L8 10.5L12 6.5" />
  </Icon>
)
