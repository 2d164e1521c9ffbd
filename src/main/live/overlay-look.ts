// The overlay's looks: nothing where nothing is said, big type on dark glass that reads over any picture.

export const OVERLAY_LOOK = `
html,body{margin:0;height:100%;background:transparent}
body{position:fixed;inset:0;padding:3vh 2.4vw;display:flex;flex-direction:column;justify-content:space-between;box-sizing:border-box;overflow:hidden;color:#fff;font:600 clamp(16px,2.6vh,40px)/1.4 system-ui,"PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums}
[hidden]{display:none!important}
*{box-sizing:border-box}
ul,p,h2{margin:0;padding:0;list-style:none}
.games{display:grid;gap:1.6vh;justify-items:end}
section,.asked,.answer div{background:rgb(18 17 15/86%);border-radius:1.6vh;padding:1.6vh 1.5vw}
section{width:min(34vw,620px);min-width:260px}
section header{display:flex;justify-content:space-between;gap:1em;align-items:center}
.kind{background:#2dd4bf;color:#06231f;border-radius:.5em;padding:0 .55em;font-size:.8em}
.left{font-size:1.25em}
h2{font-size:1.15em;line-height:1.3;margin:.35em 0}
h2,.bars .label,.questions span,.answer span,.answer b,.winners{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;overflow-wrap:anywhere;text-wrap:pretty}
.answer span,.winners{-webkit-line-clamp:4}
.bars{display:grid;gap:.45em}
.bars li{position:relative;display:flex;gap:.6em;padding:.3em .7em;border-radius:.5em;overflow:hidden;background:rgb(255 255 255/12%)}
.bar{position:absolute;left:0;top:0;bottom:0;background:#0f766e;transition:width .4s}
.bars .label,.bars b{position:relative}
.bars .label{flex:1;min-width:0;overflow-wrap:anywhere}
.right{outline:.12em solid #2dd4bf}
.people,section p{font-size:.78em;font-weight:500;color:#e8e4dc;margin-top:.5em}
.winners{color:#ffe0b0!important}
.foot{display:grid;gap:1.4vh;justify-items:start}
.asked{max-width:min(56vw,1100px)}
.asked p{font-size:.72em;color:#9fe8dc}
.questions{display:grid;gap:.3em}
.questions li{display:flex;gap:.6em;align-items:baseline}
.questions b{flex:none}
.questions b{color:#ffd9a0}
.answer:empty{display:none}
.answer div{display:grid;gap:.15em;border-left:.3em solid #2dd4bf;max-width:min(56vw,1100px)}
.answer b{font-size:.8em;color:#9fe8dc}
@media (prefers-reduced-motion:reduce){*{transition:none!important}}
`;
