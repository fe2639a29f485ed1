"""Tables and pictures of a comparison."""

import json
import statistics

from pictures import bars

CLASSES = {"term": "a word", "all": "all words", "any": "any word", "phrase": "a phrase"}


def quartiles(values):
    """The median, and the distance of the quartiles."""
    middle = statistics.median(values)
    if len(values) < 3:
        return middle, max(values) - min(values)
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return middle, high - low


def medians(runs, key):
    return statistics.median(run[key] for run in runs)


def shown(number):
    """Three significant digits."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.1f}" if number >= 10 else f"{number:.2f}"


def row(cells):
    return f"| {' | '.join(cells)} |"


def build_rows(result):
    """The engines, the fastest first."""
    size = result["corpus"]["bytes"]
    lines = [row(["engine", "CPU s", "wall s", "± s", "peak MiB", "index MiB", "bytes/byte", "CPU ÷ Haskap"]), row(["---"] * 8)]
    haskap = medians(result["builds"]["Haskap"], "cpu")
    for name, runs in sorted(result["builds"].items(), key=lambda item: medians(item[1], "cpu")):
        wall, spread = quartiles([run["wall"] for run in runs])
        cpu = medians(runs, "cpu")
        lines.append(row([
            runs[0]["version"] or name, shown(cpu), shown(wall), shown(spread) if len(runs) > 1 else "–", shown(medians(runs, "memory") / 2**20),
            shown(runs[0]["bytes"] / 2**20), shown(runs[0]["bytes"] / size), shown(cpu / haskap)]))
    return lines


def query_rows(result, command):
    """Median (mean) in microseconds by class; the best median in bold."""
    by_class = result["latencies"][command]
    names = [name for name in result["builds"] if any(name in engines for engines in by_class.values())]
    lines = [row(["", *names]), row(["---"] * (len(names) + 1))]
    for kind, engines in by_class.items():
        best = min(engine["p50"] for engine in engines.values())
        cells = [CLASSES[kind]]
        for name in names:
            engine = engines.get(name)
            cell = f"{shown(engine['p50'])} ({shown(engine['mean'])})" if engine else "–"
            cells.append(f"**{cell}**" if engine and engine["p50"] == best else cell)
        lines.append(row(cells))
    return lines


def text(result):
    corpus = result["corpus"]
    lines = [
        f"{corpus['name']}: {corpus['passages']:,} passages, {corpus['words']:,} words, {corpus['distinct']:,} distinct, "
        f"{corpus['bytes']:,} bytes of text. {result['machine']}, {result['date']}.",
        f"Before anything was timed, {result['counts_compared']:,} counts of {result['queries']} queries were compared: "
        "all engines that can count agree.", "", "Builds of one thread, whole processes, medians:", "", *build_rows(result)]
    for command in result["latencies"]:
        lines += ["", f"{command}, microseconds, median (mean):", "", *query_rows(result, command)]
    return "\n".join(lines + [""] + result["left_out"])


def write(result, folder, name):
    """Leaves NAME.json, NAME.md, NAME-build.svg and NAME-query.svg."""
    builds = {engine: medians(runs, "cpu") for engine, runs in result["builds"].items()}
    queries = {
        CLASSES[kind]: {engine: times["p50"] for engine, times in engines.items()}
        for kind, engines in result["latencies"]["TOP_10"].items()}
    for ending, content in {
        ".json": json.dumps(result, indent=1, ensure_ascii=False) + "\n",
        ".md": text(result) + "\n",
        "-build.svg": bars("Building the same index: CPU seconds, one indexing thread", {"": builds}),
        "-query.svg": bars("The ten best hits: microseconds, median of the queries", queries, logarithmic=True),
    }.items():
        with open(f"{folder}/{name}{ending}", "w", encoding="utf-8") as file:
            file.write(content)
