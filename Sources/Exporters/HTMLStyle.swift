/// The style sheets of all pages.
///
/// Contrast of text is at least 4.5:1 in both schemes (WCAG 2.2 AA); no font comes from elsewhere.
enum HTMLStyle {
  /// Colors, type and layout.
  static let base: StaticString = """
    :root {
      color-scheme: light dark;
      --ground: #ffffff; --raised: #f5f7f8; --ink: #1d2731; --soft: #55616d; --line: #d9dfe4;
      --rule: #1d2731; --link: #1f5c91; --focus: #1f5c91;
      --inw: #e2eef8; --inw-ink: #143f66; --pat: #fbe9d2; --pat-ink: #6a3b00;
      --both: #ecebf7; --both-ink: #3b3472; --ins: #e3f1e6; --ins-ink: #1b4d27;
      --warn: #fff3d1; --warn-ink: #533900; --warn-line: #d19a00;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ground: #12181e; --raised: #1b232b; --ink: #e7ecf0; --soft: #a8b4bf; --line: #33404b;
        --rule: #8795a1; --link: #8cc2f0; --focus: #8cc2f0;
        --inw: #17344f; --inw-ink: #cfe6fb; --pat: #4b3010; --pat-ink: #fde3c2;
        --both: #312d57; --both-ink: #e2e0fb; --ins: #1b3f25; --ins-ink: #d2f0d9;
        --warn: #3d3010; --warn-ink: #ffe7a8; --warn-line: #d19a00;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
    body {
      margin: 0; background: var(--ground); color: var(--ink);
      font: 1.125rem/1.55 Calibri, Carlito, "Segoe UI", system-ui, sans-serif;
      overflow-wrap: break-word;
    }
    a { color: var(--link); text-underline-offset: .15em; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
    .skip {
      position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; z-index: 3;
      background: var(--ground); border: 2px solid var(--focus); border-radius: 4px;
    }
    .skip:focus { top: 1rem; }
    .page { max-width: 74rem; margin: 0 auto; padding: 2.5rem 1.5rem 5rem; }
    .columns { display: grid; grid-template-columns: 14.5rem minmax(0, 1fr); gap: 0 3.5rem; }
    .head { max-width: 54rem; margin-bottom: 2.25rem; }
    h1, h2, h3 { line-height: 1.2; text-wrap: balance; letter-spacing: -.005em; }
    h1 { font-size: 2.25rem; margin: 0 0 .5rem; }
    h2 { font-size: 1.625rem; margin: 0 0 1rem; padding-top: 2.25rem; border-top: 1px solid var(--line); }
    h3 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
    section:first-of-type h2 { padding-top: 0; border-top: 0; }
    section { margin-bottom: 3rem; }
    .subtitle { margin: 0; color: var(--soft); font-size: 1.1875rem; }
    p, ul { max-width: 68ch; margin: 0 0 .9rem; }
    ul { padding-left: 1.25rem; }
    li { margin-bottom: .25rem; }
    nav { font-size: 1rem; line-height: 1.35; }
    .columns nav { position: sticky; top: 2rem; align-self: start; max-height: calc(100vh - 4rem); overflow-y: auto; }
    nav h2 { font-size: 1rem; margin: 0 0 .5rem; padding: 0; border: 0; color: var(--soft); }
    nav ul { list-style: none; margin: 0; padding: 0; }
    nav li { margin: 0; }
    nav a { display: block; padding: .3rem 0; color: var(--ink); text-decoration: none; }
    nav a:hover { color: var(--link); text-decoration: underline; }
    .warning {
      margin: 0 0 1.75rem; padding: .75rem 1rem; background: var(--warn); color: var(--warn-ink);
      border: 1px solid var(--warn-line); border-left-width: 6px; border-radius: 4px; max-width: 54rem;
    }
    .warning p { margin: 0; max-width: none; font-weight: bold; }
    .notice { padding: .6rem .9rem; background: var(--raised); border-left: 4px solid var(--soft); border-radius: 0 4px 4px 0; }
    .own { border-left: 4px solid var(--line); padding-left: 1rem; }
    .prompt { border: 1px dashed var(--soft); border-radius: 4px; padding: .6rem .9rem; color: var(--soft); font-style: italic; }
    @media (max-width: 62rem) {
      .columns { display: block; }
      .columns nav { position: static; max-height: none; margin-bottom: 2.5rem; padding: 1rem 1.25rem; background: var(--raised); border-radius: 6px; }
    }
    @media (max-width: 40rem) {
      body { font-size: 1.0625rem; }
      .page { padding: 1.25rem 1rem 4rem; }
      h1 { font-size: 1.75rem; }
      h2 { font-size: 1.375rem; }
    }

    """

