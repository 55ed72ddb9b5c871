interface Overruled {
  /** What every deck has. */
  value: unknown
  /** Why, as the rest of a sentence. */
  why: string
  /** What to do instead, as a sentence. */
  instead: string
}

const remove = (key: string) => `Remove "${key}" from the headmatter.`
const READS_ONLY = 'nothing that serves a deck writes files or answers other programs'

/** What of Slidev's configuration a deck cannot have: to ask another host, to write files, or to answer strangers. */
export const OVERRULED: Readonly<Record<string, Overruled>> = {
  'routerMode': {
    value: 'hash',
    why: 'the slides of a deck have addresses that work on any host, as #/3',
    instead: remove('routerMode'),
  },
  'remoteAssets': {
    value: false,
    why: 'a build asks no other host',
    instead: 'Save pictures in public/ and write their paths from there.',
  },
  'mcp': { value: false, why: READS_ONLY, instead: remove('mcp') },
  'editor': { value: false, why: READS_ONLY, instead: 'Edit the files: each change shows at once.' },
  'remote': { value: false, why: READS_ONLY, instead: 'Run npm run present, and open the presenter view here.' },
  'pwa': { value: false, why: 'the site has a service worker of its own', instead: remove('pwa') },
  'preloadImages': {
    value: false,
    why: 'the pictures of a slide are loaded with the slide',
    instead: remove('preloadImages'),
  },
  'drawings.persist': {
    value: false,
    why: 'no drawing is saved here; those that plain Slidev has saved are shown',
    instead: 'Draw with npx slidev, or remove the key.',
  },
}
