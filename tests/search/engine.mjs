// Runs the search's own JavaScript in Node on an index folder.
// stdin: {"index": folder, "queries": [string | {query, limit}], "first": bool}; stdout: one JSON line a query.
import { readFileSync } from "node:fs"
import { join, dirname } from "node:path"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import vm from "node:vm"

const ASSETS = join(dirname(fileURLToPath(import.meta.url)), "../../build_tools/search/assets")
const ENGINE = ["normaliser", "shards", "query", "snippet", "engine"]

export function load(folder) {
  const search = (globalThis.chiNamSearch = {})
  search.fetched = []
  search.loadScript = async name => {
    const code = readFileSync(join(folder, name + ".js"))
    search.fetched.push([name, code])
    vm.runInThisContext(code.toString())
  }
  for (const name of ENGINE) vm.runInThisContext(readFileSync(join(ASSETS, name + ".js"), "utf8"), { filename: name + ".js" })
  return search
}

const sizes = new Map()
/** Gzipped bytes of the files fetched. */
export const gzipped = files => files.reduce((sum, [name, code]) => {
  if (!sizes.has(name)) sizes.set(name, gzipSync(code).length)
  return sum + sizes.get(name)
}, 0)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const input = JSON.parse(readFileSync(0, "utf8"))
  if (input.terms) {
    const search = load("")
    process.stdout.write(JSON.stringify(input.terms.map(text => search.termsAt(search.tidy(text)).map(({ term }) => [term, search.fold(term)]))))
  } else {
    const search = load(input.index)
    for (const item of input.queries) {
      const { query, ...options } = typeof item === "string" ? { query: item } : item
      if (input.cold) search.forget()
      search.fetched.length = 0
      let first = null
      const start = process.hrtime.bigint()
      const result = await search.search(query, { ...options, stage: () => { first ??= gzipped(search.fetched) } })
      const ms = Number(process.hrtime.bigint() - start) / 1e6
      const bytes = gzipped(search.fetched)
      delete result.matched
      process.stdout.write(JSON.stringify({ ...result, tokens: undefined, bytes, first: first ?? bytes, ms, files: input.cold ? search.fetched.map(([name]) => name) : undefined }) + "\n")
    }
  }
}
