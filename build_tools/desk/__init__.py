"""The editor's desk: a local page on which files are dropped, looked at beside what was read of them, put right and kept.

It asks and writes what ``add`` asks and writes: both stand on ``intake``. ``server`` speaks HTTP on the loopback address, ``table`` holds
the files that lie on the desk, ``sheets`` makes its pages, ``spots`` says where on a text or picture a value was read.
"""
