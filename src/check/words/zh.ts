/** Alternative texts that say nothing of a picture. */
export const emptyAlts = ['图', '图片', '截图']

/** Titles for which there is no sentence. */
export const labels = ['参考', '总结', '目录', '谢谢', '附录']

/** Words of topics of three words and more: there are no spaces between words. */
export const joiners: readonly string[] = []
