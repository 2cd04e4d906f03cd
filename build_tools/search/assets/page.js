/* The search page: a field, what was found, facets with counts, order, and the whole state in the address. */
(function (search) {
  "use strict"

  const STEP = 10, FEW = 6
  /** A first list waits so many milliseconds for the whole one: what is drawn once does not move. */
  const PATIENCE = 250
  /** Pixels above the list, of a short result, and of one on a narrow page. */
  const ABOVE = 250, LOW = 110, TALL = 170, NARROW = 600
  const { say, figure } = search
  const { escape, marked, facts, notes, count, name, excerpt, quoted, trouble } = search.show

  search.startPage = async page => {
    const input = page.querySelector("input[type=search]"), status = page.querySelector("[data-status]"), results = page.querySelector("[data-results]")
    const more = page.querySelector("[data-more]"), sort = page.querySelector("[data-sort]"), side = page.querySelector("[data-facets]")
    const share = page.querySelector("[data-share]"), remarks = page.querySelector("[data-notes]"), tools = page.querySelector("[data-tools]")
    const state = { q: "", sort: "", chosen: new Map(), limit: STEP, open: new Set() }
    let asked = 0, index = null, table = null, before = new Map(), nearby = null

    // ---- the address ----
    function fromAddress() {
      const params = new URLSearchParams(location.search)
      state.q = params.get("tim") || ""
      state.sort = params.get("sort") === "new" ? "new" : ""
      state.limit = STEP
      state.chosen.clear()
      for (const [key, value] of params) if (key.startsWith("f.")) choose(key.slice(2), value, true)
      input.value = state.q
      sort.value = state.sort
    }
    function address() {
      const url = new URL(location.href)
      url.search = ""
      url.hash = ""
      if (state.q.trim()) url.searchParams.set("tim", state.q.trim())
      if (state.sort) url.searchParams.set("sort", state.sort)
      for (const [facet, values] of state.chosen) for (const value of values) url.searchParams.append("f." + facet, value)
      return url
    }
    function choose(facet, value, on) {
      if (!state.chosen.has(facet)) state.chosen.set(facet, new Set())
      const values = state.chosen.get(facet)
      if (on) values.add(value)
      else values.delete(value)
      if (!values.size) state.chosen.delete(facet)
    }

    // ---- facets ----
    const kindNames = () => index.kinds.map(([, shown]) => shown)
    /** Values of a facet that a group has, as shown. */
    function valuesOf(facet, group) {
      if (facet === "kind") return [table.kinds[group], ...(table.parts[group] || [])].map(kind => kindNames()[kind])
      const cell = table.rows[facet][group]
      return (Array.isArray(cell) ? cell : cell ? [cell] : []).map(number => table.values[facet][number - 1])
    }
    const fits = (group, except) => [...state.chosen].every(([facet, values]) => facet === except || valuesOf(facet, group).some(value => values.has(value)))
    function drawFacets(matched) {
      if (!table) return
      const blocks = []
      for (const [facet, shown] of [...index.facets, ["kind", say("found-in")]]) {
        const counts = new Map()
        for (const group of matched) if (fits(group, facet)) for (const value of valuesOf(facet, group)) counts.set(value, (counts.get(value) || 0) + 1)
        const chosen = state.chosen.get(facet) || new Set()
        for (const value of chosen) if (!counts.has(value)) counts.set(value, 0)
        if (counts.size < 2 && !chosen.size) continue
        const order = [...counts].sort((one, two) => chosen.has(two[0]) - chosen.has(one[0]) || (facet === "year" ? two[0].localeCompare(one[0]) : two[1] - one[1] || one[0].localeCompare(two[0], document.documentElement.lang)))
        const all = state.open.has(facet)
        const rows = (all ? order : order.slice(0, FEW)).map(([value, number]) => `<label><input type="checkbox" data-facet="${escape(facet)}" value="${escape(value)}"${chosen.has(value) ? " checked" : ""}> <span>${escape(value)}</span> <small>${figure(number)}</small></label>`)
        const rest = order.length - FEW
        blocks.push(`<fieldset><legend>${escape(shown)}</legend>${rows.join("")}${rest > 0 ? `<button type="button" data-open="${escape(facet)}" aria-expanded="${all}">${all ? say("fewer") : say("further", { count: figure(rest) })}</button>` : ""}</fieldset>`)
      }
      const active = /** @type {HTMLInputElement | null} */ (document.activeElement)
      const held = active?.dataset?.facet ? [active.dataset.facet, active.value] : null
      side.querySelector("[data-list]").innerHTML = blocks.join("")
      const number = [...state.chosen.values()].reduce((sum, values) => sum + values.size, 0)
      side.querySelector("summary").textContent = number ? say("filter-by", { count: figure(number) }) : say("filter")
      if (held) [...side.querySelectorAll("input")].find(box => box.dataset.facet === held[0] && box.value === held[1])?.focus()
    }

    // ---- results ----
    const drawParts = hit => hit.parts.map(part => {
      const own = part.url === hit.url
      return own ? excerpt(part) : `<div class="cn-hit__part"><a href="${escape(search.href(part.url, state.q))}">${name(part, index)}</a>${excerpt(part)}</div>`
    }).join("")
    function drawHit(hit) {
      if (hit.lost) return `<li class="cn-hit"><p>${say("lost")}</p></li>`
      const other = hit.aliases.length ? `<p class="cn-hit__also">${say("also", { names: hit.aliases.map(escape).join("; ") })}</p>` : ""
      return `<li class="cn-hit${hit.superseded ? " cn-hit--old" : ""}${hit.later ? " cn-hit--later" : ""}"><a class="cn-hit__title" href="${escape(search.href(hit.url, state.q))}">${marked(hit.titlePieces)}</a>` +
        `<p class="cn-hit__facts">${facts(hit, index).map(fact => `<span>${escape(fact)}</span>`).join("")}</p>${other}${drawParts(hit)}</li>`
    }
    /** What stands far down gets its texts when a reader comes near. */
    function watch(hits) {
      const waiting = new Map()
      hits.forEach((hit, place) => { if (hit.later) waiting.set(results.children[place], hit) })
      nearby?.disconnect()
      nearby = new IntersectionObserver(rows => rows.forEach(async ({ target, isIntersecting }) => {
        const hit = isIntersecting && waiting.get(target)
        if (!hit) return
        waiting.delete(target)
        const whole = await hit.later()
        target.insertAdjacentHTML("beforeend", drawParts(whole))
        before.set(hit.url, whole.parts)
      }), { rootMargin: "300px" })
      for (const row of waiting.keys()) nearby.observe(row)
    }
    /** The query as it is quoted: phrases bring their own marks. */
    const said = () => /["“”]/.test(state.q) ? escape(state.q.trim()) : quoted(state.q.trim())
    /** A place for results before there are any: what comes later pushes nothing away. */
    function room(busy) {
      document.documentElement.toggleAttribute("data-cn-asked", busy)
      tools.hidden = side.hidden = !busy
    }
    function summary(result, whole) {
      if (result.total) return state.q.trim() ? say("results-for", { results: count(result.total), query: said() }) : count(result.total)
      return !whole ? say("looking") : state.q.trim() ? say("nothing-for", { query: said() }) : say("nothing")
    }
    function draw(result, whole) {
      // until the new texts are read, a result keeps the text it had: the page does not jump at every key
      if (whole) before = new Map(result.hits.map(hit => [hit.url, hit.parts]))
      else for (const hit of result.hits) if (!hit.parts.length) hit.parts = before.get(hit.url) || []
      status.innerHTML = summary(result, whole)
      remarks.innerHTML = notes(result).map(note => `<p>${note}</p>`).join("")
      const none = whole && !result.total
      // nothing to put in order, to share or to narrow down: the way by the lists of the site is shown instead
      page.toggleAttribute("data-none", none && !state.chosen.size)
      results.innerHTML = none ? `<li><p>${say("advice")}</p>${page.querySelector("[data-indexes]").innerHTML}</li>` : result.hits.map(drawHit).join("")
      more.hidden = result.total <= result.hits.length || result.hits.length < state.limit
      watch(result.hits)
    }

    async function run() {
      const mine = ++asked
      const current = () => mine === asked, started = performance.now()
      history.replaceState(history.state, "", address().href)
      const busy = Boolean(state.q.trim()) || state.chosen.size > 0
      room(busy)
      if (!busy) {
        status.textContent = say("start")
        results.innerHTML = remarks.innerHTML = ""
        more.hidden = true
        return
      }
      let early = null
      const timer = setTimeout(() => { if (early && current()) draw(early, false) }, PATIENCE)
      const soon = first => { if (performance.now() - started < PATIENCE) early = first; else if (current()) draw(first, false) }
      try {
        index = await search.lookup.manifest()
        table = state.chosen.size || state.sort ? await search.shards.json("facets").catch(() => null) : null
        if (!current()) return
        const filter = state.chosen.size && table ? group => fits(group, null) : null
        const order = (state.sort || !state.q.trim()) && table ? group => Number((table.dates[group] || "0").replace(/-/g, "").padEnd(8, "0")) : null
        const options = { current, limit: state.limit, filter, order, stage: soon }
        const result = state.q.trim() ? await search.search(state.q, options) : await search.browse(options)
        clearTimeout(timer)
        if (!current()) return
        // published anew meanwhile: filters are told by the new table
        if (index.build !== (await search.lookup.manifest()).build && (filter || order)) return run()
        index = await search.lookup.manifest()
        // what a reader sees at once is drawn with its texts
        const seen = Math.ceil((innerHeight - ABOVE) / (innerWidth < NARROW ? TALL : LOW))
        result.hits = await Promise.all(result.hits.map((hit, place) => hit.later && place < seen ? hit.later() : hit))
        if (!current()) return
        draw(result, true)
        table = await search.shards.json("facets").catch(() => null)
        if (current()) drawFacets(result.matched)
      } catch (error) {
        clearTimeout(timer)
        if (!current()) return
        console.warn("search:", error)
        status.textContent = trouble(error)
        remarks.innerHTML = `<p>${say("indexes")}</p>`
        // nothing to sort, to share or to narrow down: the lists stand where results would
        page.toggleAttribute("data-none", true)
        results.innerHTML = `<li>${page.querySelector("[data-indexes]").innerHTML}</li>`
        page.querySelector("[data-indexes]").hidden = false
      }
    }
    const changed = () => { state.q = input.value; state.limit = STEP; run() }

    // ---- what a reader does ----
    input.addEventListener("input", changed)
    input.addEventListener("compositionend", changed)
    page.querySelector("form").addEventListener("submit", event => { event.preventDefault(); state.q = input.value; run() })
    sort.addEventListener("change", () => { state.sort = sort.value; state.limit = STEP; run() })
    more.addEventListener("click", async () => {
      const shown = results.children.length
      state.limit += STEP
      await run()
      results.children[shown]?.querySelector("a")?.focus()
    })
    side.addEventListener("change", event => {
      const box = event.target
      if (!box.dataset.facet) return
      choose(box.dataset.facet, box.value, box.checked)
      state.limit = STEP
      run()
    })
    side.addEventListener("click", event => {
      const facet = event.target.dataset?.open
      if (!facet) return
      if (state.open.has(facet)) state.open.delete(facet)
      else state.open.add(facet)
      run()
    })
    share.addEventListener("click", async () => {
      const url = address().href
      const answer = text => { share.textContent = text; setTimeout(() => { share.textContent = say("share") }, 2500) }
      try {
        if (navigator.share && matchMedia("(pointer: coarse)").matches) return await navigator.share({ title: document.title, url })
        await navigator.clipboard.writeText(url)
        answer(say("copied"))
      } catch (error) {
        if (error?.name !== "AbortError") globalThis.prompt(say("copy"), url)
      }
    })
    page.addEventListener("keydown", event => {
      if (event.isComposing) return
      const links = [...results.querySelectorAll("a")], at = links.indexOf(document.activeElement)
      if (event.key === "ArrowDown" && (document.activeElement === input || at >= 0) && links[at + 1]) {
        links[at + 1].focus()
        event.preventDefault()
      } else if (event.key === "ArrowUp" && at >= 0) {
        (links[at - 1] || input).focus()
        event.preventDefault()
      } else if (event.key === "Escape") {
        if (document.activeElement === input) { input.value = ""; changed() }
        input.focus()
        event.preventDefault()
      }
    })
    document.addEventListener("keydown", event => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.isComposing || !page.isConnected || /** @type {HTMLElement} */ (event.target).closest?.("input, textarea, select")) return
      input.focus()
      input.select()
      event.preventDefault()
      event.stopPropagation()
    }, true)
    addEventListener("popstate", () => { if (page.isConnected) { fromAddress(); run() } })

    fromAddress()
    side.open = matchMedia("(min-width: 60em)").matches
    search.warm().catch(() => {})
    await run()
    if (!matchMedia("(pointer: coarse)").matches) input.focus()
  }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
