"""Turns an author's summaries of research articles into a blog.

The parts of the package are in the order in which an author's file passes through them; each
imports only from those before it.

``rules`` is the catalogue of all that can be wrong, and ``problems`` says what is, where, and what
to write instead. ``vocabulary`` holds the controlled words, ``templates`` fills in pages,
``saving`` writes files whole or not at all, ``cache`` keeps results on disk, and ``qr`` makes codes
of addresses. ``sources`` makes text of a file's bytes. ``fields`` has the kinds of fields of which
``study`` defines what can be compared of a study, and ``summary`` what a summary is. ``languages``
holds the words that readers see, ``comments`` invites readers to write, one provider a module, and
``settings`` says what a site can set. ``comment_server`` sets up a server of comments, and saves
what it keeps.

``reading`` makes a `Summary` of a YAML or Markdown file. ``bibliography`` makes entries of .bib
files, and ``csl`` formats them. ``notices`` says which works were retracted or corrected, and
``effects`` what the numbers of a study allow to say. ``citations`` makes references of what is
cited in Markdown, ``exports`` writes works and posts as BibTeX and RIS, and studies as data, and
``lookup`` asks the registries of works.

``pictures`` knows what is in the files of pictures, writes their sizes into pages, and draws cards.
``posts`` puts a summary into the shape of a page, and ``synthesis`` looks across all of them.
``metadata`` tells machines of a page, and readers how to cite a post. ``authoring`` helps to write
a summary, also in a form in the browser, and watches what became of the works that are cited;
``importing`` makes summaries of posts that were written elsewhere.

``checks`` holds a summary against its site. ``site_file`` reads the site's configuration file, and
``configuration`` says what it sets. ``project`` is the whole flow, and ``checking`` finds all that
is wrong with a site. ``hosts`` gives it to the program that builds the site; ``cli`` is the command
``evidence``.
"""
