/* The search itself: a query against the index files, groups in order of merit. No interface here. */
(function (search) {
  "use strict"

  // What a match is worth: the own number above the title, the title above headings, headings above the body.
  const OWN_NUMBER = 60, NUMBER_BEGINS = 45, FIGURES_ONLY = 9
  const OWN_DAY = 25, OWN_MONTH = 15, OWN_YEAR = 4
  const TITLE = 3, SHOWN_BESIDE = 0.9, HEADING = 0.8, PAIR_IN_TITLE = 1, PAIR_IN_BODY = 0.5, WHOLE_TITLE = 12
  const OTHER_TONE = 0.45, TOGETHER = 0.3, RUN_IN_BODY = 4.5, RUN_IN_TITLE = 5
  /** Above this many units, frequent words are looked up in pairs only. */
  const SMALL = 10000
  /** A match must cover this share of what the best match covers. */
  const ENOUGH = 0.6
  const TOP = 60, READ_AT_ONCE = 6, READ_AT_MOST = 24, READ_FOR_PHRASES = 30, SIGHT_FILES = 40, READ_UNSEEN = 6

  /** Words that say that a number follows; words that figures count. Folded. */
  const SAYS_NUMBER = new Set(["so"]), COUNTED = new Set(["nam", "thang", "ngay", "qui", "ki", "tuan", "lan", "gio", "nguoi", "trieu", "ti", "dong"])

  const NAMES_AT_MOST = 10

  const manifest = () => search.shards.json("index").then(data => {
    data.frequentSet ??= new Set(data.frequent.split(" "))
    data.nameSet ??= new Set(data.numberNames)
    return data
  })

  const h = (index, term) => search.shards.lists("h", term, index.head)
  const b = (index, term) => search.shards.lists("b", term, index.body, 99)

  /** Start fetching what every query needs. */
  search.warm = () => manifest()

  /**
   * Search. `stage(result)` is called with a first answer as soon as there is one to show; when `current()`
   * says that nobody waits for the answer any more, the rest is left undone.
   * {query, total, hits: [{group, url, title, number, kind, date, superseded, meta, aliases, score, parts: [{kind, url, title, above, pieces}]}],
   *  matched: [group numbers], corrections: [{from, to}], missing: [words], broken: [files], tokens}
   */
  search.search = async (query, { limit = 10, filter = null, order = null, stage = null, current = () => true } = {}) => {
    search.shards.broken.clear()
    const parsed = search.parse(query)
    const empty = { query, total: 0, hits: [], matched: [], corrections: [], missing: [], tokens: [], broken: [] }
    if (!parsed.tokens.length) return empty
    const index = await manifest()
    const { tokens, corrections } = await prepare(parsed, index)
    const ways = [tokens, ...synonymWays(tokens, index)]
    const heads = await Promise.all(ways.map(way => scoreHead(way, index)))
    const staged = async (best, sure) => {
      if (!stage || parsed.phrases.length || parsed.without.length) return
      const { matched, top, total } = choose(best, index, order, filter, limit)
      const hits = top.slice(0, limit)
      if (!hits.length || (sure && best.covered[hits[0].group] < 0.99)) return
      await display(hits, index)
      stage({ ...empty, total, matched, corrections, tokens, hits: hits.map(hit => finish(hit, tokens)), broken: [...search.shards.broken] })
    }
    await staged(merge(ways, heads, null, null, index), true)
    if (!current()) return empty
    const [layout, ...bodies] = await Promise.all([search.shards.layout(index.groups, index.units).catch(() => null), ...ways.map((way, at) => scoreBody(way, heads[at], index))])
    const best = merge(ways, heads, bodies, layout, index)
    for (const phrase of parsed.without) await exclude(best, phrase, index)
    const { matched, top, total } = choose(best, index, order, filter, Math.max(TOP, limit))
    const result = { ...empty, total, matched, corrections, tokens, missing: tokens.filter(token => token.missing).map(token => token.raw) }
    await staged(best, false)
    result.hits = await readTexts(top, best, parsed, index, limit, order, result, stage, current)
    result.broken = [...search.shards.broken]
    return result
  }

  // ---- what the words may stand for ----------------------------------------------------------------------------------------------

  async function prepare(parsed, index) {
    let tokens = parsed.tokens.map(token => ({ ...token, options: [{ folded: token.folded, weight: 1 }], missing: false }))
    const corrections = []
    const toned = tokens.some(token => token.toned)
    for (const token of tokens) token.strict = toned && token.kind === "word"
    tokens = await readNumbers(tokens, parsed, index)
    const last = tokens.at(-1)
    await Promise.all(tokens.filter(token => token.kind === "word").map(token => h(index, token.folded)))
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]
      if (token.kind !== "word") continue
      if (token === last && parsed.open) await complete(token, tokens[at - 1], index)
      if (token.phrase || token.options.some(option => option.completion)) continue
      if (await known(token.folded, index)) {
        const changed = await doubt(token, tokens[at - 1], tokens[at + 1], index)
        if (changed) corrections.push(changed)
        continue
      }
      const changed = await correct(tokens, at, index, await search.shards.words())
      if (changed) corrections.push(changed)
      else token.missing = true
    }
    tokens.forEach((token, at) => {
      const next = tokens[at + 1]
      token.slight = next && (token.folded === "so" && (next.kind === "number" || next.kind === "figure") || token.folded === "ngay" && next.kind === "date")
    })
    return { tokens, corrections }
  }

  /** Does the site have this word? The word table is only fetched when titles do not have it. */
  async function known(folded, index) {
    if ((await h(index, folded)).spellings(folded).length) return true
    if ((await search.shards.words()).folded.has(folded)) return true
    return (await b(index, folded)).spellings(folded).length > 0
  }

  /** A word whose letters exist only with other tones ("vệc"), in a query typed with tones, is probably another word one edit away. */
  async function doubt(token, before, after, index) {
    if (!token.strict || token.folded.length < 3 || (await h(index, token.folded)).index.has(token.term)) return null
    const { exact } = await search.shards.words()
    if (exact.has(token.term) || (await b(index, token.folded)).index.has(token.term)) return null
    const near = []
    for (const [word, rank] of [...exact].filter(([word]) => search.oneEdit(word, token.term)).sort((one, two) => one[1] - two[1]).slice(0, 6)) {
      const folded = search.fold(word)
      const beside = (before?.kind === "word" ? await pairs(before.folded, folded, index) : 0) + (after?.kind === "word" ? await pairs(folded, after.folded, index) : 0)
      near.push({ word, folded, value: 2 * beside - rank / 1e5 })
    }
    if (!near.length) return null
    near.sort((one, two) => two.value - one.value)
    const put = near.slice(0, 2)
    token.options = [...put.map(({ folded }) => ({ folded, weight: 0.9 })), { folded: token.folded, weight: 0.5 }]
    token.strict = false
    return { from: token.raw, to: put.map(({ word }) => word) }
  }

  /** Put a document's number, however it was typed, in the place of its pieces. */
  async function readNumbers(tokens, parsed, index) {
    const gone = new Set()
    const plain = tokens.filter(token => !SAYS_NUMBER.has(token.folded))
    for (const reading of search.numberReadings(tokens)) {
      if (gone.has(reading.at)) continue
      const token = tokens[reading.at]
      const put = (from, to, changes) => {
        for (let at = from; at <= to; at++) gone.add(at)
        gone.delete(reading.at)
        tokens[reading.at] = { ...token, kind: "number", raw: tokens.slice(from, to + 1).map(one => one.raw).join(" "), ...changes }
      }
      const [head, body] = await Promise.all([h(index, reading.digits), b(index, reading.digits)])
      const citedLike = way => [...numbersLike(head, "", way), ...numbersLike(body, "", way)]
      const options = cited => [{ terms: new Set(cited.map(one => one.key)), folded: reading.digits, weight: 1 }]
      let settled = false
      for (const way of reading.ways) {
        const range = Array.from({ length: way.to - way.from + 1 }, (_, step) => way.from + step)
        if (range.some(at => gone.has(at) || tokens[at].phrase !== token.phrase)) continue
        const name = nameBefore(tokens, way, gone, index)
        const own = numbersLike(head, "#", way), cited = citedLike(way)
        // words that happen to stand beside figures ("2 bản") are no symbol unless a number is exactly that
        const symbol = way.letters && (token.kind === "number" || [...own, ...cited].some(one => one.full || way.letters.length < 4))
        if (symbol && (own.length || cited.length)) {
          const from = name && (way.letters.startsWith(name.initials) || token.kind === "number") ? name.from : way.from
          put(from, way.to, { own, term: way.digits + "|" + way.letters, options: options(cited) })
          settled = true
        } else if (name && !way.letters) {
          // "chỉ thị 05": the type is told by its name, not by a symbol
          const key = `#${way.digits} ${name.name}`, named = (await h(index, key)).index.has(key) ? [{ key, full: true }] : []
          const alike = citedLike({ ...way, letters: name.initials })
          if (named.length || alike.length) {
            put(name.from, way.to, { own: named, term: way.digits + "|" + name.initials, options: options(alike) })
            settled = true
          }
        }
        if (settled) break
        if (!way.letters && way.to > way.from && (own.length || cited.length)) {
          put(way.from, way.to, { own, term: way.digits + "|", options: options(cited) }) // "30/2020"
          break
        }
        if (!way.letters && way.to === way.from && token.kind !== "number" && own.length) {
          Object.assign(token, { own, digits: reading.digits, sole: plain.length === 1 && !/^(19|20)[0-9]{2}$/.test(token.term) })
          break
        }
      }
    }
    return tokens.filter((_, at) => !gone.has(at))
  }

  /** The name of a type that stands before a number ("chỉ thị", "chỉ thị số"): {name, initials, from}; not before "01 năm". */
  function nameBefore(tokens, way, gone, index) {
    // a long query is a title or a sentence: its words say more than one number in it
    if (tokens.length > NAMES_AT_MOST || tokens[way.from].phrase || (tokens[way.to].kind === "figure" && COUNTED.has(tokens[way.to + 1]?.folded))) return null
    const last = SAYS_NUMBER.has(tokens[way.from - 1]?.folded) ? way.from - 2 : way.from - 1
    let name = "", found = null
    for (let from = last; from >= 0 && from > last - 6 && tokens[from].kind === "word" && !tokens[from].phrase && !gone.has(from); from--) {
      name = tokens[from].folded + (name && " " + name)
      if (index.nameSet.has(name)) found = { name, from, initials: name.split(" ").map(word => word[0]).join("") }
    }
    return found
  }

  /** Numbers in a file that are the one meant, or begin like it: [{key, full}]. */
  function numbersLike(lists, sign, { digits, letters }) {
    const out = []
    for (const key of lists.keys) {
      if (!key.includes("|") || (key[0] === "#") !== (sign === "#")) continue
      const [figures, symbol] = key.slice(sign.length).split("|")
      if (!(figures === digits || figures.startsWith(digits + ".")) || !symbol.startsWith(letters)) continue
      out.push({ key, full: symbol === letters && letters !== "" })
    }
    return out
  }

  /** Words that the unfinished last word may become: those that follow the word before it in titles, else frequent ones. */
  async function complete(token, before, index) {
    const found = new Map()
    if (before?.kind === "word") {
      const start = before.folded + " " + token.folded, lists = await h(index, start)
      for (const key of lists.keys) if (key.startsWith(start) && key !== start) found.set(key.split(" ")[1], 1e6 + lists.bytes[lists.places[lists.index.get(key)]])
    }
    const whole = (await h(index, token.folded)).spellings(token.folded).length > 0
    if (token.folded.length > 1 && !found.size && !(whole && before)) {
      const { folded } = await search.shards.words()
      for (const [word, rank] of folded) if (word.startsWith(token.folded) && word !== token.folded && !found.has(word)) found.set(word, -rank)
    }
    const best = [...found].sort((one, two) => two[1] - one[1]).slice(0, 8)
    for (const [word] of best) token.options.push({ folded: word, weight: whole ? 0.6 : 0.9, completion: true })
  }

  /** Mend a word that nothing matches with one edit, a missing or a needless blank. Changes `tokens`; says what it did. */
  async function correct(tokens, at, index, words) {
    const token = tokens[at], typed = token.folded
    if (typed.length < 2) return null
    const spelt = folded => words.pieces[words.folded.get(folded)].toLowerCase()
    const near = new Set([...words.exact.keys()].filter(word => search.oneEdit(word, token.term)).map(search.fold))
    const alike = word => (near.has(word) ? 2 : 0) + (word[0] === typed[0] ? 1 : 0)
    // people seldom mistype the first letter; each candidate costs two small files
    const candidates = [...words.folded].filter(([word]) => search.oneEdit(word, typed))
      .sort((one, two) => alike(two[0]) - alike(one[0]) || one[1] - two[1]).slice(0, 8)
    if (candidates.length) {
      const before = tokens[at - 1], after = tokens[at + 1]
      const worth = await Promise.all(candidates.map(async ([word, rank]) => {
        let value = -rank / 1e5
        if (before?.kind === "word") value += 2 * await pairs(before.folded, word, index)
        if (after?.kind === "word") value += 2 * await pairs(word, after.options[0].folded, index)
        if (word[0] === typed[0]) value += 0.02
        return { word, value }
      }))
      worth.sort((one, two) => two.value - one.value)
      const sure = worth[0].value > 1 ? worth.filter(one => one.value > 1).slice(0, 2) : worth.slice(0, 3)
      token.options = sure.map(({ word }, place) => ({ folded: word, weight: place ? 0.8 : 0.95 }))
      token.strict = false
      return { from: token.raw, to: sure.map(({ word }) => spelt(word)) }
    }
    const next = tokens[at + 1]
    if (next?.kind === "word" && words.folded.has(typed + next.folded)) {
      const joined = typed + next.folded
      tokens.splice(at, 2, { ...token, raw: token.raw + " " + next.raw, folded: joined, term: joined, strict: false, options: [{ folded: joined, weight: 0.95 }] })
      return { from: token.raw + " " + next.raw, to: [spelt(joined)] }
    }
    let cut = 0, best = Infinity
    for (let place = 1; place < typed.length; place++) {
      const one = words.folded.get(typed.slice(0, place)), two = words.folded.get(typed.slice(place))
      if (one !== undefined && two !== undefined && one + two < best) { best = one + two; cut = place }
    }
    if (cut) {
      const halves = [typed.slice(0, cut), typed.slice(cut)]
      tokens.splice(at, 1, ...halves.map(half => ({ ...token, folded: half, term: half, strict: false, options: [{ folded: half, weight: 0.95 }] })))
      return { from: token.raw, to: [halves.map(spelt).join(" ")] }
    }
    return null
  }

  /** How surely two words stand side by side somewhere: 0 or from 1 up. */
  async function pairs(one, two, index) {
    const key = one + " " + two
    const [head, body] = await Promise.all([h(index, key), index.frequentSet.has(one) && index.frequentSet.has(two) ? b(index, key) : null])
    const count = head.get(key).length + (body ? body.get(key).length : 0)
    return count ? 1 + Math.log10(count) / 10 : 0
  }

  /** The same query with one name in the place of an equal one. */
  function synonymWays(tokens, index) {
    const out = []
    const folded = tokens.map(token => token.kind === "word" && !token.phrase ? token.folded : token.term)
    index.synonymTerms ??= index.synonyms.map(group => group.map(name => search.termsAt(search.tidy(name)).map(({ term }) => term)))
    for (const group of index.synonymTerms) {
      for (const name of group) {
        const wanted = name.map(search.fold)
        const at = folded.findIndex((_, start) => wanted.every((word, step) => folded[start + step] === word))
        if (at < 0) continue
        for (const other of group) {
          if (other === name || out.length > 3) continue
          const put = other.map(term => ({ term, folded: search.fold(term), kind: "word", raw: term, toned: false, strict: false, options: [{ folded: search.fold(term), weight: 0.97 }] }))
          out.push([...tokens.slice(0, at), ...put, ...tokens.slice(at + name.length)])
        }
        break
      }
    }
    return out
  }

  // ---- scores --------------------------------------------------------------------------------------------------------------------

  /** What titles, names, numbers and dates say: {score, mask (bits of the tokens that match), weight of each token} by group. */
  async function scoreHead(tokens, index) {
    const head = { score: new Float32Array(index.groups), mask: new Uint32Array(index.groups), weight: new Float32Array(tokens.length), count: [] }
    const title = "=" + search.fingerprint(tokens.map(token => token.options[0].folded).join(" "))
    await Promise.all([
      h(index, title),
      ...tokens.flatMap((token, at) => token.options.flatMap(one => [h(index, one.folded), ...(tokens[at + 1]?.options || []).map(two => h(index, one.folded + " " + two.folded))]))
    ])
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at], bit = (1 << at) >>> 0
      const { best, beside } = await found(token, index, h)
      head.count[at] = best.size + beside.size
      const rare = Math.max(0.4, Math.log(1 + index.groups / (1 + best.size)))
      head.weight[at] = token.slight ? 0.05 : rare
      best.each((group, share) => {
        head.score[group] += TITLE * share * rare
        head.mask[group] |= bit
      })
      beside.each((group, share) => {
        if (head.mask[group] >>> at & 1) return
        head.score[group] += SHOWN_BESIDE * share * rare
        head.mask[group] |= bit
      })
      await ownNumbersAndDates(token, head, bit, index)
    }
    for (let at = 0; at + 1 < tokens.length; at++) {
      for (const one of tokens[at].options) {
        for (const two of tokens[at + 1].options) {
          const key = one.folded + " " + two.folded, groups = (await h(index, key)).get(key)
          const value = PAIR_IN_TITLE * one.weight * two.weight * Math.log(1 + index.groups / (1 + groups.length))
          for (const group of groups) head.score[group] += value
        }
      }
    }
    for (const group of (await h(index, title)).get(title)) head.score[group] += WHOLE_TITLE
    return head
  }

  /** What headings and texts say, by unit. */
  async function scoreBody(tokens, head, index) {
    const body = { score: new Float32Array(index.units), mask: new Uint32Array(index.units), weight: new Float32Array(tokens.length), fits: null, needs: 0 }
    const one = tokens.some(token => token.phrase) && tokens.every(token => !token.phrase || token.phrase === 1)
    if (one) body.fits = new Uint8Array(index.units)
    const frequent = token => token?.kind === "word" && token.options.length === 1 && index.frequentSet.has(token.options[0].folded)
    const paired = tokens.map((token, at) => frequent(token) && (frequent(tokens[at + 1]) || frequent(tokens[at - 1])))
    const alone = tokens.map((_, at) => paired[at] && index.units > SMALL) // looked up in pairs only
    await Promise.all([
      ...tokens.flatMap((token, at) => alone[at] ? [] : token.options.map(option => b(index, option.folded))),
      ...tokens.map((token, at) => frequent(token) && frequent(tokens[at + 1]) ? b(index, token.options[0].folded + " " + tokens[at + 1].options[0].folded) : null)
    ])
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at], bit = (1 << at) >>> 0
      if (alone[at]) {
        body.weight[at] = 1.2
        continue
      }
      const { best, beside } = await found(token, index, b)
      const rare = best.size ? Math.max(0.2, Math.log(1 + index.units / (1 + best.size))) : 0
      body.weight[at] = token.slight ? 0.05 : Math.max(rare, head.count[at] ? 0.7 * head.weight[at] : 0) || 5
      best.each((unit, share) => {
        body.score[unit] += share * rare
        body.mask[unit] |= bit
      })
      beside.each((unit, share) => { body.score[unit] += HEADING * share * rare })
      if (!best.size && !head.count[at] && !token.own?.length && token.kind !== "date" && token.kind !== "figure") token.missing = true
    }
    for (let at = 0; at + 1 < tokens.length; at++) {
      if (!frequent(tokens[at]) || !frequent(tokens[at + 1])) continue
      const key = tokens[at].options[0].folded + " " + tokens[at + 1].options[0].folded, lists = await b(index, key)
      const third = frequent(tokens[at + 2]) ? tokens[at + 2].options[0].folded : ""
      const give = (units, places) => {
        const value = PAIR_IN_BODY * Math.log(1 + index.units / (1 + units.length))
        for (const unit of units) {
          for (const place of places) {
            if (!alone[place] || body.mask[unit] >>> place & 1) continue
            body.score[unit] += body.weight[place]
            body.mask[unit] |= (1 << place) >>> 0
          }
          body.score[unit] += value
        }
      }
      const both = lists.get(key), three = third ? lists.get(key + " " + third) : []
      give(both, [at, at + 1])
      if (third) give(three, [at, at + 1, at + 2])
      // where the words of a phrase do stand side by side
      if (!one || !tokens[at].phrase || !tokens[at + 1].phrase) continue
      const fit = units => { body.needs++; for (const unit of units) body.fits[unit]++ }
      fit(both)
      if (third && tokens[at + 2].phrase && both.length > index.often) {
        const next = tokens[at + 1].options[0].folded + " " + third
        if ((await b(index, next)).get(next).length > index.often) fit(three)
      }
    }
    return body
  }

  /** {best, beside}: Shares: where a token stands, and where among headings (body) or beside the title (head). */
  async function found(token, index, dictionary) {
    const files = await Promise.all(token.options.map(option => dictionary(index, option.folded)))
    const best = new Shares(), beside = new Shares()
    token.options.forEach((option, at) => {
      const lists = files[at]
      if (option.terms) {
        for (const term of option.terms) best.put(lists.get(term), option.weight)
      } else if (token.kind === "word") {
        for (const spelling of lists.spellings(option.folded)) {
          const same = !token.strict || spelling === token.term || option.completion
          best.put(lists.get(spelling), option.weight * (same ? 1 : OTHER_TONE))
        }
      } else best.put(lists.get(token.term), option.weight)
      beside.put(lists.get((dictionary === b ? "+" : "~") + option.folded), option.weight)
    })
    return { best, beside }
  }

  /** Numbers with the best share given to each; one list, the usual case, is kept as it is. */
  class Shares {
    constructor() { this.list = null; this.share = 0; this.map = null }

    put(numbers, share) {
      if (!numbers.length) return
      if (!this.list && !this.map) { this.list = numbers; this.share = share; return }
      if (!this.map) {
        this.map = new Map()
        for (const number of this.list) this.map.set(number, this.share)
        this.list = null
      }
      for (const number of numbers) if (!(this.map.get(number) >= share)) this.map.set(number, share)
    }

    get size() { return this.map ? this.map.size : this.list ? this.list.length : 0 }

    each(work) {
      if (this.map) this.map.forEach((share, number) => work(number, share))
      else if (this.list) for (const number of this.list) work(number, this.share)
    }
  }

  async function ownNumbersAndDates(token, head, bit, index) {
    const give = (groups, value) => {
      for (const group of groups) {
        head.score[group] += value
        head.mask[group] |= bit
      }
    }
    if (token.own?.length) {
      for (const { key, full } of token.own) give((await h(index, key)).get(key), token.kind !== "number" && !token.sole ? FIGURES_ONLY : full ? OWN_NUMBER : NUMBER_BEGINS)
    }
    if (token.kind === "date") give((await h(index, token.term)).get(token.term), token.term.length === 9 ? OWN_DAY : OWN_MONTH)
    if (token.kind === "figure" && /^(19|20)[0-9]{2}$/.test(token.term)) give((await h(index, "@" + token.term)).get("@" + token.term), OWN_YEAR)
  }

  const maskOf = (tokens, test) => tokens.reduce((mask, token, at) => test(token) ? (mask | (1 << at)) >>> 0 : mask, 0)
  /** Bits of the tokens that a text has to hold to hold the query. */
  const wordsOf = tokens => maskOf(tokens, token => !token.missing && !token.slight)

  /**
   * The best way of each group: its score with coverage counted in, its best unit, and its best unit that has every word ("deep").
   * Without bodies, what the head alone says.
   */
  function merge(ways, heads, bodies, layout, index) {
    const groups = index.groups
    const out = { score: new Float32Array(groups), covered: new Float32Array(groups), unit: new Int32Array(groups).fill(-1), way: new Uint8Array(groups), deep: new Int32Array(groups).fill(-1), ways, bodies, layout, index }
    ways.forEach((tokens, way) => {
      const head = heads[way], body = bodies?.[way], weight = body ? body.weight : head.weight
      const bits = test => maskOf(tokens, test)
      const required = bits(token => token.phrase), every = wordsOf(tokens)
      const total = weight.reduce((sum, value) => sum + value, 0) || 1, shares = new Map()
      const covered = mask => {
        let share = shares.get(mask)
        if (share === undefined) {
          share = 0
          for (let at = 0; at < tokens.length; at++) if (mask >>> at & 1) share += weight[at]
          shares.set(mask, share /= total)
        }
        return share
      }
      const consider = (group, unit) => {
        const mask = (head.mask[group] | (unit < 0 ? 0 : body.mask[unit])) >>> 0
        if (!mask || (mask & required) >>> 0 !== required) return
        const share = covered(mask)
        let value = (head.score[group] + (unit < 0 ? 0 : body.score[unit])) * share * share
        if (unit >= 0 && (body.mask[unit] & every) >>> 0 === every) value += TOGETHER * total
        if (unit >= 0 && mayHold(body, unit, body.fits ? required : every)) {
          if (out.deep[group] < 0 || body.score[unit] > body.score[out.deep[group]]) out.deep[group] = unit
        }
        if (value > out.score[group]) {
          out.score[group] = value
          out.covered[group] = share
          out.unit[group] = unit
          out.way[group] = way
        }
      }
      if (body && layout) for (let unit = 0; unit < index.units; unit++) if (body.mask[unit]) consider(layout.owner[unit], unit)
      for (let group = 0; group < groups; group++) {
        if (head.mask[group] && out.unit[group] < 0) consider(group, -1)
        // a phrase stands in one unit or in the title
        if (body?.fits && layout && out.way[group] === way && out.deep[group] < 0 && (head.mask[group] & required) >>> 0 !== required) out.score[group] = 0
      }
    })
    return out
  }

  /** Has a unit these words, and those of a phrase side by side as far as lists tell? */
  const mayHold = (body, unit, bits) => (body.mask[unit] & bits) >>> 0 === bits && (!body.fits || body.fits[unit] === body.needs)

  async function exclude(best, phrase, index) {
    const layout = best.layout
    let units = null, groups = null
    const both = (set, numbers) => new Set(set === null ? numbers : numbers.filter(number => set.has(number)))
    for (const token of phrase) {
      const [head, body] = await Promise.all([h(index, token.folded), b(index, token.folded)])
      const all = lists => token.kind === "word" ? lists.spellings(token.folded).filter(key => !token.toned || key === token.term).flatMap(key => lists.get(key)) : lists.get(token.term)
      groups = both(groups, all(head))
      units = both(units, all(body))
    }
    for (const group of groups) best.score[group] = 0
    if (layout) for (const unit of units) best.score[layout.owner[unit]] = 0
  }

  /** All groups that match, how many of them pass the filter, and the first of these in order. */
  function choose(best, index, order, filter, room) {
    let most = 0, total = 0
    for (let group = 0; group < index.groups; group++) if (best.score[group] && best.covered[group] > most) most = best.covered[group]
    const matched = [], top = []
    for (let group = 0; group < index.groups; group++) {
      if (!best.score[group] || best.covered[group] < ENOUGH * most) continue
      matched.push(group)
      if (filter && !filter(group)) continue
      total++
      const place = order ? order(group) : Math.round(best.score[group] * 100) / 100
      if (top.length === room && place <= top.at(-1).order) continue
      let at = top.length
      while (at && top[at - 1].order < place) at--
      top.splice(at, 0, { group, order: place, score: best.score[group] })
      if (top.length > room) top.pop()
    }
    return { matched, top, total }
  }

  /** Everything, newest first, when only facets were chosen. */
  search.browse = async ({ limit = 10, filter = null, order = null } = {}) => {
    const index = await manifest(), groups = Array.from({ length: index.groups }, (_, group) => group)
    const fitting = filter ? groups.filter(filter) : groups
    if (order) fitting.sort((one, two) => order(two) - order(one) || one - two)
    const hits = fitting.slice(0, limit).map(group => ({ group, score: 0 }))
    await display(hits, index)
    return { query: "", total: fitting.length, matched: groups, hits: hits.map(hit => finish(hit, [])), corrections: [], missing: [], tokens: [], broken: [...search.shards.broken] }
  }

  // ---- what is shown -------------------------------------------------------------------------------------------------------------

  async function display(hits, index) {
    await Promise.all(hits.map(async hit => {
      if (hit.row) return
      const rows = await search.shards.json(`d/${Math.floor(hit.group / index.display)}`).catch(() => null)
      hit.row = rows?.[hit.group % index.display] || null
    }))
  }

  function finish(hit, tokens) {
    const [url, title, number, kind, date, superseded, meta, aliases] = hit.row || ["", "", "", 0, "", 0, [], []]
    return {
      group: hit.group, url, title, number, kind, date, superseded: Boolean(superseded), meta, aliases, score: hit.score,
      titlePieces: search.marked(title, tokens), parts: hit.parts || [], lost: !hit.row
    }
  }

  /** Read the texts of the best groups: check phrases, reward runs of words, pick the part and the snippet. */
  async function readTexts(top, best, parsed, index, limit, order, result, stage, current) {
    // besides the best groups, those that have every word in one unit: only their texts can tell whether the words stand together
    const deep = order || result.tokens.length < 2 ? [] : top.filter(hit => best.deep[hit.group] >= 0).sort((one, two) => bodyOf(best, two) - bodyOf(best, one))
    const queue = [...new Set(order ? top : [...top.slice(0, 3), ...deep.slice(0, 3), ...top.slice(3, limit), ...deep, ...(parsed.phrases.length ? top : [])])]
    let most = parsed.phrases.length ? READ_FOR_PHRASES : Math.max(READ_AT_MOST, order ? limit : 0)
    if (parsed.phrases.length === 1) {
      const seen = await sight(queue, best, parsed.phrases[0], index, current)
      if (!seen.size) most = READ_UNSEEN // titles, and what many files could not tell
      queue.sort((one, two) => seen.has(two.group) - seen.has(one.group))
    }
    let read = 0, whole = 0, sure = 0, staged = false
    while (read < queue.length && read < most) {
      if (!current()) return []
      if (read) await pause()
      const batch = queue.slice(read, read + (parsed.phrases.length && !sure ? 1 + read : READ_AT_ONCE))
      await Promise.all(batch.map(hit => display([hit], index).then(() => readHit(hit, best, parsed, index))))
      read += batch.length
      sure += batch.filter(hit => hit.holds).length
      whole += batch.filter(hit => hit.whole === 1).length
      if (parsed.phrases.length && stage && sure && !staged) {
        staged = true
        stage({ ...result, hits: queue.slice(0, read).filter(hit => hit.holds).map(hit => finish(hit, result.tokens)) })
      }
      if (parsed.phrases.length ? sure >= limit : read >= Math.min(limit, top.length) && (whole >= 3 || !queue.slice(read).some(hit => best.deep[hit.group] >= 0))) break
    }
    let hits = top
    if (parsed.phrases.length) {
      const gone = new Set(queue.slice(0, read).filter(hit => !hit.holds).map(hit => hit.group))
      result.matched = result.matched.filter(group => !gone.has(group))
      result.total -= gone.size
      hits = top.filter(hit => hit.holds)
    }
    if (!order) hits.sort((one, two) => Math.round(two.score * 100) - Math.round(one.score * 100) || one.group - two.group)
    const shown = hits.slice(0, limit)
    await Promise.all([display(shown, index), ...shown.filter(hit => !hit.parts).map(hit => readHit(hit, best, parsed, index))])
    return shown.map(hit => finish(hit, result.tokens))
  }

  /**
   * Groups where a phrase was seen to stand: the text files of the two best groups are read first, then those that hold the most units
   * where it may stand, one at a time until one has it. Marks the unit of each such group in `best.deep`.
   */
  async function sight(queue, best, phrase, index, current) {
    const files = new Map(), seen = new Set(), groups = new Map(queue.map((hit, place) => [hit.group, place]))
    const { layout } = best
    if (!layout) return seen
    const required = best.ways.map(tokens => maskOf(tokens, token => token.phrase))
    for (let unit = 0; unit < index.units; unit++) {
      const group = layout.owner[unit], way = best.way[group]
      if (!best.score[group] || !groups.has(group) || !best.bodies[way].fits || !mayHold(best.bodies[way], unit, required[way])) continue
      const file = Math.floor(unit / index.perFile)
      files.set(file, [...(files.get(file) || []), unit])
    }
    const first = queue.slice(0, 2).map(hit => Math.floor(best.deep[hit.group] / index.perFile))
    const value = file => files.get(file).length + (first.includes(file) ? 1000 - first.indexOf(file) : 0)
    for (const file of [...files.keys()].sort((one, two) => value(two) - value(one)).slice(0, SIGHT_FILES)) {
      if (!current()) break
      const list = await search.shards.units(file).catch(() => null)
      for (const unit of list ? files.get(file) : []) {
        const group = layout.owner[unit], wanted = withOptions(phrase, best.ways[best.way[group]])
        if (seen.has(group) || !list[unit % index.perFile].some(part => search.holdsPhrase(textOf(part), wanted, part))) continue
        seen.add(group)
        best.deep[group] = unit
      }
      if (seen.size) break
    }
    return seen
  }

  const textOf = part => part.text ??= part.title ? part.title + "\n" + part.body : part.body

  /** Let the browser handle a key before the next texts are read. */
  const pause = () => new Promise(resolve => setTimeout(resolve))

  const bodyOf = (best, hit) => best.bodies[best.way[hit.group]].score[best.deep[hit.group]]

  async function readHit(hit, best, parsed, index) {
    hit.parts = []
    hit.holds = true
    hit.whole = 0
    const { layout } = best, way = best.way[hit.group], tokens = best.ways[way], body = best.bodies[way], weight = body.weight
    const main = best.deep[hit.group] >= 0 ? best.deep[hit.group] : best.unit[hit.group]
    const chosen = []
    if (layout && main >= 0) {
      // units of the same text file cost nothing more; others only when they are as good
      const file = Math.floor(main / index.perFile), every = body.fits ? maskOf(tokens, token => token.phrase) : wordsOf(tokens), whole = unit => mayHold(body, unit, every)
      for (let unit = layout.starts[hit.group]; unit < layout.starts[hit.group + 1]; unit++) {
        if (body.fits ? whole(unit) : (best.deep[hit.group] >= 0 && whole(unit)) || body.score[unit] >= (Math.floor(unit / index.perFile) === file ? 0.6 : 0.95) * body.score[main]) chosen.push(unit)
      }
      chosen.sort((one, two) => (two === main) - (one === main) || body.score[two] - body.score[one] || one - two)
      chosen.length = Math.min(chosen.length, parsed.phrases.length ? 24 : 10)
    }
    const opened = new Set()
    const names = hit.row ? [hit.row[1], ...hit.row[7]].map(search.tidy) : []
    const named = names.map(name => search.locate(name, tokens)).sort((one, two) => two.run - one.run || two.runExact - one.runExact)[0]
    const held = parsed.phrases.map(phrase => Math.max(0, ...names.map(name => search.holdsPhrase(name, withOptions(phrase, tokens)))))
    const parts = []
    for (const unit of chosen) {
      opened.add(Math.floor(unit / index.perFile))
      if (opened.size > (parsed.phrases.length ? 4 : 3) || (opened.size > 1 && (parsed.phrases.length ? held.every(Boolean) : parts.some(({ at }) => at.run === tokens.length)))) break
      const file = await search.shards.units(Math.floor(unit / index.perFile)).catch(() => null)
      const list = file?.[unit % index.perFile] || []
      for (const part of list) {
        const text = textOf(part)
        const at = search.locate(text, tokens, part)
        if (!at.rows.length) continue
        parsed.phrases.forEach((phrase, which) => { if (held[which] < 2) held[which] = Math.max(held[which], search.holdsPhrase(text, withOptions(phrase, tokens), part)) })
        let value = 0
        for (const token of at.seen) value += weight[token]
        const run = at.run > 1 ? at.run / tokens.length : 0
        value *= 1 + run * run + (at.near < Infinity ? 0.3 / (1 + at.near / tokens.length) : 0) + 0.1 * (at.runExact / Math.max(1, at.run))
        parts.push({ value, part, at, text })
      }
    }
    const total = weight.reduce((sum, value) => sum + value, 0)
    const longest = Math.max(0, ...parts.map(({ at }) => at.run))
    const exact = Math.max(0, ...parts.filter(({ at }) => at.run === longest).map(({ at }) => at.runExact))
    hit.whole = tokens.length > 1 ? longest / tokens.length : 1
    if (tokens.length > 1 && longest > 1) hit.score += RUN_IN_BODY * total * hit.whole ** 3 * (0.7 + 0.3 * exact / longest)
    if (tokens.length > 1 && named?.run > 1) hit.score += RUN_IN_TITLE * total * (named.run / tokens.length) ** 3 * (0.7 + 0.3 * named.runExact / named.run)
    parts.sort((one, two) => two.value - one.value)
    for (const { part, at, text } of parts.slice(0, 3)) {
      const url = part.url[0] === "/" ? part.url.slice(1) : (hit.row?.[0] || "") + part.url
      hit.parts.push({ kind: part.kind, url, title: part.title, above: part.above, pieces: search.snippet(text, at, part.title && part.body ? part.title.length + 1 : 0) })
    }
    if (parsed.phrases.length) hit.holds = held.every(Boolean)
    if (parsed.phrases.length) hit.score *= 0.6 + 0.2 * Math.min(...held)
  }

  /** The phrase's tokens with the options settled for the same tokens of the query. */
  function withOptions(phrase, tokens) {
    return phrase.map(wanted => tokens.find(token => token.phrase && token.term === wanted.term) || { ...wanted, options: [{ folded: wanted.folded, weight: 1 }] })
  }
})(globalThis.chiNamSearch ??= {})
