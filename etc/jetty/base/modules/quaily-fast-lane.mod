[description]
Answers Quaily's pages from memory on the thread that read the request, before any servlet.
For a server whose only application is Quaily, deployed as webapps/ROOT.war.

[depend]
server

[lib]
webapps/ROOT.war

[xml]
etc/quaily-fast-lane.xml

[ini-template]
## With this module a selector's thread does all the work of a page from memory: as many selectors
## as there are processors (by itself Jetty takes half as many).
# jetty.http.selectors=2
