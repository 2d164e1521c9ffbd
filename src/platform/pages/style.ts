// The look of the reporter's page: white, quick, one column, big targets; no file to fetch, no script.

/** Colours are the product's light tokens; sizes grow with the reader's own font size. */
export const STYLE = `
:root{color-scheme:light;--ink:#1f1c18;--soft:#57524a;--faint:#6b655b;--line:#e7e3db;--strong:#cbc5b9;--well:#f7f5f1;
--accent:#0f766e;--accent-deep:#0b5f58;--accent-soft:#e4f2ef;--good:#067647;--good-soft:#e7f5ee;--warn:#8a4b06;--warn-soft:#fdf3e3;
--bad:#b42318;--bad-soft:#fdeeec}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:#fff;color:var(--ink);font:1rem/1.65 system-ui,-apple-system,"Segoe UI","PingFang SC","Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;
font-variant-numeric:tabular-nums;overflow-wrap:anywhere;line-break:strict;text-spacing-trim:trim-start;text-autospace:normal}
.skip{position:absolute;left:.5rem;top:-4rem;z-index:2;background:#fff;color:var(--accent-deep);padding:.7rem 1rem;border:1px solid var(--accent);border-radius:8px}
.skip:focus{top:.5rem}
.page{max-width:42rem;margin:0 auto;padding:0 1.25rem 4rem}
.top{display:flex;align-items:center;gap:.6rem;padding:1.1rem 0 1rem;color:var(--soft);font-size:.9375rem}
.top svg{color:var(--accent);flex:none}
.top .shop{flex:1;min-width:0;font-weight:600;color:var(--ink)}
.top a{color:var(--soft);text-decoration:none;padding:.7rem 0 .7rem .75rem;margin:-.7rem 0}
.top a.shop{font-weight:600;color:var(--ink);padding-left:0}
.ways{display:flex;flex-wrap:wrap;gap:0 1.35rem;margin:-.35rem 0 .5rem;border-bottom:1px solid var(--line)}
.ways a{color:var(--soft);text-decoration:none;padding:.6rem 0 .65rem;border-bottom:2px solid transparent;margin-bottom:-1px;white-space:nowrap}
.ways a:hover{color:var(--accent-deep);text-decoration:none;border-color:var(--strong)}
.ways a[aria-current]{color:var(--ink);font-weight:600;border-color:var(--accent)}
.page.wide{max-width:64rem}
main a{color:var(--accent-deep)}
a:hover{color:var(--accent-deep);text-decoration:underline}
h1{font-size:1.75rem;line-height:1.3;margin:1.6rem 0 .5rem;letter-spacing:-.01em;text-wrap:balance}
h2{font-size:1rem;line-height:1.5;margin:2.6rem 0 .8rem;font-weight:600}
p{margin:0 0 .75rem}
.lead{color:var(--soft);margin-bottom:1rem}
.meta,time,.small{color:var(--faint);font-size:.875rem}
.small>a:only-child{display:inline-block;padding:.2rem 0}
.promise{display:block;border-left:3px solid var(--accent);padding:.15rem 0 .15rem .85rem;margin:1.1rem 0;color:var(--ink)}
.promise.late{border-color:var(--warn)}
.note{border-radius:8px;padding:.8rem 1rem;margin:1rem 0 0;background:var(--good-soft);color:#05552f}
.note.bad{background:var(--bad-soft);color:#8c1b12}
.steps{list-style:none;margin:0;padding:0}
.steps li{position:relative;padding:0 0 1.15rem 2rem;min-height:2.4rem}
.steps li::before{content:"";position:absolute;left:.3rem;top:.48rem;width:.7rem;height:.7rem;border-radius:50%;background:var(--accent);box-sizing:border-box}
.steps li::after{content:"";position:absolute;left:.61rem;top:1.35rem;bottom:-.3rem;width:2px;background:var(--accent)}
.steps li:last-child{padding-bottom:0;min-height:0}
.steps li:last-child::after{display:none}
.steps li.now{font-weight:600}
.steps li.now::before{left:.15rem;top:.33rem;width:1rem;height:1rem;border:4px solid var(--accent);background:#fff}
.steps li.now::after,.steps li.next::after{background:var(--line)}
.steps li.next{color:var(--faint)}
.steps li.next::before{background:#fff;border:2px solid var(--strong)}
.steps time{display:block;font-weight:400}
.voice,.word{white-space:pre-line;border-radius:8px;padding:.85rem 1rem;margin:0 0 .35rem}
.voice{background:var(--well);border-left:0}
.voice .of{display:block;white-space:normal;color:var(--soft);font-size:.875rem;margin-bottom:.25rem}
.stars{letter-spacing:.1em;color:var(--warn)}
.photos{list-style:none;display:flex;flex-wrap:wrap;gap:.8rem;margin:.6rem 0 0;padding:0}
.photos li{max-width:11rem}
.photos img{display:block;width:auto;height:7rem;max-width:100%;object-fit:cover;border-radius:8px;border:1px solid var(--line)}
.photos span{display:block;margin-top:.3rem}
.said{margin:0 0 1.15rem}
.said .by{margin:0 0 .3rem;font-size:.875rem;color:var(--faint)}
.said .by b{color:var(--soft);font-weight:600}
.theirs .word{border:1px solid var(--line)}
.theirs .by b{color:var(--accent-deep)}
.mine .word{background:var(--well)}
form{margin:0}
label{display:block;font-weight:600;margin:0 0 .5rem}
textarea{display:block;width:100%;min-height:7.5rem;padding:.75rem .9rem;font:inherit;color:inherit;background:#fff;border:1px solid #8f897e;border-radius:8px;resize:vertical}
textarea.short{min-height:5rem}
textarea:focus-visible,button:focus-visible,a:focus-visible,summary:focus-visible,input:focus-visible,select:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
fieldset{border:0;margin:0 0 1.5rem;padding:0;min-width:0}
legend{font-weight:600;padding:0;margin:0 0 .6rem}
input[type=text],input[type=email],input[type=tel],input[type=number],input[type=date],select{display:block;width:100%;min-height:3rem;padding:.6rem .9rem;font:inherit;color:inherit;background:#fff;border:1px solid #8f897e;border-radius:8px}
input[type=file]{display:block;width:100%;font:inherit;color:var(--soft);padding:.7rem .9rem;border:1px dashed #8f897e;border-radius:8px;background:var(--well)}
input[type=file]::file-selector-button{font:inherit;font-weight:600;margin-right:.8rem;padding:.35rem .9rem;border:1px solid #8f897e;border-radius:8px;background:#fff;color:var(--ink)}
.field{margin:0 0 1.5rem}
.choices{display:flex;flex-wrap:wrap;gap:.6rem}
.choices label{margin:0;font-weight:400;position:relative}
.choices input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.choices span{display:flex;align-items:center;justify-content:center;min-height:3rem;min-width:3rem;padding:.5rem 1rem;border:1px solid #8f897e;border-radius:8px;background:#fff;text-align:center}
.choices label:hover span{border-color:var(--accent)}
.choices input:checked+span{border-color:var(--accent);background:var(--accent-soft);color:var(--accent-deep);font-weight:600;box-shadow:inset 0 0 0 1px var(--accent)}
.choices input:focus-visible+span{outline:3px solid var(--accent);outline-offset:2px}
.trap{position:absolute!important;left:-200vw;width:1px;height:1px;overflow:hidden}
.hint{margin:.4rem 0 .9rem}
button{appearance:none;font:inherit;font-weight:600;min-height:3rem;padding:.6rem 1.4rem;border-radius:8px;border:1px solid var(--accent);background:var(--accent);color:#fff;cursor:pointer;width:100%}
button:hover{background:var(--accent-deep);border-color:var(--accent-deep)}
button.second{background:#fff;color:var(--ink);border-color:#8f897e}
button.second:hover{background:var(--well);color:var(--ink);border-color:var(--ink)}
.ask{border:1px solid var(--line);border-radius:8px;padding:1.25rem;margin:1.5rem 0 0}
.ask form+form{margin-top:1.25rem;padding-top:1.25rem;border-top:1px solid var(--line)}
.scores{display:flex;gap:.5rem}
.scores>*{flex:1 1 0;min-width:0}
.scores button{width:auto;min-width:0;padding:.6rem 0;font-size:1.125rem}
.scores label{position:relative;margin:0;font-weight:400}
.scores input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.scores label span{display:flex;flex-direction:column;align-items:center;justify-content:flex-start;min-height:4.75rem;height:100%;padding:.6rem .2rem .5rem;border:1px solid #8f897e;border-radius:8px;text-align:center}
.scores label b{font-size:1.25rem;line-height:1.6rem}
.scores label i{font-style:normal;font-size:.8125rem;line-height:1.1rem;color:var(--soft)}
.scores label:hover span{border-color:var(--ink)}
.scores input:checked+span{border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent);background:var(--accent-soft)}
.scores input:checked+span i{color:var(--ink)}
.scores input:focus-visible+span{outline:3px solid var(--accent);outline-offset:2px}
.choose{border:0;padding:0;margin:0 0 1.25rem;min-width:0}
.choose legend{padding:0;margin:0 0 .6rem;font-weight:600}
.ends{display:flex;justify-content:space-between;gap:1rem;margin:.45rem 0 0}
.rate,.rated{margin-top:1.75rem}
.rate h2,.rated h2{margin-top:0}
.ask form+.small{margin:.75rem 0 0}
.gave{font-weight:600}
.back{margin-top:1.75rem}
.back a{color:var(--accent-deep);font-weight:600;text-decoration:none}
details{margin-top:1.5rem}
summary{cursor:pointer;padding:.6rem 0;color:var(--accent-deep);font-weight:600}
details form{padding-top:.6rem}
.foot{margin-top:3.5rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--faint);font-size:.875rem}
.lost{padding-top:3rem}
@media (prefers-color-scheme:dark){:root:has(main.lost){color-scheme:dark;--ink:#f3f0ea;--soft:#c9c2b6;--faint:#b0a99d;--line:#3b3731;--accent:#2dd4bf;--accent-deep:#5ce3d2}
:root:has(main.lost) body{background:#171512}}
@media (max-width:40rem){.ways{gap:0 1.15rem;font-size:.9375rem;padding-bottom:.35rem}.ways a{padding:.45rem 0;border:0;margin:0}.ways a[aria-current]{color:var(--accent-deep);text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.4em}}
@media (min-width:40rem){.page{padding-inline:2rem}h1{font-size:2.125rem;margin-top:2.6rem}button{width:auto;min-width:11rem}.mine{margin-left:3.5rem}.theirs{margin-right:3.5rem}}
@media print{form,details,.top a:not(.shop),.ways,.skip{display:none}}
.facts{margin:0}.facts>div{padding:.3rem 0}.facts dt{color:var(--soft);font-size:.875rem}.facts dd{margin:0;overflow-wrap:anywhere}
`;
