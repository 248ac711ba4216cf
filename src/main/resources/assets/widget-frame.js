// Tells the page that frames this one how high it is, now and whenever that changes.
const report = () => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ action: "resize", height }, "*");
};
if (parent !== window) {
  new ResizeObserver(report).observe(document.documentElement);
  addEventListener("load", report);
}
