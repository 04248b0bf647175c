"""The most memory that each process held, as the kernel counted it (VmHWM of /proc/PID/status)."""
import pathlib
import threading

INTERVAL = 0.02  # seconds; a peak of a process's last moments may be missed


def _peak(pid):
    """KiB; None when the process has ended."""
    try:
        lines = pathlib.Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    except OSError:
        return None
    fields = dict(line.split(":", 1) for line in lines if ":" in line)
    return int(fields["VmHWM"].split()[0]) if "VmHWM" in fields else None


def _children(pid):
    out = []
    for task in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            out += map(int, task.read_text("ascii").split())
        except OSError:
            continue  # the thread ended meanwhile
    return out


class PeakMemory:
    """Watches processes by their number and keeps one peak for each role. What a runner starts is an enclave."""

    def __init__(self):
        self._peaks = {}
        self._watched = {}
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def add(self, role, pid):
        with self._lock:
            self._watched[pid] = role

    def peaks(self):
        """KiB by role."""
        with self._lock:
            return dict(sorted(self._peaks.items()))

    def stop(self):
        self._stopped.set()
        self._thread.join()

    def _watch(self):
        while not self._stopped.wait(INTERVAL):
            with self._lock:
                watched = list(self._watched.items())
            for pid, role in watched:
                self._look(pid, role)

    def _look(self, pid, role):
        peak = _peak(pid)
        if peak is None:
            with self._lock:
                self._watched.pop(pid, None)
            return
        with self._lock:
            self._peaks[role] = max(peak, self._peaks.get(role, 0))
        for child in _children(pid):
            self._look(child, "enclave" if role == "runner" else role)
