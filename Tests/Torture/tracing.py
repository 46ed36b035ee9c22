"""The system calls that a command makes, by strace, and one of them failing."""

import collections
import pathlib
import re
import shutil
import subprocess

from command import annals

FAULTS = ["EIO", "ENOSPC", "EINTR", "KILL"]
# Calls for memory and threads. A program that cannot have these may end as if it were killed, in
# the middle of whatever was under way.
SCARCE = {name: "ENOMEM" for name in ("brk", "mmap", "mremap", "munmap", "mprotect", "madvise")}
SCARCE |= {"clone": "EAGAIN", "clone3": "EAGAIN"}
OWN = {*SCARCE, "futex"}
# Calls that the system answers whatever happens: only a kill comes in between.
ALWAYS = set("""
    exit exit_group getpid gettid rseq rt_sigaction rt_sigprocmask rt_sigreturn sched_getaffinity
    sched_yield set_robust_list set_tid_address sigaltstack
""".split())
# Calls that only a signal interrupts.
INTERRUPTED = {"futex", "getrandom"}
# Calls that wait for another thread, and are not made where that one is done already.
TIMED = {"futex", "sched_yield"}


def faults(name):
    """How the system can let that call fail, and some ways that it should not matter."""
    if name in ALWAYS:
        return ["KILL"]
    if name in INTERRUPTED:
        return ["EINTR", "KILL"]
    return [*FAULTS, SCARCE[name]] if name in SCARCE else FAULTS

Call = collections.namedtuple("Call", "name nth text")


def unavailable():
    """Why calls cannot be traced here; None if they can."""
    if shutil.which("strace") is None:
        return "strace is missing"
    tried = ["strace", "-f", "-e", "inject=fsync:error=EIO:when=1", "true"]
    ended = subprocess.run(tried, capture_output=True, check=False)
    return None if ended.returncode == 0 else f"strace cannot trace here: {ended.stderr[-200:]}"


def calls(folder, args, stdin):
    """The calls of the command's first thread from where it looks at `folder`."""
    trace = pathlib.Path(folder).parent / f"{pathlib.Path(folder).name}.trace"
    before = ("strace", "-f", "-y", "-qq", "-s", "24", "-o", trace)
    ended = annals(folder, *args, stdin=stdin, before=before)
    if ended.status != 0:
        raise RuntimeError(f"the append that is traced fails: {ended}")
    counts, found, main, begun = collections.Counter(), [], None, False
    for line in trace.read_text("utf-8", "replace").splitlines():
        match = re.match(r"(\d+) +(\w+)\(", line)
        if match is None:
            continue
        main = main or match[1]
        if match[1] != main:
            continue
        counts[match[2]] += 1
        # What the loader does comes first, and is no concern of the command.
        begun = begun or "events." in line
        if begun:
            found.append(Call(match[2], counts[match[2]], line.split(" ", 1)[1].strip()[:160]))
    trace.unlink()
    return found


def failing(folder, args, stdin, call, fault):
    """Runs the command with that call failing; how it ended, and whether the call was met."""
    trace = pathlib.Path(folder).parent / f"{pathlib.Path(folder).name}.trace"
    what = "signal=KILL" if fault == "KILL" else f"error={fault}"
    rule = f"inject={call.name}:{what}:when={call.nth}"
    before = ("strace", "-f", "-qq", "-o", trace, "-e", f"trace={call.name}", "-e", rule)
    ended = annals(folder, *args, stdin=stdin, before=before)
    told = trace.read_text("utf-8", "replace")
    trace.unlink()
    # strace ends as what it traced ended.
    if fault == "KILL":
        return ended, "killed by SIGKILL" in told or ended.status in (-9, 137)
    return ended, "(INJECTED)" in told
