"""A course in two parallel sections, for tests that add to it what they are about."""

TWO_SECTIONS = """
id: groups
title: Systems
timezone: America/New_York
start: 2030-09-02
end: 2030-09-27
sections:
  - {name: Group A, meetings: {days: Mon, time: 10:00-11:50, where: Attic}}
  - {name: Group B, meetings: {days: Thu, time: 14:00-15:50}, where: Cellar}
""".rstrip()
