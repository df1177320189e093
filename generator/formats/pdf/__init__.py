"""PDFs: the article of a built page becomes a tree, Typst draws it, bytes come out.

`article` reads, `paper` and its neighbours give every element a form, `document` and
`book` put documents together, `fonts` knows the characters, `render` makes the bytes.
"""
