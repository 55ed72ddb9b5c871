import type { Page } from 'playwright-chromium'
import type { Decoder, FrameOptions } from './decoder.ts'
import { Buffer } from 'node:buffer'
import path from 'node:path'
import { findBrowser } from '../browser/find.ts'
import { launchBrowser } from '../browser/launch.ts'
import { openContext } from '../browser/open-context.ts'
import { serveFolder } from '../browser/serve.ts'

interface OpenedVideo {
  decoder: Decoder
  /** Seconds. */
  length: number
  width: number
  height: number
  close: () => Promise<void>
}

/** How many times as fast as it was recorded a video is played. */
const SPEED = 6

/** Opens a video in a browser, which plays it fast; undefined where it does not play it. */
export async function browserDecoder(file: string, executablePath?: string): Promise<OpenedVideo | undefined> {
  const browser = await launchBrowser(findBrowser(executablePath))
  const server = await serveFolder(path.dirname(file), { index: '<!doctype html><title>video</title>' })
  const close = async () => {
    await browser.close().catch(() => undefined)
    await server.close()
  }
  try {
    const context = await openContext(browser, { width: 640, height: 360 })
    const page = await context.newPage()
    await page.goto(`${server.origin}/`)
    const facts = await page.evaluate(openInPage, `/${encodeURIComponent(path.basename(file))}`)
    if (facts)
      return { ...facts, decoder: decoderOf(page), close }
    await close()
  }
  catch (error) {
    await close()
    throw error
  }
}

function decoderOf(page: Page): Decoder {
  return {
    async* frames({ from = 0, only, rate, box = { x: 0, y: 0, width: 1, height: 1 }, width, height }: FrameOptions) {
      const request = { from, rate, box, width, height }
      if (only) {
        yield { time: from, data: bytes(await page.evaluate(frameAt, request)) }
        return
      }
      await page.evaluate(startPlaying, { ...request, speed: SPEED })
      for (;;) {
        const frames = await page.evaluate(takeFrames)
        if (!frames)
          break
        for (const { time, text } of frames)
          yield { time, data: bytes(text) }
      }
    },
  }
}

function bytes(text: string): Uint8Array {
  return Buffer.from(text, 'base64')
}

// What runs in the page.

interface Playing {
  docentVideo: HTMLVideoElement
  docentFrames: { time: number, text: string }[]
  docentGrey: (request: Wanted) => string
  docentEnded: boolean
  docentTell?: () => void
}

type Wanted = Pick<Required<FrameOptions>, 'from' | 'rate' | 'box' | 'width' | 'height'>

async function openInPage(address: string): Promise<{ length: number, width: number, height: number } | undefined> {
  const page = window as unknown as Playing
  const video = document.createElement('video')
  page.docentVideo = video
  Object.assign(video, { muted: true, preload: 'auto', src: address })
  document.body.append(video)
  const isOpen = await new Promise<boolean>((resolve) => {
    video.onloadeddata = () => resolve(true)
    video.onerror = () => resolve(false)
  })
  if (!isOpen || !video.videoWidth)
    return
  if (!Number.isFinite(video.duration)) {
    // A recorder that streams writes no length; the browser finds it at the end.
    await new Promise<void>((resolve) => {
      video.ondurationchange = () => Number.isFinite(video.duration) && resolve()
      video.currentTime = 1e7
    })
  }
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  page.docentGrey = ({ box, width, height }) => {
    if (canvas.width !== width || canvas.height !== height)
      Object.assign(canvas, { width, height })
    context.imageSmoothingQuality = 'high'
    const [across, down] = [video.videoWidth, video.videoHeight]
    context.drawImage(video, box.x * across, box.y * down, box.width * across, box.height * down, 0, 0, width, height)
    const { data } = context.getImageData(0, 0, width, height)
    let text = ''
    for (let i = 0; i < data.length; i += 4)
      text += String.fromCharCode(Math.round(0.299 * data[i]! + 0.587 * data[i + 1]! + 0.114 * data[i + 2]!))
    return btoa(text)
  }
  return { length: video.duration, width: video.videoWidth, height: video.videoHeight }
}

async function frameAt(request: Wanted): Promise<string> {
  const { docentVideo: video, docentGrey } = window as unknown as Playing
  const time = Math.min(request.from, Math.max(0, video.duration - 0.05))
  if (Math.abs(video.currentTime - time) > 1e-3) {
    await new Promise((resolve) => {
      video.onseeked = resolve
      video.currentTime = time
    })
  }
  return docentGrey(request)
}

async function startPlaying({ speed, ...request }: Wanted & { speed: number }): Promise<void> {
  const page = window as unknown as Playing
  const { docentVideo: video } = page
  Object.assign(page, { docentFrames: [], docentEnded: false })
  let last = Number.NEGATIVE_INFINITY
  const onFrame = (_: number, { mediaTime: time }: { mediaTime: number }) => {
    if (time - last >= 0.9 / request.rate) {
      page.docentFrames.push({ time, text: page.docentGrey(request) })
      last = time
      page.docentTell?.()
    }
    video.requestVideoFrameCallback(onFrame)
  }
  const end = () => {
    page.docentEnded = true
    page.docentTell?.()
  }
  video.onended = end
  video.onerror = end
  await new Promise((resolve) => {
    video.onseeked = resolve
    video.currentTime = request.from
  })
  page.docentFrames.push({ time: request.from, text: page.docentGrey(request) })
  video.requestVideoFrameCallback(onFrame)
  video.playbackRate = speed
  await video.play()
}

async function takeFrames(): Promise<{ time: number, text: string }[] | undefined> {
  const page = window as unknown as Playing
  if (!page.docentFrames.length && !page.docentEnded)
    await new Promise<void>(resolve => page.docentTell = resolve)
  const frames = page.docentFrames.splice(0)
  return frames.length || !page.docentEnded ? frames : undefined
}
