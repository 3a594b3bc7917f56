/**
 * The whole look of the page for phones, as it stands in the page: its hash is in the policy that comes with it, so it
 * loads nothing. Contrast is 7:1 and more by day and by night; old people read this.
 */
export const PHONE_STYLE = `
:root{color-scheme:light dark;--ink:#111;--paper:#fff;--soft:#444;--line:#767676;--link:#0b3d91;--go:#0b5d1e;--stop:#8a1010}
@media (prefers-color-scheme:dark){:root{--ink:#fff;--paper:#111;--soft:#ccc;--line:#8c8c8c;--link:#a8c7ff;--go:#8fe3a2;--stop:#ffb3ad}}
*{box-sizing:border-box;margin:0}
body{background:var(--paper);color:var(--ink);font:1.25rem/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;max-width:34rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
header p{font-weight:700}
header strong{margin-left:.5em;padding:0 .4em;border:2px solid}
h1{margin:1rem 0;text-align:center;font-weight:700}
h1 b{display:block;font-size:4.5rem;line-height:1.1}
h1 small{display:block;font-size:1.25rem}
h1.plain{text-align:left}
.state{border:3px solid var(--line);border-radius:.5rem;padding:1rem;text-align:center}
.state h2{font-size:2.25rem;line-height:1.25}
.state p{font-size:1.5rem}
.called{border-color:var(--go);border-width:6px}
.called h2{color:var(--go)}
.missed,.cancelled,.expired{border-style:dashed}
.missed h2,.cancelled h2,.expired h2{color:var(--stop)}
.asOf,.refresh{margin-top:1rem;color:var(--soft)}
a{color:var(--link);display:inline-block;padding:.5rem .25rem;margin-right:.5rem}
a:focus-visible{outline:3px solid currentColor;outline-offset:2px}
footer{margin-top:1.5rem;border-top:1px solid var(--line);padding-top:.75rem}
`