  /// Tables, figures, badges and buttons.
  static let tables: StaticString = """
    .block { margin: 1.75rem 0 2.25rem; width: fit-content; min-width: min(100%, 36rem); max-width: 100%; }
    .scroll { overflow-x: auto; max-width: 100%; }
    table { border-collapse: collapse; min-width: 100%; font-size: 1rem; line-height: 1.35; font-variant-numeric: tabular-nums lining-nums; }
    caption { text-align: left; padding: 0 0 .6rem; }
    .caption { position: sticky; left: 0; display: block; width: max-content; max-width: min(68ch, calc(100vw - 2.5rem)); line-height: 1.4; }
    .number { font-weight: bold; }
    .badge {
      display: inline-block; margin: 0 0 .3rem; padding: .05rem .55rem; border: 1px solid currentColor;
      border-radius: 1rem; font-size: .875rem; font-weight: bold; line-height: 1.45;
    }
    .inw { background: var(--inw); color: var(--inw-ink); }
    .pat { background: var(--pat); color: var(--pat-ink); }
    .both { background: var(--both); color: var(--both-ink); }
    .ins { background: var(--ins); color: var(--ins-ink); }
    th, td { padding: .35rem .7rem; text-align: left; vertical-align: top; font-weight: normal; border-bottom: 1px solid var(--line); }
    thead th { vertical-align: bottom; font-weight: bold; font-size: .9375rem; line-height: 1.25; border-top: 2px solid var(--rule); border-bottom: 1px solid var(--rule); background: var(--ground); }
    th:first-child { padding-left: .25rem; }
    tbody th { position: sticky; left: 0; background: var(--ground); }
    tbody tr:last-child th, tbody tr:last-child td { border-bottom: 2px solid var(--rule); }
    tbody tr:hover th, tbody tr:hover td { background: var(--raised); }
    td.long { min-width: 16rem; }
    .n { text-align: right; white-space: nowrap; }
    .tight { white-space: nowrap; }
    thead .n, thead .tight { white-space: normal; min-width: 3.5rem; }
    .total th, .total td { font-weight: bold; border-top: 1px solid var(--rule); }
    .part th { font-weight: bold; padding-top: .9rem; }
    .under { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: flex-start; justify-content: space-between; width: 0; min-width: 100%; margin-top: .6rem; }
    .notes { flex: 1 1 20rem; }
    .note { margin: 0 0 .25rem; color: var(--soft); font-size: .9375rem; line-height: 1.4; }
    figure { margin: 1.75rem 0 2.25rem; }
    figure .scroll { background: #ffffff; border: 1px solid var(--line); border-radius: 6px; max-width: 46rem; }
    figure svg { display: block; width: 100%; min-width: 34rem; max-width: 46rem; height: auto; }
    figcaption { max-width: 68ch; margin-top: .6rem; font-size: 1rem; line-height: 1.4; }
    button {
      font: inherit; font-size: .9375rem; padding: .25rem .8rem; min-height: 2rem; cursor: pointer;
      color: var(--link); background: var(--ground); border: 1px solid currentColor; border-radius: 4px;
    }
    button:hover { background: var(--raised); }
    [hidden] { display: none; }
    .status { position: fixed; margin: 0; width: max-content; left: 50%; bottom: 1rem; transform: translateX(-50%); z-index: 2; max-width: calc(100vw - 2rem); }
    .status:not(:empty) { padding: .5rem 1rem; background: var(--ink); color: var(--ground); border-radius: 4px; }
    .wijken { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 1rem; max-width: none; }
    .wijk { margin: 0; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 6px; background: var(--raised); }
    .wijk h3 { margin: 0 0 .35rem; }
    .wijk .date { margin: 0 0 .35rem; color: var(--soft); font-size: .9375rem; }
    .wijk .warnings { margin: .6rem 0 0; padding-left: 1.1rem; font-size: .9375rem; line-height: 1.4; }
    .wijk .warnings li + li { margin-top: .3rem; }
    .links { list-style: none; display: flex; flex-wrap: wrap; gap: .1rem 1rem; margin: 0; padding: 0; font-size: 1rem; }
    .links a { display: inline-block; padding: .15rem 0; }
    .intern { display: inline-block; padding: .1rem .6rem; border: 2px solid currentColor; font-weight: bold; }
    @media (max-width: 40rem) {
      tbody th { max-width: 9.5rem; }
      tbody th:not(.n):not(.tight) { min-width: 8rem; }
      th, td { padding: .35rem .5rem; }
    }

    """

