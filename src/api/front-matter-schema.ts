import type { DOCENT_HEADMATTER, DOCENT_SLIDE } from '../check/known-keys.ts'
import type { Schema } from './stack-schema.ts'
import { knownKeys } from '../check/known-keys.ts'
import { talkPartNames } from '../course/front-matter.ts'
import { handoutOptions } from '../paper/handout/handout-options.ts'
import { remotePolicies } from '../shared/remote-policies.ts'
import { kindsSchema } from './stack-schema.ts'

const text: Schema = { type: 'string' }
const flag: Schema = { type: 'boolean' }
const texts: Schema = { type: 'array', items: text }
const clicks: Schema = { type: 'array', items: { type: 'integer', minimum: 0 } }
const minutes: Schema = { type: 'number', exclusiveMinimum: 0 }
const anyOf = (...schemas: Schema[]): Schema => ({ anyOf: schemas })
const talkPart: Schema = { enum: [...talkPartNames] }
const described = (schema: Schema, description: string): Schema => ({ ...schema, description })

const handout: Schema = anyOf(
  { enum: Object.keys(handoutOptions.layout) },
  {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(handoutOptions).map(([key, names]) =>
      [key, { enum: Object.keys(names) }])),
  },
)

const HEADMATTER: Record<typeof DOCENT_HEADMATTER[number], Schema> = {
  title: described(text, 'Title of the course.'),
  description: described(text, 'What the course is about, in a sentence, for search engines.'),
  author: described(text, 'Who gives it.'),
  lang: described(text, 'Its language, as a BCP 47 tag: en, de, pt-BR.'),
  url: described({ type: 'string', format: 'uri' }, 'Where the course is hosted.'),
  notes: described({ enum: ['public', 'private'] }, 'Whether notes go into the public site; not by default.'),
  favicon: described(text, 'Path of the icon in public/, with a leading slash.'),
  fonts: described({ type: 'object' }, 'Fonts of the slides, as in Slidev; from packages, not from other hosts.'),
  handouts: described({ type: 'array', items: handout }, 'The handouts that a build makes.'),
  lectures: described({ enum: ['one', 'imports'] }, 'Whether all slides make one lecture, or each file.'),
  folders: described(anyOf(text, texts), 'Folders from which slides may import.'),
  look: described({ enum: ['docent', 'slidev'] }, 'Whose look slides have with the default theme.'),
  kinds: kindsSchema,
  room: described({ type: 'number', exclusiveMinimum: 0 }, 'How far the last row is, in heights of the picture.'),
}

const SLIDE: Record<typeof DOCENT_SLIDE[number], Schema> = {
  id: described({ ...text, pattern: '^[a-z][\\w-]*$' }, 'Address of the slide, which stays as its title changes.'),
  minutes: described(minutes, 'Planned minutes; of the whole lecture on its first slide.'),
  optional: described(flag, 'Whether it may be left out so that a talk ends on time.'),
  print: described(clicks, 'Clicks after which it is printed, a page each.'),
  summary: described(text, 'What the lecture says, in a sentence; on its first slide.'),
  section: described(text, 'Heading of the course\'s page for this lecture and those after it.'),
  date: described(text, 'Day of the lecture, as 2026-05-04.'),
  video: described(text, 'The recording: a path in public/, or an address of YouTube, Vimeo or PeerTube.'),
  duration: described(anyOf(text, { type: 'number' }), 'Length of the recording, as 1:02:03, or of the talk.'),
  fromTalk: described(
    anyOf(talkPart, { type: 'array', items: talkPart }),
    'What the lecture\'s page shows of its last talk: votes, drawings; on its first slide.',
  ),
  hideFoot: described(flag, 'Whether the slide has no foot.'),
  dense: described(flag, 'Whether its type is smaller: 22 px in place of 25.'),
  check: described({ type: 'object', additionalProperties: text }, 'Rules of a check that are off here: reasons.'),
  source: described(text, 'Where its text comes from; generate writes it.'),
}

/** Keys of Slidev's of which more is known than their names. */
const SLIDEV: Record<string, Schema> = {
  theme: described(text, 'A theme for Slidev: its name, its package, or the path of its folder.'),
  addons: described(texts, 'Addons for Slidev; docent shows its blocks in plain Slidev too.'),
  remote: described({ enum: Object.keys(remotePolicies) }, 'What becomes of what lies on another host.'),
  layout: described(text, 'Layout of the slide.'),
  defaults: described({ type: 'object' }, 'Front matter that all slides have.'),
}

/**
 * What front matter may hold, as a JSON schema; keys of which nothing is said have any value.
 * @param isHeadmatter whether it is that of `slides.md`, which is its first slide's as well
 */
export function frontMatterSchema(isHeadmatter: boolean): Schema {
  const known: Record<string, Schema> = { ...SLIDEV, ...SLIDE, ...isHeadmatter && HEADMATTER }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: isHeadmatter ? 'Headmatter of slides.md' : 'Front matter of a slide',
    type: 'object',
    properties: Object.fromEntries([...new Set(knownKeys(isHeadmatter))].sort().map(key => [key, known[key] ?? {}])),
  }
}
