import type { Page } from 'playwright-chromium'
import type { Problem } from '../../core/errors.ts'
import type { Lecture } from '../../course/course.ts'
import type { RemotePolicy } from '../../shared/remote-policies.ts'
import { stillHtml } from '../../remote/still.ts'
import { printView } from '../../slidev/contract/names.ts'

/** An address of another host that a slide has asked for while it was shown, and its number where that is known. */
interface Asked { address: string, slide?: number }

/**
 * Puts stills where slides of a print view show what only their scripts ask of other hosts.
 * The browser has got nothing from there.
 * @param addresses what the page has asked for
 * @returns what to tell the author of it; nothing where the course keeps what is remote
 */
export async function standInForAsked(
  page: Page,
  lecture: Lecture,
  { addresses, policy }: { addresses: readonly string[], policy: RemotePolicy },
): Promise<Problem[]> {
  const stills = Array.from(new Set(addresses), address => ({ address, html: stillHtml({ what: 'remote', address }) }))
  const asked = stills.length ? await page.evaluate(putStills, { stills, slide: printView.slide }) : []
  return policy === 'keep' ? [] : asked.map(one => askedProblem(one, lecture, policy))
}

function askedProblem({ address, slide: number }: Asked, lecture: Lecture, policy: RemotePolicy): Problem {
  const slide = number === undefined ? undefined : lecture.slides[number - 1]
  const where = slide ? `Slide ${number} ("${slide.title}")` : `The lecture "${lecture.title}"`
  const place = policy === 'error' ? '' : ', which its link and QR code stand for on paper'
  return {
    message: `${where} asks another host for ${address}${place}.`,
    hint: 'Write the address out where it is shown, or save the file in public/; remote: keep in slides.md allows it.',
    file: slide?.file ?? lecture.file,
    line: slide?.line,
  }
}

// What follows runs in the page.
function putStills(
  { stills, slide }: { stills: { address: string, html: string }[], slide: string },
): Asked[] {
  const shown = [...document.querySelectorAll<HTMLElement>('img, iframe, embed, object, video, audio, source')]
  return stills.map(({ address, html }): Asked => {
    const sources = shown.filter(element => [
      (element as HTMLImageElement).currentSrc,
      (element as HTMLImageElement).src,
      (element as HTMLObjectElement).data,
    ].includes(address))
    let number: number | undefined
    for (const source of sources) {
      const element = source.closest<HTMLElement>('picture, video, audio') ?? source
      number ??= Number(element.closest(slide)?.id.split('-')[0])
      const holder = document.createElement('div')
      holder.innerHTML = html
      const still = holder.firstElementChild as HTMLElement
      const name = element.getAttribute('alt') ?? element.getAttribute('title')
      still.querySelector('strong')!.textContent = name || element.localName.replace('img', 'picture')
      element.replaceWith(still)
    }
    return { address, slide: number }
  })
}
