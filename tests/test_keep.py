"""The keeper of a command: told to stop it ends with 0, even where the command has to be killed."""

import signal
import subprocess
import sys

import pytest

READY = "import signal, sys, time; {} print('ready', flush=True); time.sleep(60)"
DEAF = READY.format("signal.signal(signal.SIGTERM, signal.SIG_IGN);")


@pytest.mark.parametrize(("command", "killed"), [(READY.format(""), False), (DEAF, True)])
def test_a_command_that_is_told_to_stop_ends_with_0(command, killed):
    keep = [sys.executable, "-m", "newsarchive.keep", sys.executable, "-c", command]
    with subprocess.Popen(keep, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as kept:
        assert kept.stdout.readline() == "ready\n"
        kept.send_signal(signal.SIGTERM)
        assert kept.wait(timeout=30) == 0
        assert ("killed" in kept.stderr.read()) is killed
