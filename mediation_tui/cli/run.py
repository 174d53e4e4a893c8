"""Running one command line: what to start, and how whatever goes wrong is said.

An error is one sentence on stderr in the language spoken, never a traceback.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from mediation_tui.cli.codes import FINE, PROBLEM
from mediation_tui.cli.preamble import Preamble, preamble
from mediation_tui.clock import Clock, SystemClock
from mediation_tui.errors import BookError, MediationError
from mediation_tui.i18n import _, language, use


def run(arguments: Sequence[str], clock: Clock | None = None) -> int:
    """Do what the arguments ask.

    Args:
        arguments: The command line without the program's name.
        clock: Tells the time; the machine's unless given.

    Returns:
        The exit code.
    """
    _never_fail_to_print()
    said = preamble(arguments)
    try:
        code = _start(said, arguments, clock or SystemClock())
        sys.stdout.flush()
    except MediationError as error:
        return _refuse(str(error))
    except KeyboardInterrupt:
        return _refuse(_("已中断。"))
    except BrokenPipeError:
        _let_go_of_stdout()
        return _refuse(_("输出没有写完：接收的一方已经关闭。"))
    except OSError as error:
        _let_go_of_stdout()
        return _refuse(_told(error))
    except Exception as error:
        return _refuse(_confess(error, clock or SystemClock()))
    return code


def _start(said: Preamble, arguments: Sequence[str], clock: Clock) -> int:
    from mediation_tui.bootstrap import Workplace, language_of, settings_file
    from mediation_tui.settings import Settings

    use(said.language or language_of(os.environ, None))
    settings = Settings.load(settings_file())
    use(language_of(os.environ, said.language or settings.language))
    if not said.language:
        _spare_the_console()
    workplace = Workplace(settings, clock, said.book, _tell_of_waiting, _warn)
    if not said.command:
        workplace.open_app()
        return FINE
    from mediation_tui.cli.program import obey

    gc.enable()
    return obey(arguments, workplace)


def _spare_the_console() -> None:
    """Speak English, and say why, where the screen cannot show Chinese; who asks for Chinese by option gets it."""
    from mediation_tui.bootstrap import draws_no_chinese

    if language() == "zh" and sys.stdout.isatty() and draws_no_chinese(os.environ):
        use("en")
        print(_("这个控制台没有汉字字形，改用英文（--lang en）；仍要中文请写 --lang zh。"), file=sys.stderr)  # noqa: T201 - as below


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)  # noqa: T201 - click may not have been imported
    return PROBLEM


def _tell_of_waiting() -> None:
    print(_("别人正在写这本案件簿，请稍等……"), file=sys.stderr)  # noqa: T201 - as above


def _warn(doubt: BookError) -> None:
    print(doubt, file=sys.stderr)  # noqa: T201 - as above


def _told(error: OSError) -> str:
    where = error.filename or _("输出")
    return _("读写出错：{where}（{reason}）").format(where=where, reason=error.strerror or error)


def _confess(error: Exception, clock: Clock) -> str:
    """Write a failure of the program itself down and say where."""
    from mediation_tui.bootstrap import crash_log
    from mediation_tui.cli.crashes import write_down

    kind, log = type(error).__name__, crash_log()
    try:
        write_down(error, clock.now(), log)
    except OSError:
        return _("程序内部出错：{kind}，日志也没有写成：{path}").format(kind=kind, path=log)
    return _("程序内部出错：{kind}，已写入日志 {path}").format(kind=kind, path=log)


def _never_fail_to_print() -> None:
    """Show a character the terminal does not have as a question mark, rather than not at all."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _let_go_of_stdout() -> None:
    """Leave what could not be printed, so that the interpreter does not try again on its way out."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass
