"""Charts: decided from the records, drawn in shapes, printed by `parts/chart.md.j2`.

One module for each chart; `axis.py` has the numbers of an axis, `drawing.py` the shapes and
`chart.py` what all charts have in common.
"""
