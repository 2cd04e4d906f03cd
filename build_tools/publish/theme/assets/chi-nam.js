/* What a document's page does beyond being read: marks where one is, shows what a citation means, copies citations and addresses.
 * Nothing here is needed to read. Plain script of the year 2020 at most: old office machines run it. */
Object.assign(window, { chiNamPage: function () {
  "use strict"

  // called at the end of a page, once all of it is read: the script that does so carries the words
  const words = JSON.parse(/** @type {HTMLScriptElement} */ (document.currentScript).dataset.words || "{}")
  const root = /** @type {any} */ (globalThis).chiNamSearch.root
  const text = /** @type {HTMLElement | null} */ (document.querySelector(".van-ban"))

  /** An element with text; `name` may carry a class after a dot. @returns {any} */
  function make(name, said = "") {
    const parts = name.split(".")
    const element = document.createElement(parts[0])
    if (parts[1]) element.className = parts[1]
    if (said) element.textContent = said
    return element
  }

  // --- a long text in parts: an address of a place that another part has now leads there

  function lead() {
    const id = decodeURIComponent(location.hash.slice(1))
    if (!id || !text || !text.dataset.neo || document.getElementById(id)) return
    const map = make("script")
    const base = new URL(text.dataset.neo, location.href)
    Object.assign(window, { chiNamNeo: pages => {
      const page = Object.keys(pages).find(name => (" " + pages[name] + " ").includes(" " + id + " "))
      if (page) location.replace(new URL(page, base).href + "#" + id)
    } })
    map.src = base.href
    document.head.append(map)
  }
  addEventListener("hashchange", lead)
  lead()

  // --- the bar that stays: the part of the page one is in; its contents close once used

  const bar = document.querySelector(".thanh")
  if (bar) {
    const contents = bar.querySelector("details")
    if (contents) {
      document.addEventListener("click", event => {
        const at = /** @type {Element} */ (event.target)
        if (contents.open && (!contents.contains(at) || at.closest("a"))) contents.open = false
      })
      contents.addEventListener("keydown", event => {
        if (event.key === "Escape") { contents.open = false; contents.querySelector("summary").focus() }
      })
    }
    const links = Array.from(bar.querySelectorAll(":scope > ul a[href^='#']"))
    const parts = links.map(link => document.getElementById(link.getAttribute("href").slice(1)))
    let waiting = false
    const mark = () => {
      waiting = false
      const line = bar.getBoundingClientRect().bottom + 80
      const tops = parts.map(part => part ? part.getBoundingClientRect().top : Infinity)
      const here = tops.indexOf(Math.max(...tops.filter(top => top <= line)))
      links.forEach((link, index) => {
        if (index === here) link.setAttribute("aria-current", "location")
        else link.removeAttribute("aria-current")
      })
    }
    addEventListener("scroll", () => {
      if (!waiting) { waiting = true; requestAnimationFrame(mark) }
    }, { passive: true })
    // once the page is laid out anyway: to ask sooner would have it laid out twice
    addEventListener("load", mark)
  }

  // --- deadlines by the reader's clock; without this the dates stand alone

  const SOON = 30
  const now = new Date()
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())
  document.querySelectorAll(".viec time[datetime]").forEach(when => {
    const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(when.getAttribute("datetime"))
    if (!parts) return
    const month = parts[2] ? Number(parts[2]) : 12
    const last = parts[3] ? Date.UTC(Number(parts[1]), month - 1, Number(parts[3])) : Date.UTC(Number(parts[1]), month, 0)
    const days = Math.round((last - today) / 864e5)
    if (days > SOON) return
    const said = days < 0 ? words.overdue : days === 0 ? words.today : words.left.replace("{days}", String(days))
    when.after(" ", make(days < 0 ? "span.han-qua" : "span.han-gan", said))
  })

  // --- lists of documents: filtered and ordered by the reader, with an address that can be sent on; without this they stand as they are

  const tools = /** @type {HTMLElement | null} */ (document.querySelector(".loc-xep"))
  if (tools) {
    const plain = said => said.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d")
    const lists = Array.from(document.querySelectorAll(".danh-sach > ul"))
    /** @type {(list: Element) => HTMLElement[]} */
    const entriesOf = list => Array.from(list.querySelectorAll(":scope > li"))
    const rows = lists.map(list => entriesOf(list).map((item, place) => {
      const when = item.querySelector("time")
      const name = item.querySelector(".ten")
      const body = item.querySelector("a[href*='co-quan/']")
      return {
        item, place, said: item.textContent.toLowerCase(), plain: plain(item.textContent), date: when ? when.getAttribute("datetime") : "",
        name: name ? name.textContent : "", body: body ? body.textContent : "\uffff",
      }
    }))
    const compare = (a, b) => a.localeCompare(b, "vi", { numeric: true })
    const ORDERS = {
      "": (a, b) => a.place - b.place,
      cu: (a, b) => (a.date || "9999").localeCompare(b.date || "9999") || a.place - b.place,
      ten: (a, b) => compare(a.name, b.name) || a.place - b.place,
      "co-quan": (a, b) => compare(a.body, b.body) || a.place - b.place,
    }
    const asked = new URLSearchParams(location.search)
    const field = make("input")
    field.type = "search"
    field.value = asked.get("loc") || ""
    field.setAttribute("aria-label", words.filter)
    field.placeholder = words.filter
    const order = make("select")
    order.setAttribute("aria-label", words.order)
    const names = [["", words.newest], ["cu", words.oldest], ["ten", words.byName], ["co-quan", words.byBody]]
    names.forEach(([value, said]) => { const option = make("option", said); option.value = value; order.append(option) })
    order.value = asked.get("xep") || ""
    if (!order.value) order.value = ""
    const count = make("p.phu")
    count.setAttribute("role", "status")
    const show = () => {
      const wanted = field.value.toLowerCase().trim().split(/\s+/).filter(Boolean)
      let left = 0
      lists.forEach((list, at) => {
        rows[at].slice().sort(ORDERS[order.value] || ORDERS[""]).forEach(row => {
          // a word with marks means just that word; one without is found whatever its marks
          row.item.hidden = !wanted.every(word => (word === plain(word) ? row.plain : row.said).includes(word))
          if (!row.item.hidden) left += 1
          list.append(row.item)
        })
      })
      count.textContent = wanted.length ? words.filtered.replace("{count}", String(left)) : ""
      const target = new URL(location.href)
      for (const [key, value] of [["loc", field.value.trim()], ["xep", order.value]]) {
        if (value) target.searchParams.set(key, value)
        else target.searchParams.delete(key)
      }
      if (target.href !== location.href) {
        try { history.replaceState(null, "", target.href) } catch { /* a page opened from a stick may not change its address */ }
      }
    }
    field.addEventListener("input", show)
    order.addEventListener("change", show)
    tools.append(field, order, count)
    if (field.value || order.value) { show(); tools.scrollIntoView() }
  }

  // --- timelines, newest first: where today stands between what comes and what was

  const years = document.querySelector(".cac-nam ul")
  const moments = Array.from(document.querySelectorAll(".dong-thoi-gian > ol > li")).filter(item => item.querySelector("time"))
  const day = new Date(today).toISOString().slice(0, 10)
  const year = "nam-" + day.slice(0, 4)
  const past = moments.findIndex(item => item.querySelector("time").getAttribute("datetime") <= day)
  const ofYear = document.querySelector("h2#" + year) || location.pathname.includes("/" + year + "/")
  if ((years || ofYear) && past >= 0) {
    const mark = make("li.hom-nay", words.now + " " + day.split("-").reverse().join("/"))
    mark.id = "hom-nay"
    moments[past].before(mark)
    if (years) {
      const link = make("a.toi-hom-nay", words.now)
      link.href = "#hom-nay"
      years.parentElement.append(link)
    }
    if (location.hash === "#hom-nay") mark.scrollIntoView()
  }
  // a timeline with a page for each year: this year's leads to today
  document.querySelectorAll(".nhom a[href*='" + year + "/']").forEach(found => {
    const link = /** @type {HTMLAnchorElement} */ (found)
    if (!link.href.includes("/dong-thoi-gian/")) return
    link.hash = "hom-nay"
    link.title = words.now
    link.setAttribute("aria-current", "date")
  })

  // --- paper: the text alone, or with all that the page knows; what is folded is printed too

  /** @returns {HTMLDetailsElement[]} */
  const folded = () => Array.from(document.querySelectorAll("article details:not([open])"))
  let unfolded = folded().slice(0, 0)
  addEventListener("beforeprint", () => { unfolded = folded(); unfolded.forEach(part => { part.open = true }) })
  addEventListener("afterprint", () => {
    unfolded.forEach(part => { part.open = false })
    document.documentElement.classList.remove("in-du", "in-tron")
  })
  /** The further parts of a long text, fetched once, stand behind the first on paper; nothing of them is shown. @param {HTMLButtonElement} button */
  function printWhole(button) {
    const said = button.textContent
    button.disabled = true
    button.textContent = words.gathering
    const pages = button.dataset.inTron.trim().split(" ")
    Promise.all(pages.map(page => fetch(page).then(answer => answer.ok ? answer.text() : Promise.reject(answer.status)))).then(found => {
      const parts = found.map(page => new DOMParser().parseFromString(page, "text/html").querySelector(".van-ban"))
      parts.forEach(part => part.classList.add("phan-them"))
      text.after(...parts)
      addEventListener("afterprint", () => parts.forEach(part => part.remove()), { once: true })
      button.textContent = said
      button.disabled = false
      document.documentElement.classList.add("in-tron")
      print()
    }).catch(() => { button.textContent = words.notGathered })
  }
  document.querySelectorAll("[data-in-tron]").forEach(found => {
    const button = /** @type {HTMLButtonElement} */ (found)
    // a page opened from a folder may not read its neighbours: there each part is printed by itself
    button.hidden = location.protocol === "file:"
    button.addEventListener("click", () => printWhole(button))
  })
  document.querySelectorAll("[data-in]").forEach(button => button.addEventListener("click", () => {
    const kind = /** @type {HTMLElement} */ (button).dataset.in
    if (kind) document.documentElement.classList.add(kind)
    print()
  }))

  // --- one small window for previews and copies

  const box = make("div.bong")
  box.hidden = true
  let owner = null
  let timer = 0

  function close() {
    clearTimeout(timer)
    box.hidden = true
    if (owner) owner.removeAttribute("aria-describedby")
    owner = null
  }

  function open(at, parts) {
    if (!parts.length) return
    close()
    box.textContent = ""
    parts.forEach(part => box.append(part))
    if (!box.isConnected) document.body.append(box)
    box.hidden = false
    owner = at
    const place = at.getClientRects()[0] || at.getBoundingClientRect()
    const left = Math.max(8, Math.min(place.left, document.documentElement.clientWidth - box.offsetWidth - 8))
    const below = place.bottom + box.offsetHeight + 12 < innerHeight || place.top < box.offsetHeight + 60
    box.style.left = left + scrollX + "px"
    box.style.top = (below ? place.bottom + 6 : place.top - box.offsetHeight - 6) + scrollY + "px"
  }

  addEventListener("keydown", event => { if (event.key === "Escape") close() })
  document.addEventListener("click", event => {
    if (!box.hidden && !box.contains(/** @type {Node} */ (event.target)) && event.target !== owner) close()
  })
  box.addEventListener("mouseenter", () => clearTimeout(timer))
  box.addEventListener("mouseleave", close)

  // --- what a citation means: the entry of the document in the list of relations, and the words cited

  /** The document that an address leads to: its first page, whichever part it names. */
  const bare = href => href.split("#")[0].replace(/\/phan-\d+\/index\.html$/, "/index.html")
  let entries = null

  function entryOf(link) {
    if (!entries) {
      entries = new Map()
      document.querySelectorAll("ul.quan-he > li").forEach(item => {
        const name = /** @type {HTMLAnchorElement | null} */ (item.querySelector("a.ten"))
        if (name) {
          if (!entries.has(name.href)) entries.set(name.href, item)
          if (name.classList.length === 1 && !entries.has(bare(name.href))) entries.set(bare(name.href), item)
        }
      })
    }
    return entries.get(link.href) || entries.get(bare(link.href))
  }

  function cut(said) {
    const line = said.replace(/\s+/g, " ").replace(/ ?¶/g, "").trim()
    return line.length > 420 ? line.slice(0, 420).replace(/\s\S*$/, "") + " …" : line
  }

  /** What the contents call the article of a place that stands in another part; without an entry its own address in words. */
  function titleOf(link) {
    const ids = [link.hash, link.hash.replace(/-diem-.*/, ""), link.hash.replace(/-khoan-.*/, "")]
    const listed = /** @type {HTMLAnchorElement[]} */ (Array.from(document.querySelectorAll(".muc-luc a")))
    const entry = ids.map(id => listed.find(a => a.hash === id)).find(Boolean)
    return entry ? entry.textContent : told(link.hash.slice(1))
  }

  /** Shows what a link means; the words of a place that stands in another part are fetched, where a page may read its neighbours. */
  function present(link, parts, more = []) {
    open(link, parts.concat(more))
    const hash = decodeURIComponent(link.hash.slice(1))
    const page = link.href.split("#")[0]
    if (!hash || document.getElementById(hash) || bare(page) !== bare(location.href) || location.protocol === "file:") return
    fetch(page).then(answer => answer.ok ? answer.text() : "").then(said => {
      const target = new DOMParser().parseFromString(said, "text/html").getElementById(hash)
      if (target && owner === link) open(link, [make("p.doan", cut(target.textContent))].concat(more))
    }).catch(() => {})
  }

  function preview(link) {
    const found = []
    const hash = decodeURIComponent(link.hash.slice(1))
    if (bare(link.href) === bare(location.href)) {
      const target = document.getElementById(hash)
      const said = target ? cut(target.textContent) : hash ? titleOf(link) : ""
      if (said) found.push(make("p.doan", said))
      return found
    }
    const item = entryOf(link)
    if (!item) {
      // "Luật này" in words that are quoted may be another law: no document stands for it
      if (link.matches(".chua-ro") && !hash) found.push(make("p", words.notKnown))
      return found
    }
    const head = item.querySelector("p").cloneNode(true)
    head.querySelectorAll("[id]").forEach(node => node.removeAttribute("id"))
    found.push(head)
    const passage = hash && Array.from(item.querySelectorAll(".doan-dan a")).find(a => a.href === link.href)
    if (passage) found.push(make("p.doan", cut(passage.parentElement.textContent)))
    if (text.dataset.tinhDen && !head.querySelector(".co-thay") && link.matches(".vb")) found.push(make("p.phu", text.dataset.tinhDen))
    return found
  }

  if (text) {
    const cited = ".vb, .mo-ho, .chua-ro"
    let touch = false
    text.addEventListener("pointerdown", /** @param {PointerEvent} event */ event => { touch = event.pointerType === "touch" })
    text.addEventListener("mouseover", event => {
      const link = /** @type {Element} */ (event.target).closest(cited)
      if (!link || touch || link === owner) return
      clearTimeout(timer)
      timer = setTimeout(() => present(link, preview(link)), 250)
    })
    text.addEventListener("mouseout", event => {
      if (!/** @type {Element} */ (event.target).closest(cited) || touch) return
      clearTimeout(timer)
      timer = setTimeout(() => { if (!box.querySelector("button")) close() }, 300)
    })
    text.addEventListener("focusin", event => {
      const link = /** @type {Element} */ (event.target).closest(cited)
      if (link && !touch) present(link, preview(link))
    })
    text.addEventListener("click", event => {
      const at = /** @type {Element} */ (event.target)
      const link = /** @type {HTMLAnchorElement | null} */ (at.closest(cited))
      if (link && touch) {
        const parts = preview(link)
        if (!parts.length) return
        event.preventDefault()
        const go = make("a.nut", words.open)
        go.href = link.href
        present(link, parts, link.matches(".chua-ro") && !link.hash ? [] : [go])
        return
      }
      const mark = at.closest(".neo, .headerlink")
      if (mark && !mark.matches(".ve")) open(mark, copies(mark))
    })
  }

  // --- citations and addresses to copy

  function address(mark) {
    const code = text.dataset.ngan
    return code && location.protocol !== "file:" ? root + "s/" + code + "/" + mark.hash : mark.href
  }

  /** The place that an address tells by itself: "dieu-5-khoan-1-diem-dd" is điểm đ khoản 1 Điều 5 (the pages' maker leaves those out). */
  function told(id) {
    const found = /^dieu-(\d+[a-z]?)(?:-khoan-(\d+[a-z]?))?(?:-diem-([a-z]{1,2}))?$/.exec(id)
    if (!found) return ""
    const labels = [found[3] === "dd" ? "đ" : found[3], found[2], found[1]]
    return [words.point, words.clause, words.article].map((name, at) => labels[at] ? name + " " + labels[at] : "").filter(Boolean).join(" ")
  }

  function copies(mark) {
    const place = (mark.matches(".neo") ? mark.title : mark.parentElement.dataset.o) || told(mark.hash.slice(1))
    const cite = (place ? place + " " : "") + text.dataset.dan
    const parts = [make("p", cite)]
    for (const [label, said] of [[words.cite, cite], [words.address, address(mark)]]) {
      const button = make("button.nut", label)
      button.type = "button"
      button.addEventListener("click", () => {
        copy(said).then(done => { button.textContent = done ? words.copied : words.notCopied })
      })
      parts.push(button)
    }
    return parts
  }

  function copy(said) {
    const old = () => {
      const area = make("textarea")
      area.value = said
      document.body.append(area)
      area.select()
      const done = document.execCommand("copy")
      area.remove()
      return done
    }
    return navigator.clipboard ? navigator.clipboard.writeText(said).then(() => true, old) : Promise.resolve(old())
  }
} })
