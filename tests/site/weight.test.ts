import type { CoursePageData } from '../../src/shared/page-model.ts'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import CoursePageView from '../../pages/CoursePage.vue'

it('a course of 100 lectures has a page of less than 60 kB', async () => {
  const words = 'kernel process container image layer host machine program memory network storage command file system call driver'.split(' ')
  // Text that repeats itself as little as real text does.
  let seed = 7
  const sentence = (length: number) => Array.from({ length }).fill(words[(seed = (seed * 48271) % 2147483647) % words.length]! + (seed % 90)).join(' ')
  const page: CoursePageData = {
    course: { title: 'Large', language: 'en', description: sentence(20) },
    lectures: Array.from({ length: 100 }, (_, i) => ({
      slug: `lecture-${sentence(3).replaceAll(' ', '-')}`,
      number: i + 1,
      title: sentence(6),
      summary: sentence(18),
      minutes: 45,
      slides: 40,
      recording: i % 2 === 0 ? { minutes: 43, shown: 'slides 1–31, 34' } : undefined,
      face: { html: `<template shadowrootmode="open"><link rel="stylesheet" href="assets/slides.css"><div class="docent-root"><h1>${sentence(6)}</h1><ul><li>${sentence(8)}</li><li>${sentence(8)}</li></ul></div></template>`, hasHeading: true, steps: 1, width: 980, height: 552 },
      downloads: [{ href: `lecture-${i}/slides.pdf`, label: 'Slides', detail: 'PDF, 1.2 MB' }, { href: `lecture-${i}/handout-notes.pdf`, label: 'Handout (notes)', detail: 'PDF, 2.2 MB' }],
      chapterFiles: [{ href: `lecture-${i}/chapters.vtt`, label: 'WebVTT chapters' }],
    })),
  }
  const html = await renderToString(createSSRApp(CoursePageView, { page }))
  expect(html.match(/<li class="lecture-item"/g)).toHaveLength(100)
  expect(gzipSync(html).length).toBeLessThan(60_000)
})
