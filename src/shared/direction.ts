/** Languages that are written from right to left, as BCP 47 begins them. */
const RIGHT_TO_LEFT = ['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi']

/** In which direction a language is written; `ar-Latn` is Arabic in Latin letters. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [name = '', ...rest] = language.toLowerCase().split('-')
  return RIGHT_TO_LEFT.includes(name) && !rest.includes('latn') ? 'rtl' : 'ltr'
}
