// The room's looks: the picture is always dark, what lies on paper follows the device; a shop may change what begins with --huiyin.

const LIGHT = `--ink:#1f1c18;--soft:#57524a;--faint:#6b655b;--paper:#fff;--well:#f7f5f1;--line:#e7e3db;--edge:#8f897e;--a:var(--huiyin-accent,#0f766e);--on:var(--huiyin-on-accent,#fff);--link:#0b5f58;--tint:#e4f2ef;--bad:#b42318;--bad-soft:#fdeeec;--good:#067647;--live:#b42318;--price:#b42318`;
const DARK = `--ink:#f3f0ea;--soft:#c9c2b6;--faint:#b0a99d;--paper:#1d1b18;--well:#282521;--line:#3b3731;--edge:#8a8377;--a:var(--huiyin-accent,#2dd4bf);--on:var(--huiyin-on-accent,#06231f);--link:#5ce3d2;--tint:#12332f;--bad:#ffb4a8;--bad-soft:#46201c;--good:#7ad9a8;--live:#c4392b;--price:#ff9c8c`;

export const LOOK = `
:host{${LIGHT};display:block;height:var(--huiyin-height,640px);font:16px/1.5 var(--huiyin-font,system-ui,-apple-system,"Segoe UI","PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif);color:var(--ink);font-variant-numeric:tabular-nums;line-break:strict;container-type:inline-size;text-align:start}
@media (prefers-color-scheme:dark){:host(:not([theme=light])){${DARK}}}
:host([theme=dark]){${DARK}}
:host([whole]){position:fixed;inset:0;height:auto}
*{box-sizing:border-box}
[hidden]{display:none!important}
svg{width:22px;height:22px;fill:none;stroke:currentColor;stroke-width:1.9;stroke-linecap:round;stroke-linejoin:round;flex:none}
button,input{font:inherit;color:inherit}
button{cursor:pointer;border:0;background:none;padding:0;text-align:inherit}
button:disabled,input:disabled{cursor:default}
:focus-visible{outline:3px solid #5ce3d2;outline-offset:2px}
h1,h2,h3,h4,p,ul,ol,dl{margin:0;padding:0}
ul,ol{list-style:none}
.room{position:relative;height:100%;overflow:hidden;background:#12110f;border-radius:inherit;display:grid;grid-template:minmax(0,1fr)/minmax(0,1fr)}
.stage,.side{grid-area:1/1;min-width:0;min-height:0}
.stage{position:relative;color:#fff}
.picture{position:absolute;inset:0;background:radial-gradient(120% 80% at 50% 20%,#1f3d39,#12110f 70%);overflow:hidden}
.cover{position:absolute;inset:0;width:100%;height:100%;object-fit:cover}
video{position:absolute;inset:0;width:100%;height:100%;object-fit:contain;background:#12110f}
.no-picture{position:absolute;left:0;right:0;top:17%;display:grid;justify-items:center;gap:10px;text-align:center;font-size:14px;color:#e8e4dc;padding:0 2.5rem;text-wrap:balance;text-shadow:0 1px 3px #000}
.no-picture svg{width:84px;height:84px;stroke-width:1.1;color:#2dd4bf;opacity:.85}
.no-picture path:first-child{fill:currentColor;stroke:none}
.covered svg{display:none}
:is([data-picture=stalled],[data-picture=ended]) .no-picture{top:8.2rem;bottom:auto;left:50%;right:auto;transform:translateX(-50%);width:max-content;max-width:86%;padding:9px 18px;border-radius:22px;background:rgb(18 17 15/72%)}
:is([data-picture=stalled],[data-picture=ended]) .no-picture svg{display:none}
.sky{position:absolute;inset:0;overflow:hidden;pointer-events:none}
.sky span{position:absolute;left:0;white-space:nowrap;font-size:18px;font-weight:600;color:#fff;text-shadow:0 0 3px #000,0 1px 2px #000}
.sky .mine{padding:0 .5rem;border:1px solid #2dd4bf;border-radius:8px}
.glass{background:rgb(18 17 15/62%);color:#fff}
.sound{box-shadow:inset 0 0 0 1px rgb(255 255 255/26%);position:absolute;left:50%;top:5rem;transform:translateX(-50%);min-height:44px;padding:0 1.1rem;border-radius:22px;font-weight:600;font-size:14px}
.head{position:absolute;left:0;right:0;top:0;display:flex;flex-wrap:wrap;align-items:center;gap:8px;padding:calc(10px + env(safe-area-inset-top)) 12px 10px}
.who{display:flex;align-items:center;gap:8px;min-width:0;flex:1 1 12rem;border-radius:24px;padding:5px 14px 5px 6px;min-height:44px}
.who>div{min-width:0;flex:1 1 auto}
.mark{display:grid;place-items:center;width:34px;height:34px;border-radius:50%;background:#0f766e;flex:none}
.mark svg{width:20px;height:20px;stroke-width:2.2}
.mark path:first-child{fill:currentColor;stroke:none}
.head h1{font-size:15px;line-height:1.25;font-weight:600;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.head p,.online{font-size:12px;line-height:1.3;color:#e8e4dc;white-space:nowrap}
.head p{overflow:hidden;text-overflow:ellipsis}
.online{flex:none}
.tools{display:flex;gap:6px}
.simulated{order:3;background:#8a4b06;color:#fff}
.round{position:relative;width:44px;height:44px;border-radius:50%;display:grid;place-items:center;flex:none}
.dot{position:absolute;top:5px;right:5px;width:11px;height:11px;border-radius:50%;background:#ff6b57;border:2px solid #12110f}
.fly{display:none}
.fly[aria-pressed=false]{opacity:.65}
.fly[aria-pressed=false]::after{content:"";position:absolute;width:28px;height:2px;background:currentColor;transform:rotate(-45deg)}
.veil{position:absolute;left:50%;top:38%;transform:translate(-50%,-50%);width:min(22rem,86%);text-align:center;display:grid;gap:4px;justify-items:center;padding:14px 20px;border-radius:16px;background:rgb(18 17 15/72%)}
.veil:empty{display:none}
.veil strong{font-size:18px}
.veil p{font-size:14px;color:#e8e4dc}
[data-state=reconnecting] .veil{top:calc(6.4rem + env(safe-area-inset-top));padding:8px 16px;width:auto;grid-auto-flow:column;align-items:center;gap:10px;white-space:nowrap}
[data-state=reconnecting] .veil strong{font-size:14px;font-weight:500}
.dots{width:24px;height:8px;background:radial-gradient(circle 3px,currentColor 96%,transparent) 0 50%/8px 8px;opacity:.9;animation:dots 1.2s steps(4) infinite}
@keyframes dots{from{clip-path:inset(0 100% 0 0)}to{clip-path:inset(0 0 0 0)}}
.side{align-self:end;display:flex;flex-direction:column;gap:8px;max-height:62%;padding:0 12px calc(10px + env(safe-area-inset-bottom));position:relative;color:#fff;background:linear-gradient(to top,rgb(12 11 10/82%),rgb(12 11 10/40%) 70%,transparent)}
.chips{display:flex;gap:8px;overflow-x:auto;scrollbar-width:none;flex:none;margin:0 -12px;padding:3px 12px}
.chips:empty{display:none}
.chip{display:flex;align-items:center;gap:8px;max-width:17rem;min-height:44px;padding:0 12px;border-radius:22px;background:var(--paper);color:var(--ink);font-size:14px;flex:none;border:1px solid var(--line)}
.chip .label{overflow:hidden;white-space:nowrap;text-overflow:ellipsis;min-width:3em}
.chip.in .tag::after{content:" ✓"}
.clock{color:var(--soft);font-size:13px;white-space:nowrap}
.clock:empty{display:none}
.tag{display:inline-block;border-radius:6px;padding:1px 7px;font-size:12px;line-height:1.5;font-weight:600;font-style:normal;background:var(--tint);color:var(--link);white-space:nowrap}
.tag.live{background:var(--live);color:#fff}
.tag.good{background:var(--tint);color:var(--good);margin-left:6px}
.chat{position:relative;min-height:0;display:flex;flex:0 1 auto}
.chat ol{overflow-y:auto;overscroll-behavior:contain;scrollbar-width:none;width:min(100%,26rem);max-height:15.5rem;display:flex;flex-direction:column;gap:5px;padding:10px 2px 2px;mask-image:linear-gradient(transparent,#000 26px)}
.chat li{align-self:flex-start;max-width:100%;border-radius:14px;padding:4px 11px;background:rgb(18 17 15/58%);font-size:15px;line-height:1.45;overflow-wrap:anywhere}
.chat li b{font-weight:600;color:#9fe8dc;margin-right:7px}
.chat li .tag{margin-right:6px;background:#fdf3e3;color:#7a4205}
.chat .mine{background:rgb(15 94 88/82%)}
.chat .mine b,.chat .staff b{color:#fff}
.chat .staff{background:#0f766e}
.times{margin-left:7px;font-weight:600;color:#ffd9a0}
.empty{flex:none;font-size:14px;color:#e8e4dc;padding:4px 2px}
.newest{position:absolute;bottom:6px;left:50%;transform:translateX(-50%);min-height:44px;padding:0 18px;border-radius:22px;background:var(--a);color:var(--on);font-size:14px;font-weight:600;box-shadow:0 2px 10px rgb(0 0 0/35%)}
.notice div{display:flex;flex-direction:column;padding:10px 14px;border-radius:14px;background:var(--paper);color:var(--ink);font-size:15px;border:1px solid var(--line);animation:in .18s ease-out;overflow-wrap:anywhere}
.notice strong{font-size:13px;color:var(--link)}
@keyframes in{from{transform:translateY(8px);opacity:0}}
.on-air{display:flex;align-items:center;gap:10px;padding:8px 8px 8px 14px;border-radius:14px;background:var(--paper);color:var(--ink);border:1px solid var(--line)}
.on-air .what{flex:1;min-width:0;display:grid;grid-template-columns:auto 1fr;gap:0 8px;align-items:center;min-height:44px}
.on-air .name,.shelf .name{overflow:hidden;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;line-height:1.35;font-size:15px}
.on-air .name{-webkit-line-clamp:1}
.on-air .price{grid-column:1/-1}
.price{display:flex;align-items:baseline;gap:8px;line-height:1.3}
.price strong{font-size:18px;color:var(--price)}
.price s{font-size:13px;color:var(--faint)}
.plain{min-height:44px;padding:0 14px;border:1px solid var(--edge);border-radius:22px;font-size:14px;white-space:nowrap;flex:none}
.plain:hover{background:var(--well)}
.bar-row{display:flex;align-items:center;gap:8px}
.composer .round{background:rgb(255 255 255/16%);color:#fff}
.composer .round:hover{background:rgb(255 255 255/26%)}
.badge{position:absolute;top:-4px;right:-4px;min-width:20px;height:20px;padding:0 5px;border-radius:10px;background:var(--live);color:#fff;font-size:12px;line-height:20px;text-align:center;font-weight:600}
.badge:empty{display:none}
.writer{flex:1;min-width:0;display:flex;align-items:center;border-radius:23px;background:rgb(255 255 255/16%);border:1px solid transparent;padding:0 1px}
.writer:focus-within{border-color:#2dd4bf;background:rgb(18 17 15/80%)}
.writer .round{background:none!important;width:40px}
.writer input[type=text]{flex:1;min-width:0;border:0;background:none;height:44px;padding:0 4px;outline:0;font-size:16px}
.writer input::placeholder{color:#e2ded6;opacity:1}
.writer .ask,.writer .send{display:none}
.writer:focus-within .ask,.writer:focus-within .send,.writer:has([type=text]:not(:placeholder-shown)) .ask,.writer:has([type=text]:not(:placeholder-shown)) .send{display:grid}
.writer:focus-within .name{display:none}
.writer:focus-within input{padding-left:12px}
.ask{position:relative;place-items:center}
.ask input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.ask span{font-size:13px;padding:0 9px;line-height:30px;border-radius:15px;border:1px solid rgb(255 255 255/55%);white-space:nowrap}
.ask input:checked+span{background:#2dd4bf;color:#06231f;border-color:#2dd4bf;font-weight:600}
.ask input:focus-visible+span{outline:3px solid #5ce3d2;outline-offset:2px}
.send{color:#5ce3d2!important}
.problem{font-size:14px;padding:6px 12px;border-radius:10px;background:var(--bad-soft);color:var(--bad);margin-bottom:6px}
.count{position:absolute;bottom:-5px;left:50%;transform:translateX(-50%);font-size:11px;line-height:16px;padding:0 5px;border-radius:8px;background:#12110f;white-space:nowrap}
.count:empty{display:none}
.like:active svg{transform:scale(.88)}
.like svg{transition:transform .12s}
.heart{position:absolute;inset:0;display:grid;place-items:center;pointer-events:none;color:#ff8a7a}
.heart svg{fill:currentColor}
dialog{border:0;padding:0;background:var(--paper);color:var(--ink);width:100vw;max-width:none;max-height:82dvh;margin:auto 0 0;border-radius:18px 18px 0 0;overflow:hidden;flex-direction:column}
dialog[open]{display:flex;animation:up .18s ease-out}
dialog::backdrop{background:rgb(12 11 10/55%)}
@keyframes up{from{transform:translateY(24px);opacity:0}}
dialog header{display:flex;align-items:center;gap:8px;padding:8px 8px 4px 20px;flex:none}
dialog header .round{color:var(--soft)}
h2{flex:1;font-size:17px;font-weight:600}
.sheet-body{overflow-y:auto;overscroll-behavior:contain;padding:4px 20px calc(24px + env(safe-area-inset-bottom))}
.hint{font-size:13px;line-height:1.55;color:var(--soft);margin-top:8px}
.shelf li{display:flex;align-items:center;gap:12px;padding:12px 0;border-top:1px solid var(--line)}
.shelf li:first-child{border:0}
.shelf .what{flex:1;min-width:0;display:grid;gap:2px;justify-items:start;min-height:44px;align-content:center}
.shelf .hint{margin:0}
.number{width:34px;height:34px;border-radius:9px;background:var(--well);display:grid;place-items:center;font-weight:600;flex:none;align-self:flex-start;margin-top:3px}
.on>.number{background:var(--a);color:var(--on)}
.game h3{font-size:19px;line-height:1.35;margin:8px 0 14px;text-wrap:balance}
.kind{display:flex;align-items:center;gap:10px}
.kind:has(:empty){display:none}
.code{font-size:20px;text-align:center;margin-top:8px}
.choices{display:grid;gap:10px}
.choice{position:relative;display:flex;align-items:center;gap:10px;width:100%;min-height:50px;padding:8px 16px;border:1px solid var(--edge);border-radius:12px;overflow:hidden}
button.choice:hover{border-color:var(--a)}
.bar{position:absolute;left:0;top:0;bottom:0;background:var(--tint);transition:width .2s}
.choice>*:not(.bar){position:relative}
.choice .label{flex:1;min-width:0;overflow-wrap:anywhere}
.choice.mine{border:2px solid var(--a);font-weight:600}
.choice.right{border:2px solid var(--good)}
.choice.right .label::after{content:" ✓";color:var(--good);font-weight:700}
.votes{display:grid;justify-items:end;line-height:1.2;font-weight:600}
.votes small{font-weight:400;font-size:12px;color:var(--soft)}
.go{display:block;width:100%;min-height:50px;border-radius:25px;background:var(--a);color:var(--on);font-weight:600;text-align:center;margin-top:12px}
.go:hover{filter:brightness(.94)}
.go.small{width:auto;margin:0;padding:0 20px;min-height:46px;flex:none}
.line{display:flex;gap:8px;margin-top:14px}
.line input,.name-form input{flex:1;min-width:0;width:100%;min-height:46px;padding:0 14px;border:1px solid var(--edge);border-radius:12px;background:var(--paper)}
.name-form label{display:block;font-weight:600;margin-bottom:6px}
.done{margin-top:10px;color:var(--good);font-weight:600;overflow-wrap:anywhere}
.done.big{font-size:17px;text-align:center;padding:12px;border-radius:12px;background:var(--tint)}
.bad{margin-top:10px;padding:10px 14px;border-radius:10px;background:var(--bad-soft);color:var(--bad)}
.worth{font-size:17px;font-weight:600}
.prizes li{display:flex;justify-content:space-between;gap:12px;align-items:baseline;padding:9px 0;border-top:1px solid var(--line)}
.prizes li:first-child{border:0}
.prizes .hint{margin:0;white-space:nowrap}
.odds{margin-top:10px;padding:10px 14px;border-radius:12px;background:var(--well)}
.odds small{display:block;color:var(--soft);font-size:12px}
.winners{margin-top:14px}
.winners h4,.about h4{font-size:14px;margin:12px 0 4px}
details{margin-top:12px}
summary::before{content:"";width:7px;height:7px;margin:0 10px 0 3px;border:solid currentColor;border-width:0 2px 2px 0;transform:rotate(-45deg)}
details[open]>summary::before{transform:rotate(45deg)}
summary{cursor:pointer;list-style:none;min-height:44px;display:flex;align-items:center;color:var(--link);font-size:14px}
code{display:block;font:12px/1.5 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere;background:var(--well);border-radius:8px;padding:8px 10px}
.hash code{display:inline;padding:2px 6px;margin-left:6px}
.questions li{display:flex;gap:12px;align-items:center;padding:10px 0;border-top:1px solid var(--line)}
.questions li:first-child{border:0}
.questions .label{flex:1;min-width:0;overflow-wrap:anywhere}
.up{min-width:60px;min-height:44px;padding:0 12px;border:1px solid var(--edge);border-radius:12px;text-align:center;flex:none}
.up.on{background:var(--tint);border-color:var(--a);color:var(--link);font-weight:600}
.asks li{padding:12px 0;border-top:1px solid var(--line)}
.asks li:first-child{border:0}
.asks .hint,.asks .done{margin-top:2px}
dl{display:grid;grid-template-columns:1fr auto;gap:6px 16px;margin-top:6px}
dd{margin:0;font-weight:600}
a{color:var(--link);display:inline-flex;min-height:44px;align-items:center}
:is([data-state=waiting],[data-state=ended],[data-state=lost]) :is(.on-air,.chips,.composer,.no-picture){display:none}
@container (min-width:860px){
.room{grid-template-columns:minmax(0,1fr) clamp(320px,30%,400px)}
.stage{grid-area:1/1}
.side{grid-area:1/2;align-self:stretch;max-height:none;background:var(--paper);color:var(--ink);padding:14px 16px;border-left:1px solid var(--line)}
.fly{display:grid}
.chips{flex-direction:column;overflow:visible;margin:0;padding:0}
.chip{max-width:none;border-radius:12px}
.chip .label{flex:1;text-align:left}
.chat{flex:1 1 0}
.chat{margin:0 -8px}
.chat ol{width:100%;max-height:none;flex:1;mask-image:none;gap:1px;padding:0 0 2px;scrollbar-width:thin}
.chat li{background:none;border-radius:8px;padding:4px 8px;max-width:none}
.chat li b{color:var(--link)}
.chat li .tag{background:var(--tint);color:var(--link)}
.chat .mine{background:var(--tint)}
.chat .mine b,.chat .staff b{color:var(--link)}
.chat .staff{background:var(--well);border-left:3px solid var(--a);border-radius:0 8px 8px 0}
.times{color:var(--faint)}
.empty{position:absolute;color:var(--soft)}
.on-air{background:var(--well);border:0}
.composer .round{background:var(--well);color:var(--ink)}
.composer .round:hover{background:var(--line)}
.writer{background:var(--well);border-color:var(--edge)}
.writer:focus-within{background:var(--paper);border-color:var(--a)}
.writer input::placeholder{color:var(--soft)}
.ask span{border-color:var(--edge)}
.ask input:checked+span{background:var(--a);color:var(--on);border-color:var(--a)}
.send{color:var(--link)!important}
.count{background:var(--paper);color:var(--soft)}
.head{padding:16px 18px}
.who{flex:0 1 auto;padding-right:18px}
.tools{margin-left:auto}
.cover{object-fit:contain}
.no-picture{top:50%;transform:translateY(-50%);font-size:16px}
.no-picture.covered{top:auto;bottom:2rem;transform:none}
.no-picture svg{width:150px;height:150px}
.chat li:first-child{margin-top:auto}
dialog{width:420px;height:100dvh;max-height:none;margin:0 0 0 auto;border-radius:18px 0 0 18px}
@keyframes up{from{transform:translateX(24px);opacity:0}}
}
@container (min-width:860px){:is([data-picture=stalled],[data-picture=ended]) .no-picture{top:5rem;bottom:auto;transform:translateX(-50%);font-size:15px}}
@container (max-width:350px){.ask span{padding:0 6px}.head p{display:none}}
@media (max-height:640px){.no-picture p{display:none}}
@media (max-height:520px){.chat ol{max-height:6rem}.no-picture{display:none}}
@media (prefers-reduced-motion:reduce){*,dialog[open]{animation:none!important;transition:none!important}}
@media (forced-colors:active){.glass,.side,.veil,.chat li,.on-air,.chip{border:1px solid}}
`;
