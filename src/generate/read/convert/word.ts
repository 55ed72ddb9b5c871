import type { PandocOutput } from './pandoc.ts'
import { Buffer } from 'node:buffer'
import mammoth from 'mammoth'
import { UserError } from '../../../core/errors.ts'

/**
 * Reads a Word document without pandoc: all but its formulas.
 * @throws UserError where it is none
 */
export async function convertWord(file: string, bytes: Uint8Array): Promise<PandocOutput> {
  const media = new Map<string, Uint8Array>()
  const convertImage = mammoth.images.imgElement(async (image) => {
    const name = `media/image${media.size + 1}.${image.contentType.replace(/^image\/(?:x-)?/, '').replace(/\+.*$/, '')}`
    media.set(name, new Uint8Array(await image.readAsArrayBuffer()))
    return { src: name }
  })
  try {
    const styleMap = [
      'p[style-name=\'Title\'] => header > h1:fresh',
      'p[style-name=\'Source Code\'] => pre:separator(\'\\n\')',
    ]
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage, styleMap })
    return { html: value.replace(/<\/(?:p|h\d|table|ul|ol|pre|header)>/g, '$&\n'), media }
  }
  catch (error) {
    const hint = 'Open it in Word, and save it again as .docx.'
    throw new UserError(`This is no Word document that can be read: ${(error as Error).message}.`, hint, { file })
  }
}
