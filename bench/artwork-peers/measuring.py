"""Processes that are asked again and again, and processes that are started once, for bench/artwork."""
import os, pathlib, re, shutil, statistics as st, subprocess, time

root = pathlib.Path(__file__).resolve().parent.parent.parent
QUIET = dict(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)


def run(*command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, **{"cwd": root, **more}).stdout


def node():
    """The system's Node when it is recent enough, else the one in the browser driver's package."""
    for found in (shutil.which("node"), root / "tests/Cairn.EndToEnd/bin/Release/net10.0/.playwright/node/linux-x64/node"):
        if found and os.path.exists(found) and int(re.match(r"v(\d+)", run(found, "--version"))[1]) >= 20:
            return str(found)


def machine():
    system = dict(line.rstrip().split("=", 1) for line in open("/etc/os-release") if "=" in line)
    return f"{os.cpu_count()}-core-{system['ID']}-{system.get('VERSION_ID', '').strip(chr(34))}".replace('"', "")


def processor():
    return next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "unknown")


class Worker:
    def __init__(self, *command):
        self.process = subprocess.Popen([str(c) for c in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=root)

    def ask(self, what, form, count):
        """Milliseconds and bytes of one, and milliseconds of processor time of the whole process tree."""
        before = self.spent()
        self.process.stdin.write(f"{what} {form} {count}\n")
        self.process.stdin.flush()
        said = self.process.stdout.readline().split()
        if len(said) != 2:
            raise SystemExit(f"{self.process.args[0]} ended while it made {what} {form}")
        return float(said[0]), (self.spent() - before) / count / 1e6, int(said[1])

    def tree(self):
        parents = {}
        for entry in filter(str.isdigit, os.listdir("/proc")):
            try:
                parents[int(entry)] = int(open(f"/proc/{entry}/stat").read().rsplit(")", 1)[1].split()[1])
            except OSError:
                pass
        found = [self.process.pid]
        for parent in found:
            found += [child for child, of in parents.items() if of == parent]
        return found

    def spent(self):
        total = 0
        for pid in self.tree():
            try:
                total += sum(int(open(f"/proc/{pid}/task/{thread}/schedstat").read().split()[0]) for thread in os.listdir(f"/proc/{pid}/task"))
            except OSError:
                pass
        return total

    def peaks(self):
        """VmHWM in MB of the process itself and of each of its children."""
        peaks = []
        for pid in self.tree():
            try:
                peaks += [int(found[1]) / 1024 for found in [re.search(r"VmHWM:\s+(\d+)", open(f"/proc/{pid}/status").read())] if found]
            except OSError:
                pass
        return peaks

    def end(self):
        self.process.stdin.close()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()


def until(command, made):
    """Milliseconds from the start of a process until a whole picture lies on the disk."""
    begun = time.perf_counter()
    process = subprocess.Popen([str(c) for c in command], cwd=root, start_new_session=True, **QUIET)
    while not made():
        if time.perf_counter() - begun > 60 or (process.poll() is not None and not made()):
            raise SystemExit(f"{command[0]} made no picture")
        time.sleep(0.0005)
    spent = (time.perf_counter() - begun) * 1e3
    process.wait(60)
    return spent


def whole(file):
    # The last bytes of every PNG.
    return lambda: os.path.exists(file) and open(file, "rb").read()[-8:-4] == b"IEND"


def timed(*command):
    begun = time.perf_counter()
    process = subprocess.Popen([str(c) for c in command], cwd=root, **QUIET)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - begun, used.ru_maxrss / 1024, process.returncode


def spread(values, digits=1):
    return f"{st.median(values):.{digits}f} ({min(values):.{digits}f} - {max(values):.{digits}f})"
