// How the prompter looks: read from three metres, in the dark, through glass if need be.

/** Sizes hang on the window alone; the line itself is fitted by the script. */
export const PROMPTER_STYLE = `
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{overflow:hidden;background:#000;color:#fff;font:24px/1.35 -apple-system,"Segoe UI",Roboto,"PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",system-ui,sans-serif;font-variant-numeric:tabular-nums}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
#stage{display:grid;grid-template-rows:auto 1fr auto;height:100%;padding:2.2vh 3vw}
body.mirrored #stage{transform:scaleX(-1)}
body.strong{color:#ffe500}
.air{display:flex;flex-wrap:wrap;align-items:baseline;gap:.3em 1.2em;min-height:1.4em;font-size:clamp(18px,2.6vw,36px);color:#cfcfcf}
body.strong .air,body.strong .next{color:#ffe500}
.air b{max-width:46vw;overflow:hidden;color:#fff;font-weight:600;text-overflow:ellipsis;white-space:nowrap}
body.strong .air b{color:#ffe500}
.air .time{margin-left:auto;font-weight:600;color:#fff}
.air .left{padding:0 .4em;border-radius:.2em;background:#fff;color:#000;font-weight:700}
.air .left.up{background:#ff4438;color:#000}
.air .sim{padding:0 .5em;border:2px dashed #cfcfcf;border-radius:.2em;font-size:.8em}
.line{display:flex;flex-direction:column;justify-content:center;min-height:0;overflow:hidden;gap:2vh}
.kind{display:flex;flex-wrap:wrap;gap:.2em 1em;align-items:baseline;white-space:nowrap;font-size:clamp(20px,2.8vw,40px);color:#cfcfcf}
.kind i{padding:0 .5em;border-radius:.2em;background:#fff;color:#000;font-style:normal;font-weight:700}
.alarm .kind i{background:#ff4438;color:#000}
.note .kind i{background:#5ce3d2;color:#000}
.words{flex:none;font-weight:700;line-height:1.18;text-wrap:balance}
.say{flex:none;max-height:34vh;overflow:hidden;padding-left:.6em;border-left:.18em solid #5ce3d2;font-size:clamp(22px,calc(4.2vw*var(--by,1)),72px);font-weight:500;line-height:1.25}
.say small{display:block;font-size:.5em;color:#cfcfcf}
body.strong .say,body.strong .say small{border-color:#ffe500;color:#ffe500}
.idle{margin:auto;font-size:clamp(28px,5vw,72px);text-align:center;color:#cfcfcf}
.next{margin:0;padding:1.4vh 0 0;border-top:1px solid #4a4a4a;font-size:clamp(18px,2.4vw,34px);color:#cfcfcf;list-style:none}
.next li{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.next li b{margin-right:.5em;color:#fff;font-weight:600}
.lost{position:fixed;inset:0 0 auto;padding:.3em 1em;background:#ff4438;color:#000;font-weight:700;text-align:center}
.tools{position:fixed;right:8px;bottom:8px;display:flex;gap:4px;opacity:.55}
.tools:hover,.tools:focus-within{opacity:1}
.tools button{min-width:44px;min-height:44px;padding:0 10px;border:1px solid #6f6f6f;border-radius:8px;background:#1c1c1c;color:#fff;font:600 15px/1 system-ui,sans-serif;cursor:pointer}
.tools button[aria-pressed=true]{background:#fff;color:#000}
.tools button:focus-visible{outline:3px solid #5ce3d2}
@media (min-width:701px){.next{min-height:54px;padding-right:300px}}
@media (max-width:700px){#stage{padding-bottom:64px}}
@media (max-height:480px){.next li:nth-child(n+3){display:none}.kind{font-size:20px}.say{font-size:clamp(20px,calc(3.4vw*var(--by,1)),44px)}}
@media (orientation:portrait){.next li:nth-child(n+3){display:none}}
`.replaceAll('\n', '');
