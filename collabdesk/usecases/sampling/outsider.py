"""The script that lets somebody without CollabDesk draw the same sample: plain Python 3, its standard library only.

No line begins with a space, so that the script survives being copied out of a PDF.
"""

from __future__ import annotations

from decimal import Decimal

from collabdesk.domain.rules import plain
from collabdesk.domain.samples import Sample
from collabdesk.measures.sample_evaluation import MONETARY_UNIT

_HEAD = """\
# Draws sample {code} again from its exported population. Python 3, standard library only.
# Use: python3 draw.py population.csv prints position, item, book value and why it was drawn.
import csv, hashlib, io, itertools, sys
from decimal import Decimal
seed = {seed!r}
digest = "{first}"
digest += "{rest}"
data = open(sys.argv[1], "rb").read()
found = hashlib.sha256(data).hexdigest()
if found != digest: sys.exit("This is not the population that was sampled: " + found)
rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
book = [Decimal(row["Book value"]) for row in rows]
number = lambda text: int(hashlib.sha256(text.encode()).hexdigest(), 16)
"""
_UNITS = """\
interval = Decimal("{interval}")
steps = int(interval * 10000)
start = (number(seed + ":" + digest) % steps + 1) / Decimal(10000) if steps else Decimal(0)
chosen = {{i: "certain" for i, b in enumerate(book) if b >= interval}}
rest = [i for i, b in enumerate(book) if b < interval]
# The others end to end: an item is drawn that holds the unit start, start + interval, and so on.
ends = list(itertools.accumulate(book[i] for i in rest))
points = lambda end: int((end - start + interval) // interval)
chosen.update({{i: "drawn" for i, end in zip(rest, ends) if points(end) > points(end - book[i])}})
print("# population", digest, "seed", seed, "interval", interval, "start", start)
"""
_ITEMS = """\
size = {size}
rank = lambda i: number(seed + ":" + digest + ":" + str(i + 1))
chosen = {{i: "drawn" for i in sorted(range(len(rows)), key=rank)[:size]}}
print("# population", digest, "seed", seed, "size", size)
"""
_FOOT = """\
for i in sorted(chosen): print(i + 1, rows[i]["Item"], rows[i]["Book value"], chosen[i], sep=";")
"""


def script(sample: Sample) -> str:
    """The script for this sample: run on its population's file it prints the sample's items, one a line."""
    body = _UNITS if sample.method == MONETARY_UNIT else _ITEMS
    sha256 = sample.population_sha256
    return (_HEAD + body + _FOOT).format(
        code=sample.code,
        seed=sample.seed,
        first=sha256[:32],
        rest=sha256[32:],
        interval=f"{plain(sample.interval or Decimal(0)):f}",
        size=sample.size,
    )
