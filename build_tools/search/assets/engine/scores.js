/* What a query's words are worth to each group (by its names) and to each unit (by its text). */
(function (search) {
  "use strict"

  // What a match is worth: the own number above the title, the title above headings, headings above the body.
  const OWN_NUMBER = 60, NUMBER_BEGINS = 45, FIGURES_ONLY = 9
  const OWN_DAY = 25, OWN_MONTH = 15, OWN_YEAR = 4
  const TITLE = 3, SHOWN_BESIDE = 0.9, HEADING = 0.8, PAIR_IN_TITLE = 1, PAIR_IN_BODY = 0.5, WHOLE_TITLE = 12, ROW_IN_TITLE = 8
  /** So many of the words that a token may stand for are looked up in texts. */
  const OPTIONS_IN_BODY = 4
  /** What a bit of the table of neighbours is worth beside a list. */
  const MAYBE = 0.7
  const OTHER_TONE = 0.3, FREQUENT = 1.2, SLIGHT = 0.05
  /** The share of its worth that a word of grammar or of asking keeps in texts. */
  const HOLLOW = 0.25
  /** The share of its worth that a syllable keeps in a unit that does not have it beside the other syllable of its word. */
  const APART = 0.7
  const { head, body, numbers, column } = search.lookup

  /** Numbers with the best share given to each; one list, the usual case, is kept as it is. */
  class Shares {
    constructor() { this.list = null; this.share = 0; this.map = null }

    put(list, share) {
      if (!list.length) return
      if (!this.list && !this.map) { this.list = list; this.share = share; return }
      if (!this.map) {
        this.map = new Map()
        for (const number of this.list) this.map.set(number, this.share)
        this.list = null
      }
      for (const number of list) if (!(this.map.get(number) >= share)) this.map.set(number, share)
    }

    get size() { return this.map ? this.map.size : this.list ? this.list.length : 0 }

    each(work) {
      if (this.map) this.map.forEach((share, number) => work(number, share))
      else if (this.list) for (const number of this.list) work(number, this.share)
    }
  }

  /** The key of a title that is the query, word by word. */
  search.titleKey = tokens => "=" + search.fingerprint(tokens.map(token => token.options[0].folded).join(" "))

  /** What titles, names, numbers and dates say: {score, mask (bits of the tokens that match), own (has a number or day asked for), weight of each token} by group. */
  search.scoreHead = async (tokens, index) => {
    const out = { score: new Float32Array(index.groups), mask: new Uint32Array(index.groups), weight: new Float32Array(tokens.length), count: [], own: new Uint8Array(index.groups) }
    const pairs = headPairs(tokens)
    const title = search.titleKey(tokens)
    await Promise.all([
      head(index, title),
      ...tokens.flatMap(token => token.options.map(option => option.after || head(index, option.folded))),
      ...pairs.map(({ key }) => head(index, key))
    ])
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at], bit = (1 << at) >>> 0
      const best = new Shares(), beside = new Shares()
      for (const option of token.options) {
        if (option.after) {
          const key = option.after + " " + option.folded
          const lists = await head(index, key)
          for (const spelling of lists.spellings(key)) best.put(lists.get(spelling), option.weight)
          continue
        }
        const lists = await head(index, option.folded)
        let codes = []
        putOption(best, token, option, lists)
        if (token.kind === "word" && search.inCapitals(token)) codes = lists.get("^" + option.folded)
        best.put(codes, option.weight)
        if (tokens.length === 1) for (const group of codes) out.score[group] += WHOLE_TITLE
        beside.put(lists.get("~" + option.folded), option.weight)
      }
      out.count[at] = best.size + beside.size
      const rare = Math.max(0.4, Math.log(1 + index.groups / (1 + best.size)))
      out.weight[at] = token.slight ? SLIGHT : rare
      const give = value => (group, share = 1) => {
        out.score[group] += value * share
        out.mask[group] |= bit
      }
      best.each(give(TITLE * rare))
      const near = give(SHOWN_BESIDE * rare)
      beside.each((group, share) => { if (!(out.mask[group] >>> at & 1)) near(group, share) })
      await ownNumbersAndDates(token, give, out.own, index)
    }
    await rowsInTitles(tokens, pairs, out, index)
    for (const group of (await head(index, title)).get(title)) out.score[group] += WHOLE_TITLE
    return out
  }

  /** The longest row of the query's words in a title of each group ("row", in words; "same": the share of them with the tones typed). */
  async function rowsInTitles(tokens, pairs, out, index) {
    out.row = new Uint8Array(index.groups)
    out.same = new Float32Array(index.groups)
    const length = new Uint8Array(index.groups), end = new Uint8Array(index.groups), sum = new Float32Array(index.groups)
    for (const { at, key, weight } of pairs) {
      const found = new Shares(), lists = await head(index, key)
      putPair(found, tokens, at, key, weight, lists)
      const value = PAIR_IN_TITLE * Math.log(1 + index.groups / (1 + found.size))
      found.each((group, share) => {
        out.score[group] += value * share
        if (length[group] && end[group] === at + 1) return // another option of the same pair
        const goes = length[group] && end[group] === at
        length[group] = goes ? length[group] + 1 : 2
        sum[group] = (goes ? sum[group] : 0) + share
        end[group] = at + 1
        if (length[group] > out.row[group]) {
          out.row[group] = length[group]
          out.same[group] = sum[group] / (length[group] - 1)
        }
      })
    }
    if (tokens.length > 2) for (let group = 0; group < index.groups; group++) if (out.row[group] === tokens.length) out.score[group] += ROW_IN_TITLE
  }

  /** Add where a pair of words stands, by the lists of a dictionary; with other tones than those typed it is worth less. */
  function putPair(found, tokens, at, key, weight, lists) {
    for (const spelling of lists.spellings(key)) {
      const [one, two] = spelling.split(" ")
      const same = (!tokens[at].strict || one === tokens[at].term) && (!tokens[at + 1].strict || two === tokens[at + 1].term)
      found.put(lists.get(spelling), weight * (same ? 1 : OTHER_TONE))
    }
  }

  /** The neighbours of a query, as they stand in titles: [{at, key, weight}]. */
  function headPairs(tokens) {
    return tokens.slice(1).flatMap((token, at) => tokens[at].options.flatMap(one => token.options.map(two => ({ at, key: one.folded + " " + two.folded, weight: one.weight * two.weight }))))
  }

  async function ownNumbersAndDates(token, give, own, index) {
    const all = async (key, value, share = 1) => (await head(index, key)).get(key).forEach(group => {
      give(value * share)(group)
      if (value >= OWN_DAY) own[group] = 1
    })
    for (const { key, full } of token.own || []) {
      await all(key, token.kind !== "number" && !token.sole ? FIGURES_ONLY : full ? OWN_NUMBER : NUMBER_BEGINS)
    }
    if (token.kind === "date") for (const { folded, weight } of token.options) await all(folded, folded.length === 9 ? OWN_DAY : OWN_MONTH, weight)
    if (token.kind === "figure" && /^(19|20)[0-9]{2}$/.test(token.term)) await all("@" + token.term, OWN_YEAR)
  }

  /** Add where an option of a token stands, by the lists of a dictionary. */
  function putOption(best, token, option, lists) {
    if (option.terms) {
      for (const term of option.terms) best.put(lists.get(term), option.weight)
    } else if (token.kind === "word") {
      for (const spelling of lists.spellings(option.folded)) {
        const same = !token.strict || spelling === token.term || option.completion
        best.put(lists.get(spelling), option.weight * (same ? 1 : OTHER_TONE))
      }
    } else best.put(lists.get(token.kind === "date" ? option.folded : token.term), option.weight)
  }

  /** What headings and texts say, by unit: {score, mask, weight, counts: units of each option of each token,
   *  told: bits of the tokens of which it is only known where they stand beside the next ones}. */
  search.scoreBody = async (tokens, heads, index) => {
    const out = { score: new Float32Array(index.units), mask: new Uint32Array(index.units), weight: new Float32Array(tokens.length), counts: tokens.map(() => []), told: 0, ideal: 0 }
    // where pairs of frequent words have lists, single ones are too long to fetch
    const skip = (token, option) => index.paired && tokens.length > 1 && wordlike(token) && index.frequentSet.has(option.folded)
    const where = (token, option) => token.kind === "number" ? numbers(index, option.folded) : body(index, option.folded)
    const pairs = neighbourKeys(tokens), hollow = search.hollow(tokens, index)
    const long = tokens.map(token => !index.paired && token.kind === "word" && token.options.length === 1 && index.frequentSet.has(token.options[0].folded))
    const single = which => tokens.flatMap((token, at) => which(at) ? inBody(token).map(option => skip(token, option) || where(token, option)) : [])
    const [layout] = await Promise.all([search.lookup.layout(index).catch(() => null), ...pairs.map(({ key }) => body(index, key)), ...single(at => !long[at])])
    // the list of a frequent word is long, and decides nothing where others tell in which units it stands beside the words next to it
    const told = await Promise.all(long.map(async (is, at) => {
      const sides = is ? pairs.filter(pair => pair.at === at || pair.at + 1 === at) : []
      const found = await Promise.all(sides.map(async pair => ({ ...pair, lists: await body(index, pair.key) })))
      return found.every(({ key, lists }) => lists.spellings(key).length) ? found : []
    }))
    await Promise.all(single(at => long[at] && !told[at].length))
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at], bit = (1 << at) >>> 0, best = new Shares(), beside = new Shares(), counts = out.counts[at]
      if (told[at].length) {
        for (const pair of told[at]) putPair(best, tokens, pair.at, pair.key, 1, pair.lists)
        counts.push(best.size)
        out.told = (out.told | bit) >>> 0
      }
      for (const option of told[at].length ? [] : inBody(token)) {
        if (skip(token, option)) { counts.push(Infinity); continue }
        const lists = await where(token, option), before = best.size
        putOption(best, token, option, lists)
        counts.push(token.options.length === 1 ? best.size : Math.max(best.size - before, ...lists.spellings(option.folded).map(key => lists.count(key))))
        beside.put(lists.get("+" + option.folded), option.weight)
      }
      const frequent = counts.includes(Infinity)
      const rare = frequent || told[at].length ? FREQUENT : best.size ? Math.max(0.2, rarity(best, layout, index)) : 0
      const kept = hollow[at] ? HOLLOW : 1, value = kept * rare, together = told[at].length ? null : await inItsWord(tokens, at, index)
      out.weight[at] = token.slight ? SLIGHT : kept * (frequent ? FREQUENT : Math.max(rare, heads.count[at] ? 0.7 * heads.weight[at] : 0) || 5)
      out.ideal += value
      best.each((unit, share) => {
        out.score[unit] += share * value * (!together || together.has(unit) ? 1 : APART)
        out.mask[unit] |= bit
      })
      beside.each((unit, share) => { out.score[unit] += HEADING * share * value })
      if (!frequent && !best.size && !heads.count[at] && !token.own?.length && token.kind !== "date" && token.kind !== "figure") token.missing = true
    }
    if (index.paired) for (const { at, key, keys: [one, two] } of pairs) {
      if (!index.frequentSet.has(one) || !index.frequentSet.has(two)) continue
      const both = (3 << at) >>> 0, lists = await body(index, key)
      for (const unit of lists.spellings(key).flatMap(spelling => lists.get(spelling))) {
        if ((out.mask[unit] & both) >>> 0 === both) continue
        out.mask[unit] |= both
        out.score[unit] += FREQUENT
      }
    }
    out.counts.forEach((counts, at) => {
      // a frequent word beside one that is not is taken to stand where that one does
      if (counts.includes(Infinity)) for (const beside of [at - 1, at + 1]) if (out.counts[beside] && !out.counts[beside].includes(Infinity)) follow(out.mask, beside, at)
    })
    return out
  }

  /** Units in which a token stands beside a neighbour with which it is a word of two syllables, that is one that has lists; null when it is
   *  in no such word, or may be several words. */
  async function inItsWord(tokens, at, index) {
    let units = null
    for (const first of [at - 1, at]) {
      const pair = tokens.slice(Math.max(0, first), first + 2)
      if (pair.length < 2 || !pair.every(token => wordlike(token) && token.options.length === 1)) continue
      const key = pair.map(token => token.options[0].folded).join(" "), lists = await body(index, key)
      for (const spelling of lists.spellings(key)) {
        units = units || new Set()
        for (const unit of lists.get(spelling)) units.add(unit)
      }
    }
    return units
  }

  /** How rare a word is: told by the groups that have it, since what a text is about stands in many of its units; measured as if by units. */
  function rarity(where, layout, { groups, units }) {
    if (!layout) return Math.log(1 + units / (1 + where.size))
    const having = new Set()
    where.each(unit => having.add(layout.owner[unit]))
    return Math.log(1 + groups / (1 + having.size)) * Math.log(1 + units) / Math.log(1 + groups)
  }

  const inBody = token => token.options.slice(0, OPTIONS_IN_BODY)
  const wordlike = token => token.kind === "word" || token.kind === "figure"

  function follow(mask, leader, follower) {
    const lead = (1 << leader) >>> 0, bit = (1 << follower) >>> 0
    for (let unit = 0; unit < mask.length; unit++) if (mask[unit] & lead) mask[unit] |= bit
  }

  /** The neighbours of a query in all their options: [{at, one, two, key, keys}]. */
  function neighbourKeys(tokens) {
    const out = []
    for (let at = 0; at + 1 < tokens.length; at++) {
      if (!wordlike(tokens[at]) || !wordlike(tokens[at + 1])) continue
      inBody(tokens[at]).forEach(({ folded: first }, one) => inBody(tokens[at + 1]).forEach(({ folded: second }, two) => {
        out.push({ at, one, two, key: first + " " + second, keys: [first, second] })
      }))
    }
    return out
  }

  /**
   * Where words of the query stand side by side, as far as it is known without reading: `body.sides` are
   * [{at, phrase: in a phrase, common, has(unit): share, goesOn(unit): may the next word follow?}]. Units that have a pair are rewarded.
   * `body.ideal` is what a unit that has all words, each beside the next, is worth.
   */
  search.findSides = async ({ tokens, body: scores }, index) => {
    scores.sides = []
    const keys = neighbourKeys(tokens)
    const inPhrase = (from, to) => tokens[from].phrase && tokens[from].phrase === tokens[to].phrase
    await Promise.all(tokens.map(async (_, at) => {
      const here = keys.filter(key => key.at === at)
      if (!here.length) return
      const found = new Shares(), columns = []
      let common = here.length === 1, beside = false
      for (const { one, two, key } of here) {
        const lists = await body(index, key), weight = tokens[at].options[one].weight * tokens[at + 1].options[two].weight
        if (lists.spellings(key).length) {
          putPair(found, tokens, at, key, weight, lists)
          common = common && new Set(lists.spellings(key).flatMap(spelling => lists.get(spelling))).size > index.common
        } else if (Math.min(scores.counts[at][one], scores.counts[at + 1][two]) <= index.rare) beside = true // neighbours of a rare word have no bits
        else columns.push(await column(index, key))
      }
      if (columns.includes(null)) return // a file that cannot be had
      const share = new Float32Array(index.units), both = (3 << at) >>> 0
      for (let unit = 0; unit < index.units; unit++) {
        if ((scores.mask[unit] & both) >>> 0 === both && (beside || columns.some(bytes => bytes[unit >> 3] >> (unit & 7) & 1))) share[unit] = MAYBE
      }
      found.each((unit, value) => { share[unit] = Math.max(share[unit], value) })
      if (columns.length || beside) common = false
      const side = { at, phrase: inPhrase(at, at + 1), common, has: unit => share[unit], goesOn: () => true }
      scores.sides.push(side)
      reward(scores, side, index)
    }))
    scores.sides.sort((one, two) => one.at - two.at)
    await Promise.all(scores.sides.map(async (side, place) => {
      const next = scores.sides[place + 1], { at } = side
      if (!side.common || !next?.common || next.at !== at + 1) return
      const bytes = await column(index, tokens.slice(at, at + 3).map(token => token.options[0].folded).join(" "))
      if (bytes) side.goesOn = unit => bytes[unit >> 3] >> (unit & 7) & 1
    }))
  }

  function reward(scores, { at, has }, index) {
    const both = (3 << at) >>> 0
    let count = 0
    for (let unit = 0; unit < index.units; unit++) if ((scores.mask[unit] & both) >>> 0 === both && has(unit)) count++
    const value = PAIR_IN_BODY * Math.log(1 + index.units / (1 + count))
    scores.ideal += value
    for (let unit = 0; unit < index.units; unit++) if ((scores.mask[unit] & both) >>> 0 === both && has(unit)) scores.score[unit] += value * has(unit)
  }

  /** What the longest row of the query's words in a unit is worth, as far as is known without reading: times how sure it is. */
  search.rowIn = ({ tokens, body: { sides } }, unit) => {
    let best = 0, length = 0, sure = 1, last = null
    for (const side of sides) {
      const share = side.has(unit)
      if (!share) continue
      if (side.at !== last?.at + 1 || !last.goesOn(unit)) { length = 0; sure = 1 }
      last = side
      length++
      sure *= share
      best = Math.max(best, search.runValue((length + 1) / tokens.length) * sure)
    }
    return best
  }
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
