// Tells the server that this article was looked at, and after ten seconds before somebody's eyes that it was read.
// Nothing is kept in the browser and nothing but the address of the page that led here goes along. Failing is fine.
(() => {
  const { post, api } = document.querySelector("article[data-post]").dataset;
  const READ_AFTER = 10000;

  const query = new URLSearchParams({ id: post });
  const own = new URLSearchParams(location.search);
  for (const name of ["utm_source", "utm_medium", "utm_campaign", "ref"]) {
    if (own.get(name)) {
      query.set(name, own.get(name));
    }
  }
  // From page to page of one place nobody has come from anywhere.
  if (!query.has("ref") && document.referrer && !document.referrer.startsWith(location.origin + "/")) {
    query.set("ref", document.referrer);
  }
  // An answer that nobody reads to its end keeps the connection busy.
  const tell = (what) =>
    fetch(`${api}/posts/${what}?${query}`, { method: "POST", keepalive: true, credentials: "omit" })
      .then((answer) => answer.text())
      .catch(() => {});

  let viewed = false;
  let left = READ_AFTER;
  let since;
  let timer;

  const watch = () => {
    if (document.visibilityState === "visible") {
      if (!viewed) {
        viewed = true;
        tell("view");
      }
      since = performance.now();
      timer = setTimeout(() => {
        document.removeEventListener("visibilitychange", watch);
        tell("read");
      }, left);
    } else if (timer) {
      clearTimeout(timer);
      timer = undefined;
      left -= performance.now() - since;
    }
  };
  document.addEventListener("visibilitychange", watch);
  watch();
})();
