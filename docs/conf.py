"""Settings of Sphinx."""

import dragoman

project = "Dragoman"
release = version = dragoman.__version__
copyright = ""
html_show_copyright = False
html_show_sphinx = False
html_show_sourcelink = False
extensions = ["sphinx.ext.autodoc"]
exclude_patterns = ["generated/README*"]
html_theme = "alabaster"
html_theme_options = {
    "description": "What governments and organisations publish about their relations, as a cited ledger",
    "page_width": "1080px",
    "fixed_sidebar": True,
}
html_sidebars = {"**": ["about.html", "navigation.html", "searchbox.html"]}
# `name` in a docstring is code, and a link where there is something by that name.
default_role = "py:obj"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
add_module_names = False
# one thing is described under its public name and in its module
suppress_warnings = ["ref.python", "autodoc.duplicate_object"]
