// Sets theme and language before anything is drawn, so that a dark screen never flashes white.
(() => {
  const root = document.documentElement;
  let theme = null;
  let language = null;
  try {
    theme = localStorage.getItem('huiyin.theme');
    language = localStorage.getItem('huiyin.language');
  } catch {
    // Storage may be forbidden; the defaults do.
  }
  const dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  root.lang = language || (/^zh/i.test(navigator.language) ? 'zh-CN' : 'en');
})();
