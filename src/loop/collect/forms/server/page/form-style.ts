// The look of a questionnaire: one question, big targets, everything within reach of a thumb.

/** Added to the style of every public page. */
export const FORM_STYLE = `
.q fieldset{border:0;margin:0;padding:0;min-width:0}
.q legend{padding:0;margin:0 0 .35rem;font-size:1.375rem;line-height:1.4;font-weight:600;text-wrap:balance;width:100%}
.q .of{color:var(--faint);font-size:.875rem;margin:1.2rem 0 .4rem}
.q .intro{white-space:pre-line;color:var(--soft);margin-bottom:1.6rem}
.q .help{color:var(--soft);margin:0 0 .5rem;white-space:pre-line}
.q .opt{font-weight:400;color:var(--faint);font-size:1rem}
.q .fields{margin:1.1rem 0 0}
.q progress{appearance:none;display:block;width:100%;height:4px;border:0;border-radius:2px;background:var(--line);overflow:hidden;margin:.2rem 0 0}
.q progress::-webkit-progress-bar{background:var(--line)}
.q progress::-webkit-progress-value{background:var(--accent)}
.q progress::-moz-progress-bar{background:var(--accent)}
.pick{position:relative;display:flex;align-items:center;gap:.75rem;min-height:3.25rem;padding:.55rem 1rem;margin:0 0 .5rem;border:1px solid #8f897e;border-radius:8px;cursor:pointer;font-weight:400;background:#fff}
.pick input{flex:none;width:1.25rem;height:1.25rem;margin:0;accent-color:var(--accent)}
.pick:hover{background:var(--well)}
.pick:has(:checked){border-color:var(--accent);background:var(--accent-soft);box-shadow:inset 0 0 0 1px var(--accent)}
.pick:has(:focus-visible),.box:has(:focus-visible){outline:3px solid var(--accent);outline-offset:2px}
.pick input:focus-visible,.box input:focus-visible{outline:none}
.pick .stars{color:var(--warn);letter-spacing:.05em;flex:none;font-size:1.125rem}
.pick .face{flex:none;color:var(--soft)}
.pick:has(:checked) .face{color:var(--accent-deep)}
.boxes{display:grid;gap:.4rem;grid-template-columns:repeat(var(--n),minmax(0,1fr))}
.boxes.many{grid-template-columns:repeat(6,minmax(0,1fr))}
.box{position:relative;display:flex;align-items:center;justify-content:center;min-height:3.25rem;margin:0;border:1px solid #8f897e;border-radius:8px;font-weight:600;cursor:pointer;background:#fff}
.box input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.box:hover{background:var(--well)}
.box:has(:checked){background:var(--accent);border-color:var(--accent);color:#fff}
.ends{display:flex;justify-content:space-between;gap:1rem;color:var(--soft);font-size:.875rem;margin:.5rem 0 0}
.ends span:last-child{text-align:right}
.mrow{margin:0 0 1.4rem}
.mrow h3{font-size:1rem;font-weight:600;margin:0 0 .5rem}
input[type=text]{display:block;width:100%;min-height:3rem;padding:.55rem .9rem;font:inherit;color:inherit;background:#fff;border:1px solid #8f897e;border-radius:8px}
input[type=text]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.other{margin:-.1rem 0 .5rem 2rem}
.other label{font-weight:400;font-size:.875rem;color:var(--soft);margin:0 0 .25rem}
.go{display:flex;flex-direction:row-reverse;gap:.75rem;margin:1.8rem 0 0}
.go button{flex:1}
.go button.second{flex:0 0 auto;width:auto;min-width:6.5rem}
.note.bad{margin:.9rem 0 0}
@media (min-width:40rem){.boxes.many{grid-template-columns:repeat(11,minmax(0,1fr))}.go{justify-content:flex-end}.go button{flex:0 0 auto;min-width:11rem}}
`;

/** In a frame of another site there is neither head nor foot, and the page ends where the question ends. */
export const EMBED_STYLE = `.top,.foot{display:none}.page{padding-bottom:1rem}h1{margin-top:.6rem}`;

/** A preview is looked at, not used. */
export const PREVIEW_STYLE = `.page{padding-bottom:1.5rem}`;
