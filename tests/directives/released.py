"""A site that withholds something of every sort; all of that says ``Secret``."""

from __future__ import annotations

from ..samples import COURSE
from ..views.every_view import PNG

BEFORE, AFTER = "1644479999", "1644480000"
"""The last second of Feb 9 in Los Angeles, and the first one of Feb 10, 2022."""

MD = {
    "index.md": """
# Page

:::::{schedule}
::::{session} [Big *data*](Secret.pdf)
:release: 2022-02-10
:speaker: Ada Brook
:slides: Secret.pdf, [more](https://slides.example/Secret)
:link: https://calls.example/Secret

Secret body with {download}`a file <Secret.pdf>` and ![it](Secret.png).

(answers)=
### Secret heading

:::{readings}
- [The paper](https://papers.example/Secret)
:::
:::{presenters}
Author: Secret Name
:::
::::
::::{session} Two
:slides: Secret.pdf, [more](https://slides.example/Secret)
:slides-release: 2022-02-10
:code: https://code.example
:handout: <Secret.pdf>
:handout-release: week 3 Thu 0:00
:::{readings}
:optional:
:release: week 3 Thu
- [Secret paper](https://papers.example)
:::
:::{details}
:release: 2022-02-10 0:00
Secret
:::
:::{deadline} [Hand in](https://hand.in/Secret)
:when: class
:release: 2022-02-10
Secret
:::
:::{deadline} Secret task
:when: class
:release: 2022-02-10
:silent:
Secret
:::
::::
::::{session} Three
:notes: Secret.pdf
:notes-release: 2022-02-10
:silent:
::::
::::{session} Secret quiz
:release: 2022-02-10
:silent:
:speaker: Secret guest
Secret
::::
:::::

See {ref}`answers`, {ref}`them <answers>`, [](#answers), [there](#part) and {session}`two`,
{reading}`the paper`.

(lone)=
:::{release} 2022-02-10
:title: The *answers*
Secret alone.[^1]
:::

[^1]: Secret note.

:::{announcement} Secret news
:id: announcement-ours
:date: 2022-02-10
Secret, with {download}`a file <Secret.pdf>` and ![it](Secret.png).

(news)=
### Secret heading of news
:::

See {ref}`news <news>` and [it](#announcement-ours).

:::{toctree}
own
other
:::
""",
    "own.md": """
# Own session

:::{session}
:release: 2022-02-10
:code: Secret.py
:code-release: 2022-02-10
:::

Secret own,[^n] {download}`a file <Secret.pdf>`.

(part)=
## Secret part

{index}`Secret entry`

:::{py:function} Secret()
:::

[^n]: Secret source.
""",
    "other.md": """
# Other

See {ref}`part`, [](own.md#part), [](#part), {any}`part`, {ref}`words <answers>`.

## Secret exam

::::{only} html or not html
:::{session}
:release: 2022-02-10
:silent:
:::

Secret again.
::::

Secret as well.

### Secret part of it

- A
- Secret

## More

:::{deadlines}
:::

:::{signups}
:::

:::{reading-list}
:::

:::{materials}
:::

:::{schedule}
:::

:::{schedule}
:columns: materials
:::
""",
}

RST = {
    "index.rst": """
Page
====

.. schedule::

   .. session:: Big data
      :release: 2022-02-10
      :link: https://calls.example/Secret

      Secret body with :download:`a file <Secret.pdf>`.

      .. _answers:

      .. rubric:: Secret heading

      .. presenters::

         Author: Secret Name

   .. session:: Two
      :slides: Secret.pdf, `more <https://slides.example/Secret>`__
      :slides-release: 2022-02-10
      :code: https://code.example

      .. readings::
         :release: week 3 Thu

         - `Secret paper <https://papers.example>`__

      .. deadline:: Hand in
         :when: class
         :release: 2022-02-10

         Secret

   .. session:: Secret quiz
      :release: 2022-02-10
      :silent:

      Secret

See answers_, :ref:`them <answers>` and :ref:`words <part>`.

.. release:: 2022-02-10

   Secret alone.

.. toctree::

   own
""",
    "own.rst": """
Own session
===========

.. session::
   :release: 2022-02-10

Secret own [#n]_ with :download:`a file <Secret.pdf>`.

.. _part:

Secret part
-----------

Secret. See part_.

.. [#n] Secret source.
""",
}

FILES: dict[str, str | bytes] = {
    "conf.py": """
extensions = ["myst_parser", "sphinx_seminar"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
html_theme = "basic"
html_baseurl = "https://site.example/"
epub_copyright = version = "1"
""",
    "course.yml": COURSE + "materials: [Handout]\n",
    "Secret.pdf": b"Secret file",
    "Secret.png": PNG,
}
