// Shows the description of this very server; nothing is asked of any other.
(() => {
  // The viewer's own link stands inside a button, which is one control too many for keyboards and screen readers.
  // Addresses of single operations still work: opening an operation changes the page's address.
  const plainLinks = ({ React }) => ({
    components: { DeepLink: ({ text }) => React.createElement('span', null, text) },
  });

  SwaggerUIBundle({
    url: '/api/openapi.json',
    dom_id: '#viewer',
    deepLinking: true,
    docExpansion: 'none',
    defaultModelsExpandDepth: 0,
    filter: true,
    validatorUrl: null,
    plugins: [plainLinks],
  });

  // Attributes that the viewer leaves out. Headings keep their look, but no level is skipped.
  const missing = [
    ['h3.opblock-tag', { role: 'heading', 'aria-level': '2' }],
    ['.opblock-body h4', { role: 'heading', 'aria-level': '3' }],
    ['.opblock-body h5', { role: 'heading', 'aria-level': '4' }],
    ['.models > h4', { role: 'heading', 'aria-level': '2' }],
    ['.information-container', { role: 'region', 'aria-label': 'About this API' }],
    ['.schemes-server-container', { role: 'region', 'aria-label': 'Server' }],
    ['.filter-container', { role: 'search' }],
    ['.responses-table', { role: 'table' }],
    ['pre', { tabindex: '0' }],
    ['#servers', { 'aria-label': 'Server' }],
    ['.operation-filter-input', { 'aria-label': 'Filter by group' }],
  ];

  const complete = () => {
    for (const [selector, attributes] of missing) {
      for (const element of document.querySelectorAll(selector)) {
        for (const [name, value] of Object.entries(attributes)) {
          if (element.getAttribute(name) !== value) {
            element.setAttribute(name, value);
          }
        }
      }
    }
  };
  new MutationObserver(complete).observe(document.getElementById('viewer'), { childList: true, subtree: true });
})();
