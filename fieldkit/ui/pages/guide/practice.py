"""Practice in a window and a process of its own: it shares nothing with the real data but the program."""

from __future__ import annotations

from PySide6.QtCore import QProcess, QProcessEnvironment

from fieldkit.host.program import command_of_this_program, environment_of_this_program


def start_practice() -> None:
    """Open a window to practise in; it goes on by itself, whatever becomes of this one."""
    program, *arguments = command_of_this_program("practice")
    process, environment = QProcess(), QProcessEnvironment()
    for name, value in environment_of_this_program().items():
        environment.insert(name, value)
    process.setProcessEnvironment(environment)
    process.setProgram(program)
    process.setArguments(arguments)
    process.startDetached()
