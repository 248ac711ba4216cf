// `/widget?list_slug=…`, as older embedding code writes it, leads to the channel's own widget.

const params = new URLSearchParams(location.search)
const slug = params.get('list_slug') ?? ''

if (/^[a-z0-9_-]+$/.test(slug)) {
  params.delete('list_slug')
  location.replace(`/${slug}/widget?${params}`)
}
