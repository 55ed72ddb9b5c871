import sharp from 'sharp'
const [,, out, ...files] = process.argv
const H = 420
const imgs = await Promise.all(files.map(async f => { const b = await sharp(f).resize({ height: H }).png().toBuffer({ resolveWithObject: true }); return b }))
let x = 0, y = 0, rowW = 0; const comp = []
for (const { data, info } of imgs) { if (x + info.width > 1800) { x = 0; y += H + 8 } comp.push({ input: data, left: x, top: y }); x += info.width + 8; rowW = Math.max(rowW, x) }
await sharp({ create: { width: rowW, height: y + H, channels: 3, background: '#c33' } }).composite(comp).png().toFile(out)
