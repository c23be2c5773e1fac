"""The values of conf.py: one dataclass whose fields are the configuration."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from sphinx.application import Sphinx
from sphinx.config import Config

PREFIX = "seminar_"


@dataclass(frozen=True, slots=True)
class SeminarConfig:
    """What conf.py may set; each field is ``seminar_<name>`` there."""

    short_names: bool = field(
        default=True,
        metadata={
            "rebuild": "env",
            "help": "Whether `{session}` works beside `{seminar:session}`, and so on.",
        },
    )
    style: bool = field(
        default=True,
        metadata={
            "rebuild": "html",
            "help": "Whether pages get our style sheet; a theme may bring its own.",
        },
    )


def add_config(app: Sphinx) -> None:
    """Register every field of `SeminarConfig`."""
    for setting in fields(SeminarConfig):
        app.add_config_value(
            PREFIX + setting.name,
            setting.default,
            setting.metadata["rebuild"],
            types=(type(setting.default),),
        )


def seminar_config(config: Config) -> SeminarConfig:
    """The values that conf.py sets, or their defaults."""
    return SeminarConfig(
        **{setting.name: config[PREFIX + setting.name] for setting in fields(SeminarConfig)}
    )
