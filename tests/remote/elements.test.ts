import { describe, expect, it } from 'vitest'
import { withStills } from '../../src/remote/front-matter.ts'
import { remoteInComponent, remoteInSlide } from '../../src/remote/in-slides.ts'
import { replaceRemoteElements } from '../../src/remote/replace-elements.ts'
import { remoteInStyles, stillStyles } from '../../src/remote/styles.ts'

/** What a slide shows of other hosts, a line for each. */
function inSlide(markdown: string): string[] {
  return remoteInSlide(markdown, 10).map(({ line, what, address, name }) => [line, what, address, name].filter(Boolean).join(' '))
}

describe('what a slide shows of other hosts', () => {
  it('is found in pictures, tags and diagrams, with its line', () => {
    expect(inSlide(`# Title

![A hill](https://a.example/hill.png "title") and ![](//b.example/x.svg)

<Youtube id="abc?start=30" />
<Tweet url="https://x.com/jack/status/20" />
<BlueSky uri="at://did:plc:1/app.bsky.feed.post/2" />
<iframe src="https://c.example/" title="A page"></iframe>
<img :src="'https://d.example/y.png'" alt="bound">
<video controls><source src="https://e.example/z.mp4"></video>

\`\`\`plantuml
A -> B
\`\`\`
`)).toEqual([
      '12 picture https://a.example/hill.png A hill',
      '12 picture https://b.example/x.svg',
      '14 YouTube video https://www.youtube.com/watch?v=abc&t=30',
      '15 post on X https://x.com/jack/status/20',
      '16 post on Bluesky https://bsky.app/profile/did:plc:1/post/2',
      '17 web page https://c.example/ A page',
      '18 picture https://d.example/y.png bound',
      '19 video https://e.example/z.mp4',
      '21 PlantUML diagram https://www.plantuml.com/plantuml',
    ])
  })

  it('is not what stands in code, links to other hosts, or files of the course', () => {
    expect(inSlide(`\`<Tweet id="20" />\` and \`![](https://a.example/x.png)\`, [a link](https://b.example), ![](/own.png)

\`\`\`md
![](https://c.example/x.png)
<Youtube id="abc" />
\`\`\`

<img src="./own.png"> <iframe src="/own.html"></iframe> <img :src="address">
`)).toEqual([])
  })

  it('is found in components and styles', () => {
    expect(remoteInComponent(`<script setup>
const x = 'https://not.shown/'
</script>

<template>
  <div>
    <img src="https://a.example/x.png">
  </div>
</template>

<style>
div { background: url(https://b.example/y.png) }
</style>
`).map(({ line, address }) => `${line} ${address}`)).toEqual(['7 https://a.example/x.png', '12 https://b.example/y.png'])
  })
})

describe('a still', () => {
  it('stands where its element stood, and does not ask for it', () => {
    const replaced = replaceRemoteElements('<template><p>Before <img src="https://a.example/x.png" alt="A &lt;hill&gt;" class="w-40" v-click="2" width="300"> after</p></template>', 'still')
    expect(replaced.replace(/ qr="[^"]*" :size="\d+"/, '')).toBe('<template><p>Before <RemoteStill class="w-40" v-click="2" width="300" what="picture" label="A &lt;hill&gt;" address="https://a.example/x.png" shown="a.example/x.png"></RemoteStill> after</p></template>')
  })

  it('takes the place of all that a player has, and keeps the text of a diagram', () => {
    expect(replaceRemoteElements('<template><video controls><source src="https://a.example/x.webm"><p>No video</p></video></template>', 'still')).not.toMatch(/<source|No video/)
    // What Slidev makes of "@startuml\nAlice -> Bob : hello\n@enduml".
    expect(replaceRemoteElements('<template><PlantUml code="SoWkIImgAStDuNBCoKnELT2rKt3AJrAmKiX8pSd9vt98pKi1IW80" /></template>', 'still')).toContain('<pre v-pre>@startuml\nAlice -&gt; Bob : hello\n@enduml</pre>')
  })

  it('stands only on paper where the course keeps what is remote', () => {
    const replaced = replaceRemoteElements('<template><Tweet id="20" v-click /></template>', 'keep')
    expect(replaced).toMatch(/^<template><template v-if="\$onPaper"><RemoteStill v-click .*<\/RemoteStill><\/template><template v-else><Tweet id="20" v-click \/><\/template><\/template>$/)
  })
})

it('takes out of a style sheet what it asks of other hosts, and nothing else', () => {
  const css = `@import url("https://fonts.example/css?family=A;B");
@import './own.css';
@font-face { font-family: A; src: url(https://fonts.example/a.woff2) }
@font-face { font-family: B; src: url(./b.woff2) }
.a { background: #fff url('//a.example/x.png') no-repeat; }
.b { background: url(/own.png); content: "https://stays.example" }
`
  expect(stillStyles(css)).toBe(`
@import './own.css';

@font-face { font-family: B; src: url(./b.woff2) }
.a { background: #fff none no-repeat; }
.b { background: url(/own.png); content: "https://stays.example" }
`)
  expect(remoteInStyles(css).map(({ address }) => address)).toEqual(['https://fonts.example/css?family=A;B', 'https://fonts.example/a.woff2', '//a.example/x.png'])
})

it('takes the address of a course in its headmatter for no page that a slide shows', () => {
  const url = 'https://example.org/course'
  expect(withStills({ url, title: 'T' }, '# T')).toEqual({ frontmatter: { url, title: 'T' }, stills: [] })
  expect(withStills({ url, layout: 'iframe-right' }, '# T').stills).toMatchObject([{ key: 'url', place: 'right', label: 'Web page' }])
  expect(withStills({ url, layout: 'iframe' }, '', 'de').stills).toMatchObject([{ label: 'Webseite' }])
})
