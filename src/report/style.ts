/** A page's colours by what they are for. A test works out that each can be read on the ground it stands on. */
export interface Colours {
  readonly ground: string
  readonly ink: string
  readonly quiet: string
  readonly rule: string
  readonly link: string
  readonly band: string
  readonly mark: string
  readonly less: string
  readonly more: string
}

export const LIGHT: Colours = {
  ground: '#ffffff',
  ink: '#1a1a1a',
  quiet: '#4d4d4d',
  rule: '#8a8a8a',
  link: '#0b4fa0',
  band: '#f2f4f7',
  mark: '#2f5d8c',
  less: '#a33b12',
  more: '#1d6b3c',
}

export const DARK: Colours = {
  ground: '#16181c',
  ink: '#f0f0ee',
  quiet: '#b9bcc2',
  rule: '#7d828b',
  link: '#8ab8f5',
  band: '#22262d',
  mark: '#7fb0e0',
  less: '#f0936b',
  more: '#72c893',
}

/** The whole look of a page, for a screen by day and by night, and for paper. */
export function style(): string {
  return `:root{color-scheme:light dark;${custom(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${custom(DARK)}}}
${LAYOUT}
@page{size:A4;margin:18mm 16mm}
@media print{:root{${custom(LIGHT)};color-scheme:light}${PRINT}}`
}

function custom(colours: Colours): string {
  return Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')
}

const LAYOUT = `body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.5 system-ui,"Segoe UI",Arial,sans-serif}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem;overflow-wrap:break-word}
h1{font-size:1.8rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1.35rem;line-height:1.25;margin:2.2rem 0 .6rem;padding-top:.7rem;border-top:2px solid var(--rule)}
h3{font-size:1.1rem;line-height:1.3;margin:1.5rem 0 .4rem}
p,ul{margin:.5rem 0}
ul{padding-left:1.3rem}
li{margin:.25rem 0}
a{color:var(--link)}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.8rem 0 1.2rem}
caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{padding:.35rem .6rem;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top;font-weight:400}
thead th{font-weight:600;border-bottom:2px solid var(--ink);vertical-align:bottom}
tbody tr:nth-child(even){background:var(--band)}
.number{text-align:right;font-variant-numeric:tabular-nums}
td.number,th.number{white-space:nowrap}
thead th.number{white-space:normal}
figure{margin:1.2rem 0}
figcaption{font-weight:600}
svg{display:block;width:100%;height:auto;margin:.5rem 0}
svg text{fill:var(--ink);font:13px system-ui,"Segoe UI",Arial,sans-serif}
svg .axis{stroke:var(--ink);fill:none}
svg .grid{stroke:var(--rule);stroke-dasharray:1 4;fill:none}
svg .same{fill:var(--mark);stroke:var(--mark)}
svg .less{stroke:var(--less)}
svg .more{fill:var(--more);stroke:var(--more)}
svg circle.less{fill:var(--less)}
svg .dot{fill-opacity:.45}
svg .nochange{stroke:var(--ink);stroke-dasharray:6 4;fill:none}
summary{cursor:pointer}
@media (max-width:32rem){body{font-size:1rem}th,td{padding:.3rem .3rem}td.number,th.number{white-space:normal}}`

const PRINT = `body{font-size:10.5pt}main{max-width:none;padding:0}.table{overflow:visible}
h2,h3,caption{break-after:avoid}tr,svg,li{break-inside:avoid}thead{display:table-header-group}
summary{display:none}details::details-content{content-visibility:visible;display:block;height:auto}`
