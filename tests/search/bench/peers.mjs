// The peers on the same pages and queries: Material's lunr (its settings for Vietnamese), MiniSearch as documented.
// stdin: {"engine": "lunr" | "minisearch", "pages": [{id, title, text}], "queries": [string]}; stdout: {"hits": [[id]], "bytes": gzipped index}
import { createRequire } from "node:module"
import { readFileSync } from "node:fs"
import { gzipSync } from "node:zlib"

const require = createRequire(import.meta.url)
const { engine, pages, queries } = JSON.parse(readFileSync(0, "utf8"))

function withLunr() {
  const lunr = require("lunr")
  require("lunr-languages/lunr.stemmer.support")(lunr)
  require("lunr-languages/lunr.vi")(lunr)
  const index = lunr(function () {
    this.use(lunr.vi)
    this.ref("id")
    this.field("title", { boost: 1000 })
    this.field("text")
    for (const page of pages) this.add(page)
  })
  const ask = query => {
    // as Material's default transform: each word also as a prefix, phrases in quotes kept as required words
    // eslint-disable-next-line no-control-regex -- what is not ASCII, asked as Material asks it
    const terms = query.split(/"([^"]+)"/g).map((part, at) => at & 1 ? part.replace(/^\b|^(?![^\x00-\x7F]|$)|\s+/g, " +") : part).join("").replace(/"|(?:^|\s+)[*+\-:^~]+(?=\s+|$)/g, "").trim()
    try {
      return index.search(terms + "*").map(hit => hit.ref)
    } catch {
      return []
    }
  }
  return { ask, bytes: gzipSync(JSON.stringify({ docs: pages })).length }
}

function withMiniSearch() {
  const MiniSearch = require("minisearch")
  const index = new MiniSearch({ fields: ["title", "text"], searchOptions: { boost: { title: 3 }, prefix: true, fuzzy: 0.2 } })
  index.addAll(pages)
  return { ask: query => index.search(query).map(hit => hit.id), bytes: gzipSync(JSON.stringify(index)).length }
}

const { ask, bytes } = engine === "lunr" ? withLunr() : withMiniSearch()
process.stdout.write(JSON.stringify({ hits: queries.map(query => ask(query).slice(0, 10)), bytes }))