  /// Paper.
  static let print: StaticString = """
    @page { size: A4; margin: 20mm; }
    @media print {
      :root {
        --ground: #ffffff; --raised: #ffffff; --ink: #000000; --soft: #444444; --line: #bbbbbb; --rule: #000000;
        --inw: #ffffff; --pat: #ffffff; --both: #ffffff; --ins: #ffffff; --warn: #ffffff;
        --inw-ink: #143f66; --pat-ink: #6a3b00; --both-ink: #3b3472; --ins-ink: #1b4d27; --warn-ink: #000000;
        --link: #000000;
      }
      body { font-size: 10pt; line-height: 1.35; }
      .page { padding: 0; max-width: none; }
      .columns { display: block; }
      nav, button, .status, .skip, .prompt { display: none; }
      h1 { font-size: 20pt; }
      h2 { font-size: 14pt; padding-top: 10pt; margin-bottom: 6pt; break-after: avoid; }
      h3 { font-size: 12pt; break-after: avoid; }
      section { margin-bottom: 10pt; }
      .block, figure { margin: 9pt 0; }
      .scroll { overflow: visible; }
      figure, tr, .notice, .warning, .short { break-inside: avoid; }
      .block { width: auto; }
      figure .scroll { border: 0; max-width: none; }
      figure svg { display: block; width: auto; min-width: 0; max-width: min(100%, 140mm); max-height: 92mm; }
      td:nth-child(2):not(.n):not(.tight) { min-width: 30mm; }
      #deel-2-10 ul { columns: 2; column-gap: 8mm; font-size: 9.5pt; }
      li { break-inside: avoid; }
      figcaption { break-before: avoid; font-size: 10pt; }
      caption, .caption { break-inside: avoid; }
      .subtitle { font-size: 12pt; }
      table { font-size: 9pt; min-width: 0; width: 100%; }
      thead { display: table-header-group; break-after: avoid; }
      tbody tr:nth-child(-n + 3) { break-before: avoid; }
      caption { break-after: avoid; }
      .caption { position: static; width: auto; max-width: none; font-size: 10pt; }
      th, td, thead th { padding: 1.5pt 4pt; font-size: 8.5pt; line-height: 1.25; }
      td.long { min-width: 0; }
      tbody th, tbody th:not(.n):not(.tight) { position: static; min-width: 0; max-width: none; }
      .badge { font-size: 8.5pt; }
      .note { font-size: 8.5pt; margin-bottom: 1pt; }
      .under { margin-top: 3pt; }
      p, ul { max-width: none; orphans: 3; widows: 3; }
    }

    """
}
