"""The commands and their help."""

from __future__ import annotations


def test_every_command_and_option_has_help() -> None:
    import typer

    from dragoman.cli.app import app

    def commands(group: object, name: str) -> list[tuple[str, object]]:
        inner = getattr(group, "commands", {})
        return [(name, group), *(one for n, c in inner.items() for one in commands(c, f"{name} {n}"))]

    for name, command in commands(typer.main.get_command(app), "dragoman"):
        assert getattr(command, "help", None), name
        for parameter in getattr(command, "params", ()):
            named = parameter.name in ("kind", "stage", "object_", "date", "end", "event") and "correct" in name
            assert named or getattr(parameter, "help", None), f"{name} {parameter.name}"
