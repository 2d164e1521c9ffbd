// Lets the type checker accept style sheets, which only the bundler reads.
declare module '*.css';
