"""The files that the page is made of: template, style and script."""
