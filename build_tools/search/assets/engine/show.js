/* Results in words: shared by the box in the header and the search page. All that comes from the index is escaped here. */
(function (search) {
  "use strict"

  const { say } = search
  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
  const escape = text => String(text).replace(/[&<>"']/g, letter => ESCAPES[letter])
  const marked = pieces => pieces.map(({ text, hit }) => hit ? `<mark>${escape(text)}</mark>` : escape(text)).join("")

  /** 2021-05-18 → 18/05/2021, 2021-05 → 5/2021, as on the pages */
  const day = iso => iso.split("-").reverse().join("/").replace(/^0(?=\d\/\d{4}$)/, "")

  /** What kind of thing, number, date, and what the site shows beside it. */
  function facts(hit, index) {
    const out = [index.kinds[hit.kind]?.[1] || ""]
    if (hit.number && !hit.title.includes(hit.number)) out.push(hit.number)
    if (hit.date && !hit.meta.some(([, value]) => /\d{4}$|^\d{4}-/.test(value))) out.push(day(hit.date))
    for (const [label, value] of hit.meta) {
      if (!value || value === hit.number) continue
      const shown = /^\d{4}(-\d\d)*$/.test(value) ? day(value) : value
      out.push(label ? say("fact", { label, value: shown }) : shown)
    }
    return out.filter(Boolean)
  }

  const quoted = text => say("quoted", { text: escape(text) })
  const either = words => words.map(word => `<strong>${escape(word)}</strong>`).join(` ${say("or")} `)

  /** What the search did with the query: corrections, words not found, files that could not be read. */
  function notes(result) {
    const out = result.corrections.map(({ from, to, seldom }) => say(seldom ? "seldom" : "corrected", { from: quoted(from), to: either(to) }))
    const readings = result.readings.map(({ from, to }) => say("reading", { from: quoted(from), to: either(to) }))
    if (readings.length) out.push(say("readings", { readings: readings.join("; ") }))
    if (result.missing.length) out.push(say("missing", { words: result.missing.map(word => `<del>${escape(word)}</del>`).join(", ") }))
    if (result.unknown.length) out.push(say("unknown", { words: result.unknown.map(quoted).join(", ") }))
    if (result.related) out.push(say("related"))
    if (result.unsure) out.push(say("unsure"))
    if (result.broken.length) out.push(say("broken"))
    return out
  }

  const count = total => total === 1 ? say("one-result") : say("results", { count: search.figure(total) })

  /** Answer the box: `give` takes its items, first without and then with texts. */
  search.box = async (query, give, current) => {
    const meta = document.querySelector(".md-search-result__meta")
    if (!query.trim()) {
      give([])
      document.querySelector(".cn-search-all")?.remove()
      return
    }
    const put = async (result, whole) => {
      const index = await search.lookup.manifest()
      if (!current()) return
      give(result.hits.filter(hit => !hit.lost).map(hit => items(hit, query, index)))
      if (!meta) return
      const lines = notes(result)
      meta.innerHTML = (result.hits.length || whole ? (result.total ? count(result.total) : say("nothing")) : say("looking")) + lines.map(line => `<br>${line}`).join("")
      addAll(result, query)
    }
    const result = await search.search(query, { limit: 10, stage: first => put(first, false), current })
    await put(result, true)
    // texts of what stands below come when somebody looks there
    const pane = document.querySelector(".md-search__scrollwrap")
    if (result.hits.some(hit => hit.later)) pane?.addEventListener("scroll", async () => {
      if (!current()) return
      const hits = await Promise.all(result.hits.map(hit => hit.later ? hit.later() : hit))
      await put({ ...result, hits }, true)
    }, { once: true })
  }

  function items(hit, query, index) {
    const title = `${marked(hit.titlePieces)}<small class="cn-search-facts">${facts(hit, index).map(escape).join(" · ")}</small>`
    const address = url => search.href(url, query)
    const parts = hit.parts.filter(part => part.url !== hit.url).slice(0, 2)
    const own = hit.parts.find(part => part.url === hit.url)
    return [
      { location: address(hit.url), title, text: own && !parts.length ? excerpt(own) : "" },
      ...parts.map(part => ({ location: address(part.url), title: name(part, index), text: excerpt(part) }))
    ]
  }

  /** What a part is called: its title, the heading above it, or its kind. */
  const name = (part, index) => part.bare ? marked(part.pieces) :
    escape(search.shortened(part.title.split("\n")[0]) || part.above.split(" › ").pop() || index.kinds[part.kind]?.[1] || "")

  /** What was found in a part, unless that is its name. */
  const excerpt = part => part.bare ? "" : `<p>${marked(part.pieces)}</p>`

  /** The link below the list of the box that leads to the search page. */
  function addAll(result, query) {
    const list = document.querySelector(".md-search-result__list")
    /** @type {HTMLAnchorElement | null} */
    let all = document.querySelector(".cn-search-all")
    if (!all && list) {
      all = document.createElement("a")
      all.className = "cn-search-all"
      list.after(all)
    }
    if (!all) return
    const url = new URL(search.href(search.pageUrl || "tim-kiem/"))
    url.searchParams.set("tim", query)
    all.href = url.href
    all.textContent = result.total > result.hits.length ? say("all", { results: count(result.total) }) : say("page")
  }

  /** What is said when the search cannot start. */
  const trouble = error => say(error?.outdated ? "outdated" : "unreadable")
  search.boxTrouble = error => {
    const meta = document.querySelector(".md-search-result__meta")
    if (meta) meta.textContent = trouble(error)
  }

  search.show = { escape, marked, facts, notes, count, quoted, day, name, excerpt, trouble }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
