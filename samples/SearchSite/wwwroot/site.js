// What happened after a notice goes to this site's own server, which holds the token. The component itself sends nothing anywhere.
addEventListener('cairn-outcome', event => {
  const { receipt } = event.target.answer;
  const { outcome } = event.detail;
  // A beacon outlives the page: a visitor who calls or leaves does not wait for it.
  navigator.sendBeacon('/outcome', new URLSearchParams({ receipt, outcome }));
  if (outcome === 'stopped') location.assign('/' + document.documentElement.lang);
});
