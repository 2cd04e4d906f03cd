/* Which index file answers a question: the one place that knows how the tiers are laid out. */
(function (search) {
  "use strict"

  /** The format of index files that this engine reads: FORMAT in build_tools/search/index.py. */
  const FORMAT = 9

  /** The manifest, with its lists made ready. Rejects what was made by another version of the search. */
  const manifest = () => search.shards.manifest().then(index => {
    if (index.format !== FORMAT) throw Object.assign(new Error(`index format ${index.format}, not ${FORMAT}`), { outdated: true })
    for (const name of ["frequent", "headWide", "bodyWide"]) index[name + "Set"] = index[name + "Set"] ?? new Set(index[name].split(" ").filter(Boolean))
    index.nameSet = index.nameSet ?? new Set(index.numberNames)
    return index
  })

  search.lookup = {
    manifest,
    /** Groups: words and pairs of words of titles, own numbers and dates. */
    head: (index, term) => search.lists.lists("h", term, index.head, index.headWideSet.has(search.firstWord(term)) ? 1 : 0, index.headSize),
    /** Units: words of texts and headings, and pairs of frequent words. */
    body: (index, term) => search.lists.lists("b", term, index.body, index.bodyWideSet.has(search.firstWord(term)) ? 99 : 0, index.units),
    /** Units: numbers of documents in texts. */
    numbers: (index, digits) => search.lists.lists("n", digits, index.numbers, 0, index.units),
    /** A text file with the unit. */
    unit: (index, unit) => search.shards.units(Math.floor(unit / index.perFile), index.short).then(units => units[unit % index.perFile], () => null),
    /** Names that recur, by their initials. */
    names: (index, initials) => search.shards.names(search.fingerprint(initials.slice(0, 2)) % index.initials).catch(() => null),
    fileOf: (index, unit) => Math.floor(unit / index.perFile),
    /** What the texts repeat; null when it cannot be had. */
    repeats: () => search.shards.phrases().catch(() => null),
    column: (index, neighbours) => search.shards.column(neighbours, index),
    layout: index => search.shards.layout(index.groups, index.units)
  }

  /** Start fetching what every query needs. */
  search.warm = () => manifest()
})(globalThis.chiNamSearch = globalThis.chiNamSearch || /** @type {any} */ ({}))
