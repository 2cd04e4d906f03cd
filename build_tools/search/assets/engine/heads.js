/* What a query's words are worth to each group, by its titles, names, numbers and dates. */
(function (search) {
  "use strict"

  // What a match is worth: the own number above the title, the title above what is shown beside it.
  const OWN_NUMBER = 100, NUMBER_BEGINS = 70, FIGURES_ONLY = 10
  const OWN_DAY = 40, OWN_MONTH = 24, OWN_YEAR = 6
  const TITLE = 1.2, SHOWN_BESIDE = 0.9, PAIR_IN_TITLE = 0.6, WHOLE_TITLE = 18, ROW_IN_TITLE = 12
  const SLIGHT = 0.05
  const { head } = search.lookup
  const { Shares, putPair, putOption } = search.shares

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
          for (const spelling of lists.spellings(key)) best.put(lists.row(spelling), option.weight)
          continue
        }
        const lists = await head(index, option.folded)
        let codes = search.lists.nothing
        putOption(best, token, option, lists)
        if (token.kind === "word" && search.inCapitals(token)) codes = lists.row("^" + option.folded)
        best.put(codes, option.weight)
        if (tokens.length === 1) for (const group of codes.numbers) out.score[group] += WHOLE_TITLE
        beside.put(lists.row("~" + option.folded), option.weight)
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
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
