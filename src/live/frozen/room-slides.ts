import type { Lecture } from '../../course/course.ts'
import type { SlideMarkup } from '../../shared/live.ts'
import type { FrozenLecture } from './freeze-lecture.ts'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import path from 'node:path'
import { frozenSite } from '../../site/frozen/frozen-site.ts'
import { stylesOfSlide } from '../../site/frozen/slide-styles.ts'
import { usedNames } from '../../site/frozen/used-names.ts'

/** The frozen slides of a lecture as pages of a talk ask for them. */
export interface RoomSlides {
  clicks: readonly number[]
  /** A slide after some of its clicks; undefined where there is no such step. */
  markup: (number: number, click: number) => SlideMarkup | undefined
  /** Text of a style sheet by its address below `/room/files/`. */
  sheets: ReadonlyMap<string, string>
  /** Pictures that were taken, by their address below `/room/files/`. */
  stills: ReadonlyMap<string, Buffer>
  /** Address of the style sheet of typefaces below `/room/files/`. */
  fonts?: string
  /** Addresses of files below `/room/files/` that a step shows. */
  files: (number: number, click: number) => readonly string[]
  /** Typefaces, which say nothing of what comes. */
  typefaces: readonly string[]
}

const FILES = '/room/files/'
/** Everything else that a deck is made of may hold slides and notes. */
const MEDIA = /\.(?:avif|gif|jpe?g|png|svg|webp|mp4|webm|mp3|m4a|ogg|wav|pdf|woff2?|ttf|otf)$/i

/** @param decks folder in which the decks and their style sheets are */
export async function roomSlides(lecture: Lecture, frozen: FrozenLecture, decks: string): Promise<RoomSlides> {
  const { clicks, deck } = frozen
  const { slug } = lecture
  const ids = lecture.slides.map(({ id }) => id)
  const site = await frozenSite(new Map([[slug, deck]]), { folder: decks, pageStyle: '', ids: new Map([[slug, ids]]) })
  const all = site.files.get(site.slideSheet)!
  const sheets = new Map(site.pageSheet ? [[site.pageSheet, site.files.get(site.pageSheet)!]] : [])
  const firsts: number[] = []
  clicks.reduce((first, count, i) => {
    firsts[i] = first
    return first + count + 1
  }, 0)
  const steps = deck.slides.map((_, i) => {
    // What stands around it here is a page's; this page makes its own shadow root.
    const view = site.view(slug, i + 1, FILES).html.replace(/^<template[^>]*><link[^>]*>|<\/template>$/g, '')
    const html = linkPlaces(view, slug, ids)
    const css = stylesOfSlide(all, usedNames(html))
    const style = `assets/slide-${hash(css)}.css`
    sheets.set(style, css)
    const files = [...addressesIn(html), ...urlsIn(css, path.posix.dirname(style))].filter(file => MEDIA.test(file))
    return { html, style, files: [style, ...files] }
  })
  const stepOf = (number: number, click: number) =>
    firsts[number - 1] !== undefined && click >= 0 && click <= clicks[number - 1]!
      ? steps[firsts[number - 1]! + click]
      : undefined
  return {
    clicks,
    sheets,
    stills: new Map(Object.entries(frozen.stills).map(([name, text]) =>
      [`${slug}/${name}`, Buffer.from(text, 'base64')])),
    fonts: site.pageSheet,
    typefaces: site.pageSheet ? urlsIn(site.files.get(site.pageSheet)!, path.posix.dirname(site.pageSheet)) : [],
    markup(number, click) {
      const step = stepOf(number, click)
      const { title } = lecture.slides[number - 1] ?? { title: '' }
      const fonts = site.pageSheet && FILES + site.pageSheet
      return step && { html: step.html, style: FILES + step.style, fonts, title, ...deck.size }
    },
    files: (number, click) => stepOf(number, click)?.files ?? [],
  }
}

/** Links to slides of the lecture lead to their places in the talk; those to other pages of the course nowhere. */
function linkPlaces(html: string, slug: string, ids: readonly string[]): string {
  return html.replace(/ href="\/room\/files\/([^"]*)"/g, (whole, address: string) => {
    const [, lecture, id] = /^([^/]+)\/index\.html#(.+)$/.exec(address) ?? []
    const number = lecture === slug ? ids.indexOf(id!) + 1 : 0
    if (number)
      return ` href="#${number}"`
    return MEDIA.test(address) ? whole : ''
  })
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 10)
}

function addressesIn(html: string): string[] {
  return Array.from(html.matchAll(/\/room\/files\/([^"'\s),#?]+)/g), ([, file]) => decodeURI(file!))
}

/** Files that a style sheet in a folder names. */
function urlsIn(css: string, folder: string): string[] {
  return Array.from(css.matchAll(/url\((["']?)(?!data:|https?:|#)([^"')]+)\1\)/g), ([, , url]) =>
    decodeURI(path.posix.normalize(url!.startsWith('/') ? url!.slice(1) : path.posix.join(folder, url!))))
    .map(file => file.replace(/[?#].*$/, '').replace(/^room\/files\//, ''))
}
