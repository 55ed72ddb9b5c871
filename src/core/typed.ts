import process from 'node:process'

/**
 * A command as a person types it where this one was started: `npm run build -- --only kernel` in the toolkit,
 * `npx docent build --only kernel` in a course that has Docent among its packages.
 * @param line the command's name, and what follows it
 */
export function typed(line: string): string {
  const { DOCENT_TYPED: docent } = process.env
  if (docent)
    return `${docent} ${line}`
  const [name, ...rest] = line.split(' ')
  const script = name === 'start' ? 'npm start' : `npm run ${name}`
  return rest.length ? `${script} -- ${rest.join(' ')}` : script
}
