/** What stands between two names that are compared. */
export const versus: readonly string[] = ['vs.', 'vs', 'versus', 'compared with', 'compared to', 'gegen', 'gegenüber']

/** What stands between two names of which one is chosen. */
export const either: readonly string[] = ['or', 'oder', 'ou']

/** Further words of a title below which things are compared. */
export const comparing: readonly string[] = [
  'compared',
  'comparison',
  'comparing',
  'difference',
  'differences',
  'vergleich',
  'unterschied',
  'unterschiede',
  'comparaison',
  'différences',
  'comparación',
  'diferencias',
]

/** Titles that stand against each other, in pairs. */
export const opposites: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['advantage*', 'benefits', 'strengths'], ['disadvantage*', 'drawbacks', 'weaknesses', 'limitations']],
  [['pros', 'pro'], ['cons', 'con', 'contra']],
  [['before'], ['after']],
  [['dos', 'do', 'good'], ['don\'ts', 'don\'t', 'bad']],
  [['vorteile', 'stärken'], ['nachteile', 'schwächen']],
  [['vorher'], ['nachher']],
  [['avantages'], ['inconvénients', 'désavantages']],
  [['avant'], ['après']],
  [['ventajas'], ['desventajas', 'inconvenientes']],
  [['antes'], ['después']],
]
