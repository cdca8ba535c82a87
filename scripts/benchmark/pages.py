"""The projects that are built. Run as a program: `pages.py KIND COUNT FOLDER`."""

import sys
from pathlib import Path

from text import Random, VERBS, WORDS, title

FOLDERS = 20


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


# Plain pages


def plain_page(number, count, dead_links=0):
    """About 6 KB: prose with emphasis and links, lists, a table, code. Some dead links, if asked for."""
    random = Random(number)
    lines = ["---", f"title: {title(random.phrase(3))} {number}", f"summary: {random.paragraph(1).replace('`', '').replace('*', '')}", "---", ""]
    for part in range(4):
        lines += [f"## {title(random.phrase(2))} {part}", "", random.paragraph(4), ""]
        target = random.below(count)
        lines += [f"{random.sentence()} See [{random.phrase(2)}]({link(number, target)}). {random.sentence()}", ""]
        if part == 0:
            lines += [f"- {random.sentence()}" for _ in range(5)] + [""]
        if part == 1:
            lines += ["| " + " | ".join(title(random.phrase(1)) for _ in range(4)) + " |", "|---|---|--:|:-:|"]
            lines += [f"| {random.phrase(2)} | {random.phrase(3)} | {random.below(1000)} | {random.phrase(1)} |" for _ in range(6)] + [""]
        if part == 2:
            lines += ["```sh"] + [f"{random.phrase(1)} --{random.phrase(1)} {random.phrase(2)}" for _ in range(5)] + ["```", ""]
        if part == 3:
            lines += [f"{item + 1}. {random.sentence()}" for item in range(5)] + [""]
        lines += [f"### {title(random.phrase(2))} {part}", "", random.paragraph(5), "", random.paragraph(4), ""]
    if dead_links:
        lines += ["## Further", ""]
        lines += [f"- [{random.phrase(2)}]({dead_link(number, random.below(count))})" for _ in range(dead_links)] + [""]
    return "\n".join(lines)


def place(number):
    return f"part-{number % FOLDERS:02}/page-{number:05}.md"


def link(number, target):
    return place(target).split("/")[1] if target % FOLDERS == number % FOLDERS else "../" + place(target)


def dead_link(number, target):
    """An address with a slip in it."""
    return link(number, target).replace("page-", "pgae-")


def opening(folder):
    random = Random(1_000_000 + folder)
    return f"---\ntitle: Part {folder} {title(random.phrase(2))}\n---\n\n{random.paragraph(4)}\n"


def plain(count, folder, dead_links=0):
    """The same pages for every generator, in 20 folders: each has its own name for the page that opens a folder."""
    pages = {place(number): plain_page(number, count, dead_links) for number in range(count)}
    openings = {f"part-{part:02}": opening(part) for part in range(min(FOLDERS, count))}
    home = "---\ntitle: Benchmark\n---\n\n" + Random(7).paragraph(6) + "\n"
    for generator, content, index in [("handbook", "content", "index.md"), ("hugo", "content", "_index.md"), ("zensical", "docs", "index.md")]:
        root = folder / generator / content
        write(root / index, home)
        for path, text in pages.items():
            write(root / path, text)
        for part, text in openings.items():
            write(root / part / index, text)
    write(folder / "handbook" / "handbook.yml", "title: Benchmark\nsearch: off\nprint: off\nbase_url: https://example.org/\n")
    write(folder / "hugo" / "hugo.toml", HUGO_SETTINGS)
    for name, text in HUGO_LAYOUTS.items():
        write(folder / "hugo" / "layouts" / name, text)
    write(folder / "zensical" / "zensical.toml", '[project]\nsite_name = "Benchmark"\nsite_url = "https://example.org/"\nplugins = []\n')


HUGO_SETTINGS = """\
baseURL = "https://example.org/"
title = "Benchmark"
languageCode = "en"
disableKinds = ["taxonomy", "term", "RSS"]

# Links to Markdown files become links to pages, as handbook does it.
[markup.goldmark.renderHooks.link]
useEmbedded = "always"
"""

