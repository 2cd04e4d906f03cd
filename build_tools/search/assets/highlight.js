/* Marks on a page the words that led to it (?h=…). Inside the part that was opened all of them, elsewhere only words that stand together. */
(function (search) {
  "use strict"

  /** Marks on one page; more of them point at nothing. */
  const MARKS = 150

  search.highlight = () => {
    const words = new URLSearchParams(location.search).get("h") || ""
    /** @type {HTMLElement | null} */
    const content = document.querySelector(".md-content__inner, main, body")
    if (!content || content.dataset.marked === words) return
    content.dataset.marked = words
    const toned = search.termsAt(search.tidy(words)).some(({ term }) => term !== search.fold(term))
    const tokens = search.termsAt(search.tidy(words)).map(({ term }) => {
      const folded = search.fold(term)
      return { term, folded, strict: toned, options: [{ folded, weight: 1 }] }
    })
    if (!tokens.length) return
    const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null
    const inside = part(target)
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT)
    const nodes = []
    while (walker.nextNode()) nodes.push(/** @type {Text} */ (walker.currentNode))
    const opened = node => inside.has(node) || [...inside].some(element => element.contains?.(node))
    let first = null, marks = 0
    // the opened part has its marks before the rest of a long page uses them up
    for (const node of [...nodes.filter(opened), ...nodes.filter(one => !opened(one))]) {
      if (marks >= MARKS) break
      if (node.parentElement.closest("script, style, textarea, mark, .headerlink, nav")) continue
      const text = node.data
      if (search.tidy(text).length !== text.length) continue
      const rows = search.locate(search.tidy(text), tokens).rows
      const keep = (tokens.length === 1 || opened(node) ? rows : together(rows)).slice(0, MARKS - marks)
      if (!keep.length) continue
      const pieces = document.createDocumentFragment()
      let at = 0
      for (const row of keep) {
        if (row.start < at) continue
        pieces.append(text.slice(at, row.start))
        const mark = document.createElement("mark")
        mark.className = "cn-mark"
        mark.textContent = text.slice(row.start, row.end)
        first = first ?? mark
        marks++
        pieces.append(mark)
        at = row.end
      }
      pieces.append(text.slice(at))
      node.replaceWith(pieces)
    }
    if (target) target.scrollIntoView()
    else if (first) first.scrollIntoView({ block: "center" })
    if (first) offerToClear(content)
  }

  /** The opened part: the element of the anchor, and what follows it up to the next anchored element or heading. */
  function part(target) {
    const out = new Set()
    if (!target) return out
    let element = target.closest("h1, h2, h3, h4, h5, h6, p, li, div, section, table, td") || target
    out.add(element)
    for (let step = 0; step < 12; step++) {
      element = element.nextElementSibling
      if (!element || /^H[1-6]$/.test(element.tagName) || (element.id && step > 0)) break
      out.add(element)
    }
    return out
  }

  /** Rows whose neighbour in the text answers another word of the query. */
  const together = rows => rows.filter(row => rows.some(other => Math.abs(other.order - row.order) === 1 && other.token !== row.token))

  function offerToClear(content) {
    document.querySelector(".cn-mark-clear")?.remove()
    const button = document.createElement("button")
    button.type = "button"
    button.className = "cn-mark-clear md-button"
    button.textContent = search.say("clear")
    button.addEventListener("click", () => {
      for (const mark of content.querySelectorAll("mark.cn-mark")) mark.replaceWith(mark.textContent)
      content.normalize()
      const url = new URL(location.href)
      url.searchParams.delete("h")
      history.replaceState(history.state, "", url.href)
      button.remove()
    })
    document.body.append(button)
  }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
