"""`python -m newsarchive.keep COMMAND…`: run a command again whenever it ends by itself.

A killed worker must not take the site down; its job is taken up again by the next one.
"""

import signal
import subprocess
import sys
import threading
import time

LONGEST_PAUSE = 30  # seconds
PATIENCE = 4  # seconds for the command to end in order; whoever stops us waits for five
SETTLED = 60  # seconds of running after which earlier failures are forgotten


def main(command: list[str]) -> int:
    """Run until told to stop by SIGTERM or SIGINT, which the command is told too; 0, for it ended as it was asked to."""
    keeper = Keeper(command)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, keeper.stop)
    return keeper.run()


class Keeper:
    """One command, running or about to run again."""

    def __init__(self, command: list[str]) -> None:
        self.command = command
        self.process: subprocess.Popen | None = None
        self.stopping = False

    def run(self) -> int:
        failures = 0
        while not self.stopping:
            started = time.monotonic()
            # In a session of its own it is told to stop once, by us: a second signal would cut its work off.
            self.process = subprocess.Popen(self.command, start_new_session=True)
            status = self.process.wait()
            if self.stopping:
                break  # however it ended: a job that was cut off is taken up by the next worker
            failures = 1 if time.monotonic() - started > SETTLED else failures + 1
            pause = min(2 ** (failures - 1), LONGEST_PAUSE)
            print(f"ended with status {status}; starting again in {pause} s", file=sys.stderr, flush=True)
            self._sleep(pause)
        return 0

    def stop(self, number: int, _frame) -> None:
        self.stopping = True
        if self.process and self.process.poll() is None:
            self.process.send_signal(number)
            patience = threading.Timer(PATIENCE, self._kill)
            patience.daemon = True
            patience.start()

    def _kill(self) -> None:
        if self.process and self.process.poll() is None:
            print(f"not ended within {PATIENCE} s, killed", file=sys.stderr, flush=True)
            self.process.kill()

    def _sleep(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while not self.stopping and time.monotonic() < until:
            time.sleep(0.1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
