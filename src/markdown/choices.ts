/** One of the answers that a question offers. */
export interface ChoiceText {
  /** Markdown of one line. */
  text: string
  right: boolean
}

const CHOICE = /^ {0,3}[-*+]\s+\[([ x])\]\s(.+)$/i

/** The choices at the start of a question's body, a task list, and what follows them: the answer. */
export function readChoices(body: string): { choices: ChoiceText[], rest: string } {
  const lines = body.split('\n')
  const choices: ChoiceText[] = []
  let next = 0
  for (; next < lines.length; next++) {
    const line = lines[next]!
    const [, mark, text] = CHOICE.exec(line) ?? []
    const last = choices.at(-1)
    if (text)
      choices.push({ text: text.trim(), right: mark !== ' ' })
    else if (last && /^\s+\S/.test(line) && lines[next - 1]!.trim())
      last.text += ` ${line.trim()}`
    else if (line.trim())
      break
  }
  return choices.length ? { choices, rest: lines.slice(next).join('\n') } : { choices, rest: body }
}
