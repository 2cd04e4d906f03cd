/* The page that reads a pasted letter: everything happens here, nothing is sent. The grammar is chiNam.reader, made from the Python;
 * what is known of documents lies in small files beside this script, of which only those are loaded that hold a number cited. */
(function (/** @type {any} */ chiNam) {
  "use strict"

  const MOST = 500000
  const SHORT = 30000
  const here = /** @type {HTMLElement} */ (document.getElementById("dan-van-ban"))
  const words = chiNam.words = JSON.parse(here.dataset.words || "{}")
  const [shards, asOf, base] = [Number(here.dataset.shards), here.dataset.asOf || null, here.dataset.base || ""]
  const find = name => /** @type {any} */ (here.querySelector("[data-" + name + "]"))
  const [area, status, list, tools] = ["letter", "status", "list", "tools"].map(find)
  const fill = (key, fields) => words[key].replace(/\{(\w+)\}/g, (_, name) => fields[name])
  const day = iso => iso.split("-").reverse().join("/")

  /* Files of what is known: a row is a work as "reading" knows it, with its page and what ended it. */
  const loaded = new Map()
  chiNam.put = (number, rows) => { loaded.set(number, rows) }
  const shard = key => { let sum = 7; for (const letter of key) sum = (sum * 31 + letter.charCodeAt(0)) % 65521; return sum % shards }
  const load = number => new Promise((done, failed) => {
    if (loaded.has(number)) { done(null); return }
    const script = document.createElement("script")
    script.src = base + number + ".js"
    script.onload = done
    script.onerror = () => failed(new Error(script.src))
    document.head.appendChild(script)
  })

  const UNTIDY = /\n |[\r\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff]|\u200d|[\ufe00-\ufe0f]/
  /** NFC without letters that cannot be seen, and where each letter of it stood. What is tidy already goes through whole, and so do words
   * that are NFC. */
  function tidy(text) {
    if (!UNTIDY.test(text) && text.normalize("NFC") === text) return { text, place: at => at }
    let out = ""
    const places = []
    for (const found of text.replace(/\r\n?/g, "\n ").matchAll(/[!-~À-ɏẠ-ỹ][ -~À-ɏẠ-ỹ]*(?![\u0300-\u036f])|[\s\S][\u0300-\u036f]*/g)) {
      let letters = found[0].normalize("NFC").replace(/[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\u200d|[\ufe00-\ufe0f]/g, "")
      letters = letters.replace(/[\ud800-\udfff]/g, "\ufffd")
      if (out.endsWith("\n") && letters === " ") letters = ""
      for (let index = 0; index < letters.length; index++) places.push(found.index + index)
      out += letters
    }
    places.push(text.length)
    return { text: out, place: at => places[at] }
  }

  /** A line that a paper's width ended: what goes on with a small letter, no point of a list ("a)"), belongs to the line before. */
  const WRAPPED = /([^\n.;:!?…])\n(?=\p{Ll}(?!\p{Ll}?[).]))/gu

  async function read(letter) {
    list.textContent = ""
    tools.hidden = true
    if (letter.length > MOST) return tell("long", { size: (letter.length / 1e6).toFixed(1).replace(".", ",") })
    if (!letter.trim()) return tell("empty", {})
    tell("reading", {})
    // a long letter takes its time: that is seen before it is begun
    if (letter.length > SHORT) await new Promise(done => setTimeout(done, 20))
    const { text: typed, place } = tidy(letter)
    const text = typed.replace(WRAPPED, "$1 ") // as long as it was: places stay
    const cited = chiNam.reader.read_text(text, chiNam.reader.register)
    const html = /<(?:p|div|span|table|html|body|br)\b[^>]*>/i.test(letter) ? words.html + " " : ""
    if (!cited.length) return tell("none", {}, html)
    const keys = cited.map(one => (one.number ? chiNam.reader.number_key(one.number) : chiNam.reader.name_key(one.name)))
    try {
      await Promise.all([...new Set(keys.map(shard))].map(load))
    } catch (error) {
      return tell("broken", { file: error.message }, html)
    }
    const rows = new Map()
    for (const key of keys) for (const known of loaded.get(shard(key)) || []) if (known.key === key) rows.set(known.id, known)
    const works = [...rows.values()].map(known => Object.assign(new chiNam.reader.Work(), known, { dates: known.dates.map(date => new chiNam.reader.DateClaim(date)) }))
    const meant = chiNam.reader.look_up(text, cited, works, chiNam.reader.register)
    const found = cited.map((one, index) => told(one, meant[index], rows, letter, place))
    const count = state => String(found.filter(one => one.shown === state).length)
    tell("done", { all: String(found.length), outdated: count("outdated"), ambiguous: count("ambiguous"), unknown: count("unknown") }, html)
    show(found)
    return null
  }

  function tell(key, fields, before = "") {
    status.textContent = before + fill(key, fields)
    return null
  }

  /** One citation in the shape of "cites --format json", with what the page shows beside. */
  function told(one, meant, rows, letter, place) {
    const [start, end] = [place(one.span.start), place(one.span.end - 1) + 1]
    const ids = meant.work ? [meant.work] : meant.works || []
    const works = ids.map(id => rows.get(id))
    const state = meant.work ? "resolved" : meant.works ? "ambiguous" : "unknown"
    const outdated = state === "resolved" && works[0].ended.length > 0
    const points = at => letter.slice(0, at).replace(/[\ud800-\udbff](?=[\udc00-\udfff])/g, "").length
    const json = {
      start: points(start), end: points(end), text: letter.slice(start, end), kind: one.kind, type: one.type, number: one.number, date: one.date,
      issuer: one.issuer, term: one.term, name: one.name, pinpoint: one.pinpoint && Object.assign({}, one.pinpoint), state, rule: meant.rule,
      wanted: meant.wanted || null, outdated,
      works: works.map(work => ({ id: work.id, name: work.shown, date: work.dates.length === 1 ? work.dates[0] : null, subject: work.subject, ended: work.ended.map(how => Object.assign({}, how, { how: undefined, page: undefined })) })),
    }
    return { json, works, start, end, shown: outdated ? "outdated" : state, line: letter.slice(0, start).split("\n").length, meant: meant.work || ids.join() || meant.wanted }
  }

  const make = (name, text, kind) => {
    const made = document.createElement(name)
    if (text) made.textContent = text
    if (kind) made.className = kind
    return made
  }
  const link = (work, more = "") => {
    const made = /** @type {HTMLAnchorElement} */ (make("a", work.shown + (more && " (" + more + ")")))
    made.href = "../" + work.page
    return made
  }

  function show(found) {
    const parts = []
    for (const state of ["outdated", "ambiguous", "unknown", "resolved"]) {
      const groups = new Map()
      for (const one of found) if (one.shown === state) groups.set(one.meant, (groups.get(one.meant) || []).concat(one))
      if (groups.size) parts.push({ title: fill(state, { count: String(groups.size) }), groups: [...groups.values()] })
    }
    for (const { title, groups } of parts) {
      const rows = make("ul")
      rows.append(...groups.map(row))
      list.append(make("h2", title), rows)
    }
    tools.hidden = false
    tools.onclick = event => {
      const button = /** @type {HTMLElement} */ (event.target)
      const kind = button.dataset.copy
      if (!kind) return
      const all = { document: { type: null, number: null, date: null }, as_of: asOf, citations: found.map(one => one.json) }
      copy(kind === "json" ? JSON.stringify(all, null, 1) : lines(parts).join("\n")).then(done => { button.textContent = done ? words.copied : words["not-copied"] })
    }
  }

  const nameOf = one => one.json.state === "resolved" ? one.works[0].shown : one.json.text
  const lineOf = place => fill("line", { line: String(place.line) })
  function endedText(end) {
    const sources = end.sources.map(source => source.name + (source.as_of ? " (" + fill("looked", { date: day(source.as_of) }) + ")" : ""))
    return fill("ended", { ended: end.how, by: end.by_name, date: day(end.date), sources: sources.join("; ") || words["no-source"] })
  }

  /** What was found as text, to be copied. */
  function lines(parts) {
    const said = []
    for (const { title, groups } of parts) {
      said.push(title)
      for (const group of groups) {
        const one = group[0]
        said.push("- " + nameOf(one) + " (" + group.map(lineOf).join(", ") + ")")
        if (one.shown === "outdated") for (const end of one.works[0].ended) said.push("  " + endedText(end))
        else if (one.shown !== "resolved" && one.json.rule) said.push("  " + one.json.rule)
      }
    }
    if (asOf) said.push(fill("as-of", { date: day(asOf) }))
    return said
  }

  /** One document with the places that cite it; a click on a place selects it in the letter. */
  function row(group) {
    const one = group[0]
    const item = make("li")
    item.append(one.json.state === "resolved" ? link(one.works[0]) : make("strong", nameOf(one)), make("span", " " + words.cited + " ", "phu"))
    for (const place of group) {
      const button = /** @type {HTMLButtonElement} */ (make("button", lineOf(place), "nut"))
      button.type = "button"
      button.title = place.json.text
      button.onclick = () => { area.focus(); area.setSelectionRange(place.start, place.end) }
      item.appendChild(button)
    }
    const add = text => item.appendChild(make("div", text, "phu"))
    if (one.shown === "outdated") {
      for (const end of one.works[0].ended) {
        const text = endedText(end)
        const place = text.indexOf(end.by_name)
        add("").append(text.slice(0, place), link({ shown: end.by_name, page: end.page }), text.slice(place + end.by_name.length))
      }
    } else if (one.shown === "ambiguous") {
      add(one.json.rule)
      for (const work of one.works) add("").appendChild(link(work, work.dates.map(day).join(" / ")))
    } else if (one.shown === "unknown") add(one.json.rule)
    return item
  }

  function copy(text) {
    const old = () => {
      const made = /** @type {HTMLTextAreaElement} */ (document.body.appendChild(make("textarea")))
      made.value = text
      made.select()
      const done = document.execCommand("copy")
      made.remove()
      return done
    }
    return navigator.clipboard ? navigator.clipboard.writeText(text).then(() => true, old) : Promise.resolve(old())
  }

  find("read").onclick = () => read(area.value)
  find("clear").onclick = () => { area.value = ""; list.textContent = ""; status.textContent = ""; tools.hidden = true; area.focus() }
  area.addEventListener("paste", /** @param {ClipboardEvent} event */ event => {
    const pasted = area.value || !event.clipboardData ? "" : event.clipboardData.getData("text/plain")
    if (!pasted) {
      setTimeout(() => read(area.value))
      return
    }
    // a browser types a pasted letter line by line, and lays the page out after each: into an empty field it goes whole, once what is
    // found in it is seen
    event.preventDefault()
    const put = () => requestAnimationFrame(() => setTimeout(() => { area.value = pasted }))
    read(pasted).then(put, put)
  })
  // the grammar is made ready before anything is pasted, in the browser's idle moments: a pattern is slow only the first two times
  const ready = "Căn cứ điểm a khoản 1 Điều 3 Luật Đất đai; các Quyết định số 1/QĐ-UBND, 2/QĐ-UBND ngày 2/3/2031 của Ủy ban nhân dân tỉnh; Kết luận 1-KL/TW khóa XIII;"
  const { reader } = chiNam
  const idle = window.requestIdleCallback || setTimeout
  let cited
  const prepare = step => idle(() => {
    if (step % 2) reader.look_up(ready, cited, [], reader.register)
    else cited = reader.read_text(ready, reader.register)
    if (step < 3) prepare(step + 1)
  })
  prepare(0)
})(globalThis.chiNam = globalThis.chiNam || {})
