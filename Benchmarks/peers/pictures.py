"""Bars as SVG."""

import math
from html import escape

# Told apart by people who see colors otherwise: M. Okabe, K. Ito, Color Universal Design, 2008.
COLORS = ["#D55E00", "#0072B2", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"]
LEFT, RIGHT, WIDTH, BAR, GAP = 170, 90, 680, 18, 22


def length_scale(values, logarithmic):
    """How long a value's bar is, in pixels. Logarithmic bars begin at a power of ten."""
    room = WIDTH - LEFT - RIGHT
    if not logarithmic:
        return lambda value: room * value / max(values)
    low = math.floor(math.log10(min(values)))
    high = math.log10(max(values))
    return lambda value: max(2, room * (math.log10(value) - low) / max(high - low, 1e-9))


def bars(title, groups, logarithmic=False):
    """Horizontal bars: `groups` is {group: {engine: value}}; each engine has one color."""
    names = list(dict.fromkeys(name for group in groups.values() for name in group))
    length = length_scale([value for group in groups.values() for value in group.values()], logarithmic)
    parts, y = [], 56
    for group, values in groups.items():
        if group:
            parts.append(f'<text x="12" y="{y + 13}" font-weight="bold">{escape(group)}</text>')
            y += GAP
        for name, value in sorted(values.items(), key=lambda item: item[1]):
            color = COLORS[names.index(name) % len(COLORS)]
            label = f"{value:,.0f}" if value >= 100 else f"{value:.3g}"
            end = LEFT + length(value)
            parts += [
                f'<text x="{LEFT - 8}" y="{y + 13}" text-anchor="end">{escape(name)}</text>',
                f'<rect x="{LEFT}" y="{y}" width="{length(value):.1f}" height="{BAR - 4}" fill="{color}"/>',
                f'<text x="{end + 6:.1f}" y="{y + 12}">{label}</text>']
            y += BAR
        y += GAP // 2
    note = "logarithmic; " if logarithmic else ""
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{y + 12}" viewBox="0 0 {WIDTH} {y + 12}" '
        'font-family="sans-serif" font-size="12" role="img">',
        f"<title>{escape(title)}</title>", '<rect width="100%" height="100%" fill="white"/>',
        f'<text x="12" y="24" font-size="15">{escape(title)}</text>',
        f'<text x="12" y="42" fill="#555">{note}shorter is better</text>', *parts, "</svg>", ""])
