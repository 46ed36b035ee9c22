"""Types at annals on a pseudo-terminal, one answer for each prompt, and looks at the log."""

import os
import pty
import select
import signal
import subprocess
import sys
import tempfile
import time

ANNALS = os.path.abspath(sys.argv[1])
SECONDS_MAX = 20

passed = 0
failed = 0


def check(what, is_right, shown=""):
    global passed, failed
    if is_right:
        passed += 1
    else:
        failed += 1
        print(f"failed: {what}\n{shown}")


class Terminal:
    """annals with standard input, output and error on a terminal."""

    def __init__(self, folder, *arguments):
        self.screen = ""
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.execve(ANNALS, [ANNALS, *arguments], {"NO_COLOR": "1", "TERM": "xterm"})

    def read_until(self, prompt):
        """Reads until the screen ends in `prompt`; False if the program ended, or nothing came."""
        end = time.monotonic() + SECONDS_MAX
        seen = len(self.screen)
        while time.monotonic() < end:
            ready, _, _ = select.select([self.terminal], [], [], 0.1)
            if not ready:
                continue
            try:
                more = os.read(self.terminal, 65536)
            except OSError:
                more = b""
            if not more:
                return False
            self.screen += more.decode(errors="replace")
            if prompt in self.screen[seen:]:
                return True
        return False

    def answer(self, prompt, typed):
        if not self.read_until(prompt):
            check(f"the prompt {prompt!r} comes", False, self.screen)
        os.write(self.terminal, typed)

    def end(self):
        """The exit status; 128 and the signal, if one ended it."""
        self.read_until("\0")
        _, status = os.waitpid(self.child, 0)
        os.close(self.terminal)
        code = os.waitstatus_to_exitcode(status)
        return code if code >= 0 else 128 - code


def run(folder, *arguments, **options):
    return subprocess.run(
        [ANNALS, *arguments], cwd=folder, capture_output=True, text=True, check=False, **options
    )


def log(folder):
    with open(os.path.join(folder, "events.log"), "rb") as file:
        return file.read()


def start(folder):
    run(folder, "init")
    for arguments in (
        ["source", "--id", "letter-1", "--title", "Letter of 3 May"],
        ["person", "--id", "anna-berg", "--name", "Anna Berg"],
        ["person", "--id", "boris-berg", "--name", "Борис Берг"],
    ):
        run(folder, "append", *arguments)


ARREST = [
    ("Kind *: ", b"arrest\n"),
    ("date *: ", b"2016-05~\n"),
    ("person *: ", "берг\n".encode()),
    ("person *: ", b"2\n"),
    ("person: ", b"\n"),
    ("authority: ", b"\n"),
    ("circumstances: ", b"\n"),
    ("case: ", b"\n"),
    ("place: ", b"\n"),
    ("title *: ", "Бориса Берга задержали\n".encode()),
    ("source: ", b"letter\n"),
    ("where in it", b"p. 3\n"),
    ("source: ", b"\n"),
    ("text: ", b"\n"),
    ("Record this? [y/n] ", b"y\n"),
]


def record_by_answers(folder):
    terminal = Terminal(folder, "append")
    for prompt, typed in ARREST:
        terminal.answer(prompt, typed)
    status = terminal.end()
    check("answers are recorded", status == 0, terminal.screen)
    check("the date is explained", "= about May 2016 (2016-05-01 to 2016-05-31)" in terminal.screen)
    check("those who bear a name are listed", "1   anna-berg" in terminal.screen, terminal.screen)
    drafts = run(folder, "log", "--drafts", "--after", "3").stdout
    right = (
        '"kind":"arrest","date":"2016-05~","persons":["boris-berg"],'
        '"title":"Бориса Берга задержали","sources":[{"source":"letter-1","at":"p. 3"}]}\n'
    )
    check("what is recorded is what was answered", drafts.endswith(right), drafts)


def stop_anywhere(folder, how, typed, status):
    before = log(folder)
    for count in range(len(ARREST)):
        terminal = Terminal(folder, "append")
        for prompt, answer in ARREST[:count]:
            terminal.answer(prompt, answer)
        terminal.answer(ARREST[count][0], typed)
        ended = terminal.end()
        check(f"{how} ends with {status} after {count} answers", ended == status, terminal.screen)
    check(f"{how} leaves the log untouched", log(folder) == before)


def decline(folder):
    before = log(folder)
    terminal = Terminal(folder, "append")
    for prompt, answer in ARREST[:-1]:
        terminal.answer(prompt, answer)
    terminal.answer("Record this? [y/n] ", b"\n")
    terminal.answer("Record this? [y/n] ", b"n\n")
    check("no is an answer", terminal.end() == 64, terminal.screen)
    check("what was declined is not written", log(folder) == before)


def ask_only_for_what_is_missing(folder):
    terminal = Terminal(
        folder, "append", "other", "--date", "2016", "--title", "t", "--id", "o1"
    )
    check("nobody is asked when enough is given", terminal.end() == 0, terminal.screen)
    check("nothing was asked", "*" not in terminal.screen, terminal.screen)


def never_ask_on_a_pipe(folder):
    before = log(folder)
    ended = run(folder, "append", stdin=subprocess.DEVNULL)
    check("without a terminal a missing kind is an error", ended.returncode == 64, ended.stderr)
    # Standard error on a pipe: whoever reads it could not answer.
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.dup2(os.open("/dev/null", os.O_WRONLY), 2)
        os.execve(ANNALS, [ANNALS, "append", "arrest"], {})
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    check("standard error must be a terminal too", os.waitstatus_to_exitcode(status) == 65)
    check("the log is untouched", log(folder) == before)


def the_lock_is_free_while_it_asks(folder):
    terminal = Terminal(folder, "append")
    terminal.answer("Kind *: ", b"arrest\n")
    terminal.read_until("date *: ")
    ended = run(folder, "append", "other", "--date", "2016", "--title", "meanwhile", timeout=5)
    check("others record while one answers", ended.returncode == 0, ended.stderr)
    os.kill(terminal.child, signal.SIGINT)
    check("a signal ends it", terminal.end() == 130, terminal.screen)


def confirm(folder):
    before = log(folder)
    terminal = Terminal(
        folder, "confirm", "boris-berg", "--source", "letter-1", "--date", "2016-06", "--state",
        "imprisoned",
    )
    terminal.answer("Record this? [y/n] ", b"n\n")
    check("a confirmation can be declined", terminal.end() == 64, terminal.screen)
    check("a declined confirmation is not written", log(folder) == before)
    check("what changes is shown", "state police custody → imprisoned" in terminal.screen)


def main():
    with tempfile.TemporaryDirectory() as folder:
        start(folder)
        record_by_answers(folder)
        stop_anywhere(folder, "Ctrl-C", b"\x03", 130)
        stop_anywhere(folder, "Ctrl-D", b"\x04", 64)
        decline(folder)
        ask_only_for_what_is_missing(folder)
        never_ask_on_a_pipe(folder)
        the_lock_is_free_while_it_asks(folder)
        confirm(folder)
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
