"""Two processes and a pipe between them."""

import os

reader, writer = os.pipe()
if os.fork() == 0:
    os.write(writer, b"hello")
else:
    os.write(1, os.read(reader, 5))
