// The widget's looks: everything a shop may change is a custom property that begins with --huiyin.

export const LOOK = `
:host{--a:var(--huiyin-accent,var(--site,#0f766e));--on:var(--huiyin-on-accent,var(--site-on,#fff));--ink:var(--huiyin-ink,#1f1c18);--soft:var(--huiyin-soft,#5c564d);
--paper:var(--huiyin-paper,#fff);--line:var(--huiyin-line,#d9d4ca);--edge:var(--huiyin-edge,#8f897e);--well:var(--huiyin-well,#f7f5f1);--r:var(--huiyin-radius,10px);--link:var(--huiyin-link,#0b5f58);
font:16px/1.55 var(--huiyin-font,system-ui,-apple-system,"Segoe UI","PingFang SC","Noto Sans SC",sans-serif);color:var(--ink);line-break:strict}
:host([theme=dark]){--ink:var(--huiyin-ink,#f3f0ea);--soft:var(--huiyin-soft,#b9b2a6);--paper:var(--huiyin-paper,#1d1b18);--line:var(--huiyin-line,#3b3731);--edge:var(--huiyin-edge,#8a8377);--well:var(--huiyin-well,#282521);--link:var(--huiyin-link,#5ce3d2)}
*{box-sizing:border-box}
[hidden]{display:none!important}
svg{width:22px;height:22px;fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;stroke-linejoin:round;flex:none}
button,input,textarea{font:inherit;color:inherit}
button{cursor:pointer}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.open{position:fixed;z-index:var(--huiyin-z,2147483000);right:var(--huiyin-x,20px);bottom:calc(var(--huiyin-y,20px) + env(safe-area-inset-bottom));width:56px;height:56px;border:0;border-radius:50%;background:var(--a);color:var(--on);display:grid;place-items:center;box-shadow:0 4px 18px rgb(0 0 0/22%);transition:transform .16s}
:host([position=left]) .open{right:auto;left:var(--huiyin-x,20px)}
.open svg{width:27px;height:27px}
.open path:first-child{fill:currentColor;stroke:none}
.news::after{content:"";position:absolute;top:2px;right:2px;width:14px;height:14px;border-radius:50%;background:#b42318;border:2px solid var(--paper)}
dialog{border:0;padding:0;background:var(--paper);color:inherit;width:min(400px,100vw - 24px);max-width:none;max-height:min(680px,100dvh - 40px);margin:auto 20px 20px auto;border-radius:calc(var(--r) + 6px);box-shadow:0 12px 48px rgb(0 0 0/28%);overflow:auto;overscroll-behavior:contain}
:host([position=left]) dialog{margin:auto auto 20px 20px}
dialog::backdrop{background:rgb(20 18 15/28%)}
dialog[open]{animation:in .18s ease-out}
@keyframes in{from{transform:translateY(14px);opacity:0}}
header{position:sticky;top:0;z-index:2;display:flex;align-items:center;gap:4px;padding:10px 8px 8px 20px;background:var(--paper)}
header b{flex:1;min-width:0;font-weight:600;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
header button{border:0;background:none;border-radius:var(--r);min-height:44px;min-width:44px;padding:0 10px;display:inline-grid;place-items:center;color:var(--soft)}
header button:hover{color:var(--ink);background:var(--well)}
.body{padding:0 20px 20px}
h2{font-size:21px;line-height:1.35;margin:4px 0 14px;text-wrap:balance}
p{margin:0 0 10px}
.hint,.fine{color:var(--soft);font-size:13px;line-height:1.5}
fieldset{border:0;margin:0 0 4px;padding:0;display:flex;justify-content:space-between}
legend{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.star{position:relative;flex:1;display:grid;place-items:center;height:52px;color:var(--edge)}
.star input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.star svg{pointer-events:none;width:34px;height:34px;stroke-width:1.6;transition:transform .12s}
.star:hover svg{transform:scale(1.1)}
.star.on{color:#b3620a}
:host([theme=dark]) .star.on{color:#f5b04c}
.star.on svg{fill:currentColor}
.star:has(:focus-visible){outline:3px solid var(--link);border-radius:var(--r)}
.rated{min-height:1.55em;text-align:center;color:var(--soft);font-size:14px}
label{display:block;font-weight:600;margin:0 0 6px}
textarea,input:not([type=radio]){display:block;width:100%;padding:10px 12px;border:1px solid var(--edge);border-radius:var(--r);background:var(--paper);margin:0 0 12px}
textarea{min-height:92px;resize:vertical}
::placeholder{color:var(--soft);opacity:1}
.file{display:none!important}
.plain{display:inline-flex;align-items:center;gap:8px;min-height:44px;padding:0 14px;border:1px solid var(--edge);border-radius:var(--r);background:none}
.plain:hover{background:var(--well)}
.go{display:block;width:100%;min-height:50px;margin:14px 0 10px;border:0;border-radius:var(--r);background:var(--a);color:var(--on);font-weight:600}
.go:hover{filter:brightness(.93)}
.go[aria-disabled=true]{opacity:.65}
details{margin:10px 0 0}
summary{cursor:pointer;padding:10px 0;color:var(--link)}
.bad{border-radius:var(--r);padding:9px 12px;margin:10px 0 0;background:#fdeeec;color:#8c1b12}
.photo{border:1px solid var(--line);border-radius:var(--r);padding:10px;margin:0 0 12px}
.frame{position:relative;width:fit-content;max-width:100%;margin:0 auto 8px}
canvas{display:block;max-width:100%;max-height:260px;border-radius:6px;cursor:crosshair}
.pin{position:absolute;width:28px;height:28px;margin:-14px 0 0 -14px;padding:0;border-radius:50%;border:2px solid #fff;background:var(--a);color:var(--on);font:600 14px/24px system-ui;box-shadow:0 1px 5px rgb(0 0 0/45%)}
.notes{list-style:none;margin:0;padding:0}
.notes li{display:flex;gap:8px;align-items:center;margin:0 0 8px}
.notes input{margin:0;flex:1;min-width:0}
.number{min-width:24px;border-radius:12px;background:var(--well);font:600 13px/24px system-ui;text-align:center}
.small{border:0;background:none;min-width:44px;min-height:44px;display:grid;place-items:center;color:var(--soft);border-radius:var(--r)}
.row{display:flex;flex-wrap:wrap;gap:8px}
.promise{border-left:3px solid var(--a);padding:2px 0 2px 12px;margin:12px 0}
.promise.late{border-color:#b3620a}
.mine{list-style:none;margin:0;padding:0}
.mine li{padding:14px 0;border-top:1px solid var(--line)}
.mine li:first-child{border:0;padding-top:4px}
.stage{display:flex;gap:8px;align-items:center;font-weight:600;margin:0}
.stage::before{content:"";width:10px;height:10px;border-radius:50%;border:2px solid var(--a);flex:none}
.stage[data-s=resolved]::before,.stage[data-s=verified]::before{background:var(--a)}
.stage[data-s=waiting_for_you]::before{border-color:#b3620a;background:#b3620a}
.stage[data-s=waiting]::before{border-style:dashed}
.said{color:var(--soft);margin:4px 0;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical;overflow:hidden}
a{color:var(--link);display:inline-block;padding:6px 0}
@media (max-width:480px){dialog,:host([position=left]) dialog{width:100vw;max-height:92dvh;margin:auto 0 0;border-radius:calc(var(--r) + 6px) calc(var(--r) + 6px) 0 0;padding-bottom:env(safe-area-inset-bottom)}}
@media (prefers-reduced-motion:reduce){*,dialog[open]{animation:none!important;transition:none!important}}
@media print{:host{display:none}}
`;

/** White or black, whichever is easier to read on this colour (WCAG relative luminance). */
export function inkOn(color: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? '#fff' : '#000';
}
