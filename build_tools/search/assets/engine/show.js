/* Results in words: shared by Material's box and the search page. All that comes from the index is escaped here. */
(function (search) {
  "use strict"

  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" }
  const escape = text => String(text).replace(/[&<>"']/g, letter => ESCAPES[letter])
  const marked = pieces => pieces.map(({ text, hit }) => hit ? `<mark>${escape(text)}</mark>` : escape(text)).join("")

  /** 2021-05-18 → 18/5/2021 */
  const day = iso => iso.split("-").map(part => part.replace(/^0/, "")).reverse().join("/")

  /** What kind of thing, number, date, and what the site shows beside it. */
  function facts(hit, index) {
    const out = []
    const type = hit.meta.find(([label]) => /^loại/i.test(label))
    if (!type) out.push(index.kinds[hit.kind]?.[1] || "")
    if (hit.number && !hit.title.includes(hit.number)) out.push(hit.number)
    if (hit.date && !hit.meta.some(([label, value]) => /^ngày/i.test(label) || /\d{4}$/.test(value))) out.push(day(hit.date))
    for (const [label, value] of hit.meta) {
      if (value && value !== hit.number) out.push(/^\d{4}(-\d\d)*$/.test(value) ? day(value) : /^(loại|cơ quan|ngày|tình trạng)|^$/i.test(label) ? value : `${label}: ${value}`)
    }
    return out.filter(Boolean)
  }

  /** What the search did with the query: corrections, words not found, files that could not be read. */
  function notes(result) {
    const out = []
    for (const { from, to } of result.corrections) out.push(`Không có từ “${escape(from)}”, đã tìm <strong>${to.map(escape).join("</strong> hoặc <strong>")}</strong>.`)
    const readings = (result.readings || []).map(({ from, to }) => `“${escape(from)}” là <strong>${to.map(escape).join("</strong> hoặc <strong>")}</strong>`)
    if (readings.length) out.push(`Đã tìm cả khi hiểu ${readings.join("; ")}.`)
    if (result.missing.length) out.push(`Không tìm thấy: ${result.missing.map(word => `<del>${escape(word)}</del>`).join(", ")}.`)
    if (result.unsure) out.push("Chưa thấy nguyên cụm từ trong ngoặc; dưới đây là những văn bản có đủ các từ đó.")
    if (result.broken.length) out.push("Một phần chỉ mục không đọc được nên kết quả có thể thiếu. Hãy tải lại trang.")
    return out
  }

  const count = total => total === 1 ? "1 kết quả" : `${String(total).replace(/\B(?=(\d{3})+$)/g, ".")} kết quả`

  /** Answer Material's box: `say` takes its items, first without and then with texts. */
  search.box = async (query, say, current) => {
    const meta = document.querySelector(".md-search-result__meta")
    if (!query.trim()) {
      say([])
      document.querySelector(".cn-search-all")?.remove()
      return
    }
    const index = await search.lookup.manifest()
    const put = (result, whole) => {
      if (!current()) return
      say(result.hits.filter(hit => !hit.lost).map(hit => items(hit, query, index)))
      if (!meta) return
      const lines = notes(result)
      meta.innerHTML = (result.hits.length || whole ? (result.total ? count(result.total) : "Không có kết quả") : "Đang tìm…") + lines.map(line => `<br>${line}`).join("")
      addAll(result, query)
    }
    const result = await search.search(query, { limit: 10, stage: first => put(first, false), current })
    put(result, true)
  }

  function items(hit, query, index) {
    const title = `${marked(hit.titlePieces)}<small class="cn-search-facts">${facts(hit, index).map(escape).join(" · ")}</small>`
    const score = hit.score, terms = {}
    const address = url => search.href(url, query)
    const parts = hit.parts.filter(part => part.url !== hit.url).slice(0, 2)
    const own = hit.parts.find(part => part.url === hit.url)
    return [
      { location: address(hit.url), title, text: own && !parts.length ? `<p>${marked(own.pieces)}</p>` : "", terms, score },
      ...parts.map(part => ({ location: address(part.url), title: escape(name(part, index)), text: `<p>${marked(part.pieces)}</p>`, terms, score }))
    ]
  }

  /** What a part is called: its title, the heading above it, or its kind. */
  const name = (part, index) => search.shortened(part.title.split("\n")[0]) || part.above.split(" › ").at(-1) || index.kinds[part.kind]?.[1] || ""

  /** The link below Material's list that leads to the search page. */
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
    // Material sorts all links of the list by their child's score when Enter is pressed
    const label = document.createElement("span")
    label.dataset.mdScore = "-1"
    label.textContent = result.total > result.hits.length ? `Xem cả ${count(result.total)}, lọc và sắp xếp` : "Mở trang tìm kiếm: lọc, sắp xếp, chia sẻ"
    all.replaceChildren(label)
  }

  /** What is said when the search cannot start. */
  const trouble = error => error?.outdated
    ? "Chỉ mục tìm kiếm và chương trình tìm kiếm khác phiên bản. Hãy tải lại trang; nếu vẫn vậy, trang cần được dựng lại."
    : "Không đọc được chỉ mục tìm kiếm. Hãy kiểm tra kết nối rồi tải lại trang, hoặc dùng các trang mục lục."
  search.boxTrouble = error => {
    const meta = document.querySelector(".md-search-result__meta")
    if (meta) meta.textContent = trouble(error)
  }

  search.show = { escape, marked, facts, notes, count, day, name, trouble }
})(globalThis.chiNamSearch ??= {})