HUGO_LAYOUTS = {
    "baseof.html": """\
<!DOCTYPE html>
<html lang="{{ site.Language.Lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} · {{ site.Title }}</title>
<meta name="description" content="{{ .Params.summary }}">
<link rel="canonical" href="{{ .Permalink }}">
</head>
<body>
<nav>
{{ range site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>
{{ end }}</nav>
<main>
{{ with .Parent }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}
<h1>{{ .Title }}</h1>
{{ block "main" . }}{{ end }}
</main>
<footer>
{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
</footer>
</body>
</html>
""",
    "home.html": '{{ define "main" }}{{ .Content }}{{ end }}\n',
    "section.html": """\
{{ define "main" }}{{ .Content }}
<ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.summary }}</li>
{{ end }}</ul>
{{ end }}
""",
    "page.html": '{{ define "main" }}{{ .TableOfContents }}{{ .Content }}{{ end }}\n',
}


# Roles


def names(random, count, words):
    """Different names."""
    found = {}
    while len(found) < count:
        found[title(random.phrase(words))] = True
    return list(found)


def items(random, leads):
    return "".join(f"- **{lead}**: {random.paragraph(2)} [@source-{random.below(5)}]\n" for lead in leads)


def roles(count, folder):
    """Roles of about 6 KB that share skills with some others, with matrices, activities, stages and sources."""
    root = folder / "handbook" / "content"
    random = Random(11)
    titles = [f"{name} {number}" for number, name in enumerate(names(random, count, 2))]
    slugs = [name.lower().replace(" ", "-") for name in titles]
    skills = names(random, max(40, count * 3), 2)
    groups = [f"group-{number}" for number in range(12)]
    settings = "title: Benchmark\ngroups:\n" + "".join(f"  - {{id: {group}, title: {title(group)}}}\n" for group in groups)
    write(folder / "handbook" / "handbook.yml", settings + "eras:\n  - {id: early, title: Early}\n  - {id: late, title: Late}\nbase_url: https://example.org/\n")
    write(root / "index.md", "---\ntitle: Benchmark\n---\n\n" + random.paragraph(6) + "\n")
    for number in range(5):
        write(root / "sources" / f"source-{number}.md", f"---\ntitle: Source {number}\n---\n\n{random.paragraph(3)}\n")
    for number, (slug, name) in enumerate(zip(slugs, titles)):
        own = random.sample(skills, 18)
        front = f"---\ntitle: {name}\ngroup: {groups[number % len(groups)]}\nsummary: {random.phrase(9).capitalize()}.\nsources: [source-0, source-1]\n"
        front += "kpis:\n" + "".join(f"  - {random.phrase(4).capitalize()} [@source-2]\n" for _ in range(3))
        front += "deliverables:\n" + "".join(f"  - {random.phrase(5).capitalize()} [@source-1]\n" for _ in range(3))
        front += "core_skills:\n" + "".join(f"  - {skill} [@source-0]\n" for skill in own[:3]) + "---\n"
        other = random.below(count)
        text = f"\n{random.paragraph(4)} [@source-0]\n\nWorks with [{titles[other]}]({slugs[other]}.md) and {titles[random.below(count)]}.\n"
        text += "\n## Responsibilities\n\n" + items(random, names(random, 7, 3))
        text += "\n## Knowledge\n\n" + items(random, own[3:9]) + "\n## Skills\n\n" + items(random, own[9:16])
        text += "\n## Eras\n\n### Early\n\n" + items(random, names(random, 2, 2)) + "\n### Late\n\n" + items(random, names(random, 2, 2))
        text += f"\n## Further\n\n{random.paragraph(3)}\n"
        write(root / "roles" / f"{slug}.md", front + text)
    for number in range(max(1, count // 50)):
        write(root / "raci" / f"matrix-{number}.md", matrix(random, number, random.sample(titles, 6)))
    for number in range(5):
        write(root / "lifecycle" / f"stage-{number}.md", f"---\ntitle: Stage {number}\norder: {number}\n---\n\n{random.paragraph(3)}\n")
    for number in range(max(1, count // 50)):
        who = random.sample(slugs, 4)
        front = f"---\ntitle: Activity {number} {title(random.phrase(2))}\nstage: stage-{number % 5}\npositions:\n"
        front += f"  - {{source: source-0, accountable: [{who[0]}], responsible: [{who[1]}]}}\n"
        front += f"  - {{source: source-1, accountable: [{who[2]}], responsible: [{who[3]}]}}\n---\n"
        write(root / "activities" / f"activity-{number}.md", front + f"\n{random.paragraph(3)} [@source-0]\n")


def matrix(random, number, columns):
    lines = ["---", f"title: Matrix {number}", "sources: [source-0]", "---", "", "| Task | " + " | ".join(columns) + " |", "|---|" + ":-:|" * len(columns)]
    for task in names(random, 8, 3):
        letters = ["A", "R", "C", "I", "", "C"]
        shift = random.below(6)
        lines.append(f"| {task} | " + " | ".join(letters[shift:] + letters[:shift]) + " |")
    return "\n".join(lines) + "\n"


def occupations(count, folder):
    """Roles of the size of a public catalogue of occupations: many tasks, skills from a short list, relations."""
    root = folder / "handbook" / "content"
    random = Random(13)
    titles = names(random, count, 3)
    slugs = [name.lower().replace(" ", "-") for name in titles]
    skills, knowledge = names(random, 35, 2), names(random, 33, 2)
    groups = [f"group-{number}" for number in range(23)]
    settings = "title: Benchmark\nbase_url: https://example.org/\ngroups:\n" + "".join(f"  - {{id: {group}, title: {title(group)}}}\n" for group in groups)
    write(folder / "handbook" / "handbook.yml", settings)
    write(root / "index.md", "---\ntitle: Benchmark\n---\n\n" + random.paragraph(6) + "\n")
    write(root / "sources" / "source-0.md", f"---\ntitle: Source 0\n---\n\n{random.paragraph(3)}\n")
    for number, (slug, name) in enumerate(zip(slugs, titles)):
        aliases = ", ".join(f"{title(random.phrase(2))} {title(random.choice(VERBS))} {number}" for _ in range(8))
        front = f"---\ntitle: {name}\naliases: [{aliases}]\ngroup: {groups[number % len(groups)]}\nsummary: {random.phrase(14).capitalize()}.\n"
        front += "sources: [source-0]\n---\n"
        text = f"\n{random.paragraph(2)} [@source-0]\n\n## Responsibilities\n\n"
        for _ in range(20):
            lead = f"{random.choice(VERBS).capitalize()} {random.choice(WORDS)} {random.choice(WORDS)}"
            text += f"- **{lead}**: {random.phrase(14)}. [@source-0]\n"
        for heading, known in [("Knowledge", knowledge), ("Skills", skills)]:
            text += f"\n## {heading}\n\n" + "".join(f"- **{own}**: {random.phrase(12)}. [@source-0]\n" for own in random.sample(known, 10))
        write(root / "roles" / f"{slug}.md", front + text)
    pairs = {}
    while len(pairs) < count * 3461 // 1016:
        a, b = random.below(count), random.below(count)
        if a != b:
            pairs[min(a, b), max(a, b)] = True
    for a, b in pairs:
        front = f"---\nbetween: [{slugs[a]}, {slugs[b]}]\nbasis: stated\nsources: [source-0]\n---\n"
        text = f"\n## Overlap\n\n1. **{title(random.phrase(2))}**: {random.paragraph(1)} [@source-0]\n\n## Collaboration\n\n- {random.paragraph(2)} [@source-0]\n"
        write(root / "relations" / f"{slugs[a]}--{slugs[b]}.md", front + text)


KINDS = {
    "plain": plain,
    "roles": roles,
    "occupations": occupations,
    "dead-links": lambda count, folder: plain(count, folder, dead_links=10),
}

if __name__ == "__main__":
    KINDS[sys.argv[1]](int(sys.argv[2]), Path(sys.argv[3]))
