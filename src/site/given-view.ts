import type { Slide } from '../course/course.ts'
import type { TalkPart } from '../course/front-matter.ts'
import type { FrozenView, GivenView } from '../shared/page-model.ts'
import type { ShownTalk, ShownVote } from '../talk/shown-talk.ts'
import { escapeHtml } from '../core/escape.ts'
import { speak } from '../language/languages.ts'
import { readBlocks } from '../markdown/blocks.ts'
import { plainText } from '../markdown/plain-text.ts'
import { publicMarkdown } from '../markdown/public-markdown.ts'
import { inkSvg } from '../shared/ink-svg.ts'
import { roundTables } from '../shared/vote-table.ts'

interface GivenOptions {
  given: ShownTalk | undefined
  /** Of the page, as a BCP 47 tag. */
  language: string
  frozen: Pick<FrozenView, 'width' | 'height'>
  /** What the author wants shown. */
  parts: readonly TalkPart[]
}

/** What a page shows of a slide in the talk: its votes and drawings; undefined where there are none. */
export function givenView(slide: Slide, { given, language, frozen, parts }: GivenOptions): GivenView | undefined {
  if (!given)
    return
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(given.day)
  const own = parts.includes('drawings') ? given.drawings.filter(drawing => drawing.slide === slide.id) : []
  const html = ({ strokes }: ShownTalk['drawings'][number]) =>
    inkSvg(strokes, escapeHtml(speak(language, 'paper')('drawnByHand', { day, n: strokes.length })), frozen)
  const boards = own.filter(({ board }) => board).sort((a, b) => a.board - b.board)
  const drawing = own.find(({ board }) => !board)
  const votes = parts.includes('votes') ? votesOf(slide, given.votes, language) : []
  if (!own.length && !votes.length)
    return
  return {
    drawing: drawing ? html(drawing) : '',
    boards: boards.map(html),
    votesOf: speak(language, 'pages')('roomAnswered', { day }),
    votes,
  }
}

function votesOf(slide: Slide, votes: readonly ShownVote[], language: string): GivenView['votes'] {
  const say = speak(language, 'votes')
  const asked = askedOn(slide.content)
  return votes.filter(vote => vote.slide === slide.id).flatMap(({ title, kind, rounds }) => {
    const question = asked.get(title)
    // What the slide does not ask in public is nobody's business; what was asked on the spot has no title.
    if (title && !question)
      return []
    const shown = question?.withheld
      ? rounds.map(({ voters, rows }) => ({ voters, rows: rows.map(({ label, count }) => ({ label, count })) }))
      : rounds
    return [{ title, right: say('right'), rounds: roundTables({ kind, rounds: shown }, say) }]
  })
}

/** The questions that the public sees on a slide, by their plain text. */
function askedOn(markdown: string): Map<string, { withheld: boolean }> {
  const asked = new Map<string, { withheld: boolean }>()
  const add = (content: string) => {
    for (const block of readBlocks(content).blocks) {
      if (block.kind === 'question')
        asked.set(plainText(block.title), { withheld: block.options.withheld === true })
      else
        add(block.body)
    }
  }
  add(publicMarkdown(markdown))
  return asked
}
