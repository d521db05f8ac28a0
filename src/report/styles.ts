/** The page's styles: readable in light and dark, and on paper. */
export const STYLES = `
:root { color-scheme: light dark; --line: #8885; --open: #c62828; --warn: #b26a00; --private: #2e7d32; --info: #1565c0; --quiet: #757575 }
@media (prefers-color-scheme: dark) { :root { --open: #ff8a80; --warn: #ffb74d; --private: #a5d6a7; --info: #82b1ff; --quiet: #bdbdbd } }
body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem }
h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line) }
table { border-collapse: collapse; margin: .5rem 0 }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top }
code { font-family: ui-monospace, monospace; font-size: .9em; overflow-wrap: anywhere }
svg { max-width: 100%; height: auto }
.wide { overflow-x: auto }
.open, .error { color: var(--open); font-weight: 600 }
.selected, .warning { color: var(--warn) }
.private { color: var(--private) }
.info { color: var(--info) }
.blocked, .unknown { color: var(--quiet) }
footer { margin-top: 3rem; color: var(--quiet) }
`;
