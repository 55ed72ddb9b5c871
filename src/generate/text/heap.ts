/** Something with the most that it can be worth, and its place among others. */
export interface Bounded {
  bound: number
  index: number
}

/** Of many things the one that can be worth most, the first of equals; finding the next takes few steps. */
export class Heap {
  readonly #items: Bounded[]

  constructor(items: readonly Bounded[]) {
    this.#items = [...items].sort((a, b) => isBefore(a, b) ? -1 : 1)
  }

  get top(): Bounded | undefined {
    return this.#items[0]
  }

  /** Takes the top away, and puts another thing in its place where one is given. */
  replaceTop(item?: Bounded): void {
    const last = item ?? this.#items.pop()
    if (last && this.#items.length)
      this.#sink(last)
  }

  #sink(item: Bounded): void {
    const items = this.#items
    let at = 0
    for (let child = 1; child < items.length; child = 2 * at + 1) {
      if (child + 1 < items.length && isBefore(items[child + 1]!, items[child]!))
        child++
      if (!isBefore(items[child]!, item))
        break
      items[at] = items[child]!
      at = child
    }
    items[at] = item
  }
}

function isBefore(a: Bounded, b: Bounded): boolean {
  return a.bound > b.bound || (a.bound === b.bound && a.index < b.index)
}
