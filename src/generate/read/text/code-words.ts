import { wordList } from '../../text/patterns.ts'

/** Programs that a line of a shell begins with. */
export const commands = wordList(`
  apk apt apt-get aws az brew bundle cargo cat cd chmod chown conda cp curl deno docker docker-compose dotnet echo
  export flask gcloud gem git go gradle grep helm java kubectl ls make mkdir mv mvn mysql node npm npx pip pip3 pnpm
  podman poetry psql python python3 rails rm ruby rustup scp ssh sudo systemctl tar terraform touch uv uvicorn wget
  yarn
`)

/** Words that a line of code begins with, in programs, queries and Dockerfiles. */
export const keywords = wordList(`
  import from def class function const let var return if for while elif else try except with fn pub use package public
  private static void int struct enum interface type async await print raise
  SELECT INSERT CREATE UPDATE DELETE FROM
  RUN COPY CMD WORKDIR ENV EXPOSE ENTRYPOINT ADD ARG VOLUME USER
`)

/** Endings of files that pages show. */
export const fileEndings = wordList(`
  bash c h r cfg conf cpp cs css env go htm html ini java js jsx json kt lock lua md mjs php pl ps1 py rb rs scss sh sql
  svelte swift toml ts tsx txt vue xml yaml yml
`)

/** Files without an ending. */
export const fileNames = ['Dockerfile', 'Makefile', 'Gemfile', 'Procfile', 'Jenkinsfile']
