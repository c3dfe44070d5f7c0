"""The tables of bench/artwork, with each goal beside what was measured."""
import statistics as st

from measuring import spread

NAMES = {("ours", "picture"): "Ours", ("ours", "drawing"): "Limit: Skia drawing alone, no layout, nothing written", ("satori", "picture"): "satori + resvg", ("chromium", "picture"): "Chromium, warm page"}


def goal(met):
    return "met" if met else "**missed**"


def ratio(rows, peer, form):
    """How many times as long the peer takes: the median of the rounds' ratios, and their spread."""
    return [b[0] / a[0] for a, b in zip(rows["ours", "picture", form], rows[peer, "picture", form])]


def size(rows, who, form):
    return rows[who, "picture", form][-1][2]


def pictures(rows, apart):
    text = ["## Pictures, warm", "", "| Format | | pictures/s | ms each | processor ms each | bytes | pixels unlike ours |", "|---|---|---|---|---|---|---|"]
    for (who, what, form), values in sorted(rows.items(), key=lambda row: row[0][2] != "square"):
        if form == "a4":
            continue
        made, unlike = values[-1][2], apart.get((who, form))
        text.append(f"| {form} | {NAMES[who, what]} | {1000 / st.median(v[0] for v in values):.0f} | {spread([v[0] for v in values], 2)} | {st.median(v[1] for v in values):.1f} |"
                    f" {f'{made:,}' if made else ''} | {'' if unlike is None else f'{unlike:.1f} %'} |")
    text += ["", "Ours lays the poster out, shapes its words and reckons its code anew for each picture; the peers are given places, sizes and the code's path.",
             "Processor time is that of the whole process tree: Chromium works in several processes at once.", ""]
    return text


def printed(rows):
    text = ["## A4 as PDF, warm", "", "| | ms each | processor ms each | bytes |", "|---|---|---|---|"]
    for who, name in (("ours", "Ours: bleed, crop marks, page boxes"), ("chromium", "Chromium, `page.pdf` of the same poster: trimmed size only")):
        if values := rows.get((who, "picture", "a4")):
            text.append(f"| {name} | {spread([v[0] for v in values], 2)} | {st.median(v[1] for v in values):.1f} | {values[-1][2]:,} |")
    return text + [""]


def first(cold):
    text = ["## First picture of a cold process", "", "From the start of the process until the whole PNG (`square`) lies on the disk; the files were read before. The programs are compiled ahead (ReadyToRun).", "", "| | ms |", "|---|---|"]
    return text + [f"| {name} | {spread(values, 0)} |" for name, values in cold.items()] + [""]


def memory(peaks, kit_peak):
    text = ["## Peak memory (VmHWM)", "", "| | MB |", "|---|---|", f"| Ours, one process, after the rounds | {sum(peaks['ours']):.0f} |"]
    if "satori" in peaks:
        text.append(f"| Node with satori + resvg | {sum(peaks['satori']):.0f} |")
    if "chromium" in peaks:
        own, *others = peaks["chromium"]
        text.append(f"| Chromium: {len(others)} processes, what they share counted in each (the largest alone {max(others, default=0):.0f}) | {sum(others):.0f} |")
        text.append(f"| Node that asks Chromium | {own:.0f} |")
    return text + [f"| `cairn artwork render` of the whole pack | {kit_peak:.0f} |", ""]


def toolkit(kit):
    seconds, again, _, code, files = kit
    return ["## The whole toolkit", "",
            f"`cairn artwork render` made {len(files)} pictures, {sum(files) / 1e6:.1f} MB, in {seconds:.2f} s ({len(files) / seconds:.0f} a second){'' if code == 0 else f'; exit code {code}: some artworks were refused'}.",
            f"Again with nothing changed: {spread(again, 2)} s.", ""]


def goals(rows, cold, kit):
    lines = []

    def line(what, measured, aim, met):
        lines.append(f"| {what} | {measured} | {aim} | {goal(met)} |")
    for form in ("square", "card"):
        for peer, name, least in (("satori", "satori + resvg", 5), ("chromium", "Chromium", 10)):
            if (peer, "picture", form) in rows:
                faster = ratio(rows, peer, form)
                line(f"{form}: pictures/s as a multiple of {name}'s", spread(faster), f"at least {least}", st.median(faster) >= least)
        if ("satori", "picture", form) in rows:
            share = size(rows, "ours", form) / size(rows, "satori", form)
            line(f"{form}: bytes as a share of satori + resvg's", f"{share:.2f}", "at most 0.75", share <= 0.75)
    ours = list(cold.items())[0]
    line(f"first picture of a cold process ({ours[0]})", f"{spread(ours[1], 0)} ms", "at most 100 ms", st.median(ours[1]) <= 100)
    line("A4 PDF", f"{size(rows, 'ours', 'a4') / 1000:.1f} kB", "at most 60 kB", size(rows, "ours", "a4") <= 60_000)
    again = st.median(kit[1]) / kit[0]
    line("whole toolkit again, nothing changed, as a share of the first run", f"{again * 100:.1f} %", "at most 5 %", again <= 0.05)
    return ["## Goals", "", "| | Measured | Goal | |", "|---|---|---|---|", *lines]


def written(title, about, rows, peaks, apart, cold, kit):
    return "\n".join([title, "", *about, "", *pictures(rows, apart), *printed(rows), *first(cold), *memory(peaks, kit[2]), *toolkit(kit), *goals(rows, cold, kit)]) + "\n"
