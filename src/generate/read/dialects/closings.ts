const closing = /^(?:\s|>)*(?:(:{3,})\s*$|(\/{3,})\s*$)|\{%-?\s*(?:end|\/)\s*([\w-]*)|\{\{[<%]\s*\/\s*([\w/-]+)|<\/([A-Za-z][\w.:-]*)\s*>|(-->)|(\*\/\})/g

/** The last line, from 1, on which each kind of container is closed: an opening below it is none. */
export function closings(lines: readonly string[]): Map<string, number> {
  const last = new Map<string, number>()
  lines.forEach((line, i) => {
    for (const [, colons, slashes, liquid, hugo, tag, comment, expression] of line.matchAll(closing)) {
      const key = colons ? 'colon' : slashes ? `slash:${slashes.length}` : liquid !== undefined ? `liquid:${liquid}` : hugo ? `hugo:${hugo}` : tag ? `tag:${tag}` : comment ? 'comment' : expression ? 'expression' : undefined
      if (key)
        last.set(key, i + 1)
    }
  })
  return last
}
