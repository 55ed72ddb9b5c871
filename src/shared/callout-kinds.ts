interface CalloutLook {
  /** What the callout is called where it has no title. */
  label: string
  /** Shapes of the mark, drawn with lines in a box of 24 by 24. */
  mark: string
  /** Colour of the mark and the title on light and on dark. */
  light: string
  dark: string
}

/** Every kind of callout; the marks differ in outline, so that colour is not needed to tell them apart. */
export const calloutKinds = {
  note: {
    label: 'Note',
    mark: '<path d="M4 20l1-4.5L16.5 4 20 7.5 8.5 19z"/><path d="M14 6.5l3.5 3.5"/>',
    light: '#0b5cad',
    dark: '#82baff',
  },
  tip: {
    label: 'Tip',
    mark: '<path d="M8.5 16.5c0-2-2.5-3.2-2.5-7a6 6 0 0 1 12 0c0 3.8-2.5 5-2.5 7z"/><path d="M9.5 20.5h5"/>',
    light: '#1a6e39',
    dark: '#74d394',
  },
  info: {
    label: 'Info',
    mark: '<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7.2v.1"/>',
    light: '#0d6778',
    dark: '#6fd0e0',
  },
  important: {
    label: 'Important',
    mark: '<path d="M4 4h16v12.5h-9L7 20.5v-4H4z"/><path d="M12 7.5v3.5M12 13.3v.1"/>',
    light: '#6a3fb5',
    dark: '#c6abff',
  },
  warning: {
    label: 'Warning',
    mark: '<path d="M12 3.5L22 20.5H2z"/><path d="M12 10v5M12 17.7v.1"/>',
    light: '#7d5400',
    dark: '#f0c35e',
  },
  caution: {
    label: 'Caution',
    mark: '<path d="M8 2.5h8l5.5 5.5v8L16 21.5H8L2.5 16V8z"/><path d="M12 7v6M12 16.5v.1"/>',
    light: '#a34400',
    dark: '#ffae75',
  },
  danger: {
    label: 'Danger',
    mark: '<path d="M13.5 2.5L5 13.5h6l-1 8 9-11.5h-6.5z"/>',
    light: '#ad1f18',
    dark: '#ff9d96',
  },
} as const satisfies Record<string, CalloutLook>

export type CalloutKind = keyof typeof calloutKinds

export const calloutKindNames = Object.keys(calloutKinds) as CalloutKind[]

export function isCalloutKind(name: string): name is CalloutKind {
  return Object.hasOwn(calloutKinds, name)
}
