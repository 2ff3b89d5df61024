// The bundle is served by Django from /static/ui/dist; a relative base lets the site live under any STATIC_URL.
export default {
  base: './',
  build: {
    outDir: '../src/fucina/ui/static/ui/dist',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsInlineLimit: 0, // the Content-Security-Policy allows fonts from 'self' only, not data: addresses
    modulePreload: { polyfill: false },
    cssTarget: ['chrome123', 'firefox121', 'safari17.5'], // light-dark() as written, not imitated
    rolldownOptions: { input: ['src/app.js', 'src/calendar.js', 'src/fragments.js', 'src/labs.js', 'src/map.js', 'src/passkeys.js', 'src/sliders.js'] },
  },
}
