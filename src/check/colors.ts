import type { Color } from 'culori'
import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  filterGrayscale,
  parse,
} from 'culori'

const distance = differenceCiede2000()

/** Who sees colors otherwise, and as what. */
const eyes: Readonly<Record<string, (color: Color) => Color>> = {
  'to people who see no red': filterDeficiencyProt(1),
  'to people who see no green': filterDeficiencyDeuter(1),
  'to people who see no blue': filterDeficiencyTrit(1),
  'in gray': filterGrayscale(1),
}

/** Differences of CIEDE2000 under which two areas are taken for the same. */
const APART = 10

/**
 * To whom two colors look alike, in words; undefined where all can tell them apart.
 * @param one as CSS writes it
 */
export function alikeTo(one: string, other: string): string | undefined {
  const [a, b] = [parse(one), parse(other)]
  if (!a || !b)
    return
  return Object.entries(eyes).find(([, see]) => distance(see(a), see(b)) < APART)?.[0]
}
