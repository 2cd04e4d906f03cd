// What our style sheets ask of the oldest browsers that are served, by the tables of caniuse. That a newer value has an older one before it,
// tests/site/test_style.py sees.
/** Without these nothing is lost: each stands in a rule of its own, or only spares work. */
const SPARED = [
  "css-focus-visible", // the outline that every browser draws stays
  "css-content-visibility", // all is laid out at once, as before
  "css-widows-orphans", // a line may stand alone on a sheet of paper
  "css-not-sel-list", // seen wherever a rule has several selectors; test_style.py looks into the brackets
]

export default {
  plugins: ["stylelint-no-unsupported-browser-features"],
  rules: {
    "plugin/no-unsupported-browser-features": [true, { browsers: ["chrome 80", "firefox 78"], ignorePartialSupport: true, ignore: SPARED }],
  },
}
