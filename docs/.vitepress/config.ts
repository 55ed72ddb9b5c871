import { defineConfig } from 'vitepress'

const page = (text: string, link: string) => ({ text, link })

/** The guide of Docent, built by `npm run docs`; a dead link stops it. */
export default defineConfig({
  title: 'Docent',
  description: 'Write a lecture once, in Markdown.',
  base: '/',
  srcExclude: ['writing/**', 'ci/**', 'relay/**'],
  outDir: '../.docent/docs',
  cacheDir: '../.docent/cache/docs',
  cleanUrls: false,
  themeConfig: {
    search: { provider: 'local' },
    sidebar: [
      {
        text: 'Begin',
        items: [
          page('Five minutes to the first lecture', '/first-lecture'),
          page('What an author can write', '/writing'),
          page('From a document', '/from-a-document'),
        ],
      },
      {
        text: 'Give it',
        items: [
          page('In the room', '/in-the-room'),
          page('Paper', '/paper'),
          page('A recording, from OBS to the page', '/recordings'),
          page('Publishing', '/publishing'),
        ],
      },
      {
        text: 'Make it your own',
        items: [
          page('Settings', '/settings'),
          page('Languages', '/languages'),
          page('Themes', '/themes'),
          page('Features of Slidev', '/slidev-features'),
          page('Docent as a package', '/package'),
          page('Upgrading', '/upgrading'),
          page('How it works', '/how-it-works'),
        ],
      },
      {
        text: 'Reference',
        items: [
          page('Commands', '/reference/commands'),
          page('Headmatter and front matter', '/reference/headmatter'),
          page('Blocks and layers', '/reference/blocks'),
          page('Layouts', '/reference/layouts'),
          page('Rules of the check', '/check-rules'),
          page('What errors say', '/reference/errors'),
        ],
      },
    ],
  },
})
