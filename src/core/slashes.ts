/** A path with forward slashes, as addresses, Vite and files for all systems write it. */
export function withSlashes(file: string): string {
  return file.replaceAll('\\', '/')
}
