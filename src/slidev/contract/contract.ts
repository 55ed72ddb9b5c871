/** The names inside Slidev that this folder builds on; `assertContract` says which one an upgrade has broken. */
export const slidevIds = {
  slides: '/@slidev/slides',
  configs: '/@slidev/configs',
  titles: '/@slidev/title-renderer',
  main: '@slidev/client/main.ts',
  frontmatter: (index: number) => `/@slidev/slides/${index + 1}/frontmatter`,
  body: (index: number) => `/@slidev/slides/${index + 1}/md`,
} as const

/** The number, from 1, of the slide whose Markdown a module of Slidev holds; undefined for other modules. */
export function slideNumber(id: string): number | undefined {
  const number = /^.+\.md__slidev_(\d+)\.md$/.exec(id)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** Where the print view is, and how it says that it is ready. */
export const printView = {
  path: (withClicks: boolean) => `?print=${withClicks ? 'clicks' : 'true'}#/print`,
  slide: '.print-slide-container',
  layout: '.slidev-layout',
  loading: '.slidev-slide-loading',
  waitFor: '[data-waitfor]',
} as const

/** An error of ours, not of an author: Slidev has changed where the toolkit builds on it. */
export class ContractError extends Error {
  override name = 'ContractError'
  constructor(assumption: string) {
    super(`Slidev no longer keeps this assumption of the toolkit: ${assumption} (see src/slidev/contract/contract.ts).`)
  }
}

/** @throws ContractError where `holds` is not true */
export function assertContract(holds: boolean, assumption: string): asserts holds {
  if (!holds)
    throw new ContractError(assumption)
}
