/* One hit: what is shown of its document, which of its texts are worth reading, how the words stand there, which stretch is shown. */
(function (search) {
  "use strict"

  /** A further part is shown if it is worth this share of the first. */
  const WORTH = 0.4
  const PARTS = 3, SENTENCE = 30, UNITS_AT_MOST = 10, UNITS_FOR_PHRASES = 24
  const { fileOf, unit: readUnit } = search.lookup

  /** Fetch what is shown of some groups. */
  search.display = (hits, index) => Promise.all(hits.map(async hit => {
    if (hit.row) return
    const rows = await search.shards.json(`d/${Math.floor(hit.group / index.display)}`).catch(() => null)
    hit.row = rows?.[hit.group % index.display] || null
  }))

  /** What is told of a hit; without `best`, no word is marked. */
  search.finish = (hit, best = null) => {
    const [url, title, number, kind, date, superseded, meta, aliases] = hit.row || ["", "", "", 0, "", 0, [], []]
    return {
      group: hit.group, url, title, number, kind, date, superseded: Boolean(superseded), meta, aliases, score: hit.score,
      titlePieces: search.marked(title, best ? best.ways[best.way[hit.group]].tokens : []), parts: hit.parts || [], lost: !hit.row
    }
  }

  const textOf = part => part.title ? part.title + "\n" + part.body : part.body

  /** How well a text has the whole query in a row: 2 as typed, 1 with other tones or across a sign, 0 not. */
  const rowOf = (at, tokens) => at.run < tokens.length ? 0 : at.runExact === at.run ? 2 : 1

  /** Units of a group that are worth reading, the best first. Units of a file that is read anyway cost nothing more. */
  function unitsOf(group, main, best, index) {
    const way = best.ways[best.way[group]], { body, need } = way, { layout } = best, file = fileOf(index, main)
    const worth = unit => {
      const hold = search.holding(way, unit)
      if (need.phrase) return hold === 2
      return hold && hold >= best.hold[group] || body.score[unit] >= (fileOf(index, unit) === file ? 0.6 : 0.95) * body.score[main]
    }
    const out = []
    for (let unit = layout.starts[group]; unit < layout.starts[group + 1]; unit++) if (worth(unit)) out.push(unit)
    out.sort((one, two) => Number(two === main) - Number(one === main) || body.score[two] - body.score[one] || one - two)
    return out.slice(0, need.phrase ? UNITS_FOR_PHRASES : UNITS_AT_MOST)
  }

  async function readHit(hit, best, parsed, index) {
    Object.assign(hit, { parts: [], holds: true, inText: false, whole: 0 })
    const { tokens, body: { weight }, scale } = best.ways[best.way[hit.group]], phrases = parsed.phrases
    const main = best.deep[hit.group] >= 0 ? best.deep[hit.group] : best.unit[hit.group]
    const names = hit.row ? [hit.row[1], ...hit.row[7]].map(search.tidy) : []
    const held = phrases.map(phrase => Math.max(0, ...names.map(name => search.holdsPhrase(name, withOptions(phrase, tokens)))))
    const parts = [], opened = new Set()
    for (const unit of best.layout && main >= 0 ? unitsOf(hit.group, main, best, index) : []) {
      opened.add(fileOf(index, unit))
      // a further file only shows whether words that may stand together do
      const most = phrases.length ? 4 : best.hold[hit.group] === 2 ? 3 : 2
      if (opened.size > most || (opened.size > 1 && (phrases.length ? held.every(Boolean) : parts.some(({ at }) => at.run === tokens.length)))) break
      best.files.add(fileOf(index, unit))
      for (const part of (await readUnit(index, unit)) || []) {
        const text = textOf(part), at = search.locate(text, tokens, part)
        if (!at.rows.length) continue
        phrases.forEach((phrase, which) => { if (held[which] < 2) held[which] = Math.max(held[which], search.holdsPhrase(text, withOptions(phrase, tokens), part)) })
        let value = 0
        for (const token of at.seen) value += weight[token]
        const run = at.run > 1 ? at.run / tokens.length : 0
        value *= 1 + run * run + (at.near < Infinity ? 0.3 / (1 + at.near / tokens.length) : 0) + 0.1 * (at.runExact / Math.max(1, at.run))
        parts.push({ value, part, at, text })
      }
    }
    const total = weight.reduce((sum, value) => sum + value, 0)
    const longest = Math.max(0, ...parts.map(({ at }) => at.run)), inRow = ({ first, run }) => weight.subarray(first, first + run).reduce((sum, value) => sum + value, 0) / total
    const row = Math.max(0, ...parts.map(({ at }) => at.run > 1 ? inRow(at) : 0))
    const exact = Math.max(0, ...parts.filter(({ at }) => at.run === longest).map(({ at }) => at.runExact))
    const { row: rows, same } = best.ways[best.way[hit.group]].head
    const named = rows[hit.group] < tokens.length ? 0 : same[hit.group] === 1 ? 2 : 1
    hit.inText = longest === tokens.length
    hit.whole = tokens.length > 1 ? Math.max(named, ...parts.map(({ at }) => rowOf(at, tokens))) : 2
    // what the index guessed of words that stand together gives way to what is seen
    const seen = tokens.length > 1 && longest > 1 ? search.runValue(row) * (0.7 + 0.3 * exact / longest) : 0
    const near = tokens.length > 2 ? search.passageValue(Math.max(0, ...parts.map(({ at }) => search.passage(at.rows, weight))) / total) : 0
    const inTitle = weight.reduce((sum, value, at) => best.ways[best.way[hit.group]].head.mask[hit.group] >>> at & 1 ? sum + value : sum, 0) / total
    hit.score += scale * total * Math.max(seen + near, search.togetherInTitle(best.ways[best.way[hit.group]], hit.group, inTitle)) - best.run[hit.group]
    parts.sort((one, two) => two.value - one.value)
    const shown = new Set()
    for (const { part, at, text, value } of parts) {
      if (hit.parts.length === PARTS || value < WORTH * parts[0].value) break
      const url = part.url[0] === "/" ? part.url.slice(1) : (hit.row?.[0] || "") + part.url
      const pieces = search.snippet(text, at, part.title && part.body ? part.title.length + 1 : 0), said = pieces.map(piece => piece.text).join("")
      const core = said.replace(/^… | …$/g, "").trim()
      if ([...shown].some(other => repeats(core, other))) continue // words that stand twice are shown once
      shown.add(core)
      // nothing but a heading, or but what stands in the title of the document: the link says it already
      const bare = !part.body || (url === hit.row?.[0] && told(pieces, hit.row[1]))
      hit.parts.push({ kind: part.kind, url, title: part.title, above: part.above, pieces, bare })
    }
    if (phrases.length) hit.holds = held.every(Boolean)
    if (phrases.length) hit.score *= 0.6 + 0.2 * Math.min(...held)
  }

  /** Whether one of two texts is but a part of the other; a few words may stand anywhere. */
  const repeats = (one, other) => one === other || (Math.min(one.length, other.length) >= SENTENCE && (one.includes(other) || other.includes(one)))

  /** Whether a title has all that was found in a text, in one run. */
  function told(pieces, title) {
    const hits = pieces.map(piece => piece.hit)
    const found = pieces.slice(hits.indexOf(true), hits.lastIndexOf(true) + 1).map(piece => piece.text).join("")
    return found !== "" && title.toLowerCase().includes(found.toLowerCase())
  }

  /** The phrase's tokens with the options settled for the same tokens of the query. */
  function withOptions(phrase, tokens) {
    return phrase.map(wanted => tokens.find(token => token.phrase && token.term === wanted.term) || { ...wanted, options: [{ folded: wanted.folded, weight: 1 }] })
  }

  search.hit = {
    /** Read the texts of hits: check phrases, reward runs of words, pick the parts and the snippets. */
    read: (hits, best, parsed, index) => Promise.all(hits.map(hit => search.display([hit], index).then(() => readHit(hit, best, parsed, index)))),
    textOf, rowOf, withOptions
  }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
