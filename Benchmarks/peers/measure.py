"""Builds and asks all engines in turns, on the same words."""

import json
import os
import shutil
import statistics
import subprocess
import time


class WrongAnswer(Exception):
    """Engines that find different numbers of the same passages; nothing is timed then."""


def size_of(path):
    if os.path.isfile(path):
        return os.path.getsize(path)
    files = (f"{folder}/{name}" for folder, _, names in os.walk(path) for name in names)
    return sum(min(os.stat(file).st_size, os.stat(file).st_blocks * 512) for file in files)


def build_once(peer, tokens, index):
    """Builds an index, and returns what the process took: its start and the reading included."""
    shutil.rmtree(index, ignore_errors=True)
    if os.path.isfile(index):
        os.remove(index)
    os.makedirs(index if peer.name == "Groonga" else os.path.dirname(index), exist_ok=True)
    started = time.monotonic()
    with open(f"{index}.err", "w") as errors:
        process = subprocess.Popen(
            peer.build(tokens, index), env=peer.environment, stdout=subprocess.PIPE, stderr=errors, text=True)
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    wall = time.monotonic() - started
    if status != 0:
        with open(f"{index}.err") as errors:
            raise RuntimeError(f"{peer.name} did not build: {(errors.read().strip().splitlines() or ['?'])[-1]}")
    own = json.loads(output.strip().splitlines()[-1])
    return {
        "wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss * 1024,
        "own_wall": own["wall_s"], "bytes": own.get("bytes") or size_of(index), "version": own.get("version", "")}


def builds(peers, tokens, folder, rounds, say):
    """Returns the runs by peer; each round builds with all in turn, each beginning with another."""
    runs, failures = {peer.name: [] for peer in peers}, {}
    for round_number in range(rounds):
        start = round_number % len(peers)
        for peer in peers[start:] + peers[:start]:
            if peer.name in failures:
                continue
            say(f"build {round_number + 1} of {rounds}: {peer.name}")
            try:
                runs[peer.name].append(build_once(peer, tokens, f"{folder}/{peer.name.replace(' ', '-')}"))
            except (RuntimeError, ValueError, IndexError, KeyError) as error:
                failures[peer.name] = str(error)
    return {name: all_runs for name, all_runs in runs.items() if name not in failures}, failures


class Server:
    """A process that answers queries, one at a time."""

    def __init__(self, peer, index):
        self.process = subprocess.Popen(
            peer.serve(index), env=peer.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True, encoding="utf-8", bufsize=1)

    def ask(self, command, query):
        """Returns the count and the nanoseconds; None where the engine cannot do it."""
        self.process.stdin.write(f"{command}\t{query}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise WrongAnswer(f"the process ended at {command} {query}")
        parts = line.split()
        return None if parts[0] == "UNSUPPORTED" else (int(parts[0]), int(parts[1]))

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def check(servers, queries):
    """All that can count must count the same. Returns how many counts were compared."""
    compared = 0
    for _, query in queries:
        counts = {name: server.ask("COUNT", query) for name, server in servers.items()}
        counts = {name: count[0] for name, count in counts.items() if count}
        if len(set(counts.values())) > 1:
            raise WrongAnswer(f"{query}: the engines count differently: {counts}")
        compared += len(counts)
    return compared


WARMING, BLOCK, PATIENCE = 5, 50, 5.0


def time_queries(servers, queries, commands, passes, say):
    """Returns the best nanoseconds of each query by command and engine, all engines in turns.

    The first passes only warm: virtual machines need some. An engine that takes more than `PATIENCE`
    seconds for all queries of a command warms once and is timed twice."""
    names, times = list(servers), {}
    for command in commands:
        say(f"timing {command}")
        best = {name: {} for name in names}
        slow = set()
        for number in range(-WARMING, passes):
            for start in range(0, len(queries), BLOCK):
                turn = (number + start // BLOCK) % len(names)
                for name in names[turn:] + names[:turn]:
                    if name not in slow or number in (0, 1):
                        ask_block(servers[name], command, queries[start:start + BLOCK], best[name])
            if number == -WARMING:
                slow = {name for name in names if sum(best[name].values()) > PATIENCE * 1e9}
            if number < 0:
                best = {name: {} for name in names}
        times[command] = best
    return times


def ask_block(server, command, queries, best):
    for _, query in queries:
        answer = server.ask(command, query)
        if answer:
            best[query] = min(answer[1], best.get(query, answer[1]))


def summary(times, queries):
    """Microseconds by command, class and engine: mean, median, 90th and 99th percentile."""
    classes = dict((query, kind) for kind, query in queries)
    result = {}
    for command, engines in times.items():
        for name, best in engines.items():
            for kind in dict.fromkeys(classes.values()):
                values = sorted(value / 1000 for query, value in best.items() if classes[query] == kind)
                if values:
                    at = lambda share: values[min(len(values) - 1, int(share * len(values)))]
                    result.setdefault(command, {}).setdefault(kind, {})[name] = {
                        "mean": statistics.mean(values), "p50": at(0.5), "p90": at(0.9), "p99": at(0.99)}
    return result
