// Puts libraries that static pages load as they are, without a bundler, beside those pages; each with its licence.

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

const packages = join(import.meta.dirname, '../node_modules')
const output = join(import.meta.dirname, '../../../../target/spa')

/** Folder of the site → file of a package. */
const FILES = {
  'tools/vendor': [
    '@humanwhocodes/momoa/dist/momoa.js',
    'dompurify/dist/purify.min.js',
    'marked/lib/marked.umd.js',
    'pinyin-pro/dist/index.js',
    'sax/lib/sax.js',
    'transliteration/dist/browser/bundle.umd.min.js',
    'wanakana/wanakana.min.js',
  ],
  widget: ['@mermaid-js/tiny/dist/mermaid.tiny.js'],
}

/** Where the name of a file says nothing by itself. */
const NAMES = {
  'pinyin-pro/dist/index.js': 'pinyin-pro.js',
  'transliteration/dist/browser/bundle.umd.min.js': 'transliteration.umd.min.js',
  '@mermaid-js/tiny/dist/mermaid.tiny.js': 'mermaid.js',
}

const packageOf = (file) => file.match(/^(?:@[^/]+\/)?[^/]+/)[0]

function copyLicence(name, folder) {
  const target = join(folder, `${name.replace(/^@.*\//, '')}.LICENSE.txt`)
  const licence = readdirSync(join(packages, name)).find((file) => /^licen[cs]e/i.test(file))
  if (licence) {
    copyFileSync(join(packages, name, licence), target)
  } else {
    const { author, license, version } = JSON.parse(
      readFileSync(join(packages, name, 'package.json'), 'utf8'),
    )
    writeFileSync(target, `${name} ${version}, by ${author?.name ?? author}\nLicence: ${license}\n`)
  }
}

for (const [folder, files] of Object.entries(FILES)) {
  const target = join(output, folder)
  mkdirSync(target, { recursive: true })
  for (const file of files) {
    const source = join(packages, file)
    if (!existsSync(source)) {
      throw new Error(`${dirname(file)} has no ${basename(file)} any more`)
    }
    // The addresses of source maps would lead nowhere.
    const text = readFileSync(source, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')
    writeFileSync(join(target, NAMES[file] ?? basename(file)), text)
    copyLicence(packageOf(file), target)
  }
}
