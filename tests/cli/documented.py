#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the command can do is what its manuals, its completion and the README say that it can.

documented.py BULLETIN SOURCE_ROOT
documented.py --window BULLETIN_DESK SOURCE_ROOT

The command's own --help is what counts. Each manual has, for each command, one paragraph whose head
shows just the options and arguments of the command; for each option that there is, one of its own; and
each exit status. The completion offers the same words.
"""

import os
import re
import subprocess
import sys
import tempfile

MANUALS = ["data/man/bulletin.1", "data/man/ko/bulletin.1"]
WINDOW_MANUALS = ["data/man/bulletin-desk.1", "data/man/ko/bulletin-desk.1"]
COMPLETION = "data/completions/bulletin"
ROW = re.compile(r"^  (?:-(\w), )?--([a-z-]+)(?: (\S+))?(?:  |$)", re.M)
# Every program takes these; the table of options does not hold them.
COMMON = {("h", "help", ""), ("", "version", "")}


def ask(bulletin, *words):
    return subprocess.run([bulletin, *words], capture_output=True, text=True, check=True).stdout


def rows_under(heading, text):
    section = text.split(heading, 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^  ([a-z-]+)\s", section, re.M)


def read_help(bulletin):
    """The commands, by name: their arguments, and their options as (letter, name, value)."""
    program = ask(bulletin, "--help")
    commands = {}
    for name in rows_under("Commands:\n", program):
        told = ask(bulletin, name, "--help")
        arguments = told.split("\n", 1)[0].split("[OPTION…]", 1)[1].strip()
        commands[name] = (arguments, set(ROW.findall(told)))
    statuses = set(re.findall(r"(?:^|[ ,])(\d+) [a-z]", program.split("Ends with", 1)[1].replace("\n", " ")))
    return commands, rows_under("TOPIC”:\n", program), statuses


def without_fonts(text):
    return re.sub(r"\\f.", "", text).replace("\\-", "-").replace("\\e", "\\")


def read_manual(text):
    """The heads of its paragraphs, by section."""
    sections, name = {}, None
    lines = text.split("\n")
    for line, following in zip(lines, lines[1:]):
        if line.startswith(".SH "):
            name = line[4:].strip('"')
            sections[name] = []
        elif line == ".TP" and name is not None:
            sections[name].append(re.sub(r"^\.[BI] ", "", without_fonts(following)))
    return list(sections.values())


def split_head(head):
    """A command's name, arguments and options, from what a manual shows."""
    name, _, rest = head.partition(" ")
    options = re.findall(r"--([a-z-]+)(?: ([^\]\s-]\S*?))?(?=\]| |$)", rest)
    arguments = re.sub(r"\[--[a-z-]+[^\]]*\] ?|--[a-z-]+ \S+ ?", "", rest).strip()
    return name, arguments, set(options)


def check_manual(path, text, commands, statuses):
    sections = read_manual(text)
    heads = [split_head(head) for section in sections for head in section if head[:1].isalpha()]
    shown = {name: (arguments, options) for name, arguments, options in heads if name in commands}
    for name, (arguments, options) in commands.items():
        wanted = {(option, value) for _, option, value in options}
        if name not in shown:
            yield f"{path}: the command {name} is missing"
            continue
        if shown[name][0] != arguments:
            yield f"{path}: {name} takes “{arguments}”, not “{shown[name][0]}”"
        for option, value in sorted(wanted ^ shown[name][1]):
            wrong = "is missing" if (option, value) in wanted else "is none of its options"
            yield f"{path}: {name}: --{option} {value} {wrong}"
    for name, _, _ in heads:
        if name not in commands and name.islower():
            yield f"{path}: there is no command {name}"
    yield from check_options(path, sections, commands)
    told = {head for section in sections for head in section if head.isdigit()}
    for status in sorted(statuses ^ told):
        yield f"{path}: exit status {status} is {'missing' if status in statuses else 'none of ours'}"


def check_options(path, sections, commands):
    heads = [head for section in sections for head in section if head.startswith("-")]
    told = {
        match for head in heads for match in re.findall(r"^(?:-(\w), )?--([a-z-]+)(?: (\S+))?$", head)
    }
    wanted = COMMON.union(*(options for _, options in commands.values()))
    for letter, name, value in sorted(wanted ^ told):
        wrong = "is missing" if (letter, name, value) in wanted else "is no option"
        yield f"{path}: --{name} {value} {wrong}"


def complete(bulletin, script, folder, *words):
    """What bash offers after these words; the last one is being typed."""
    call = (
        'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _bulletin;'
        ' printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-uc", call, "bash", script, bulletin, *words],
        capture_output=True, text=True, cwd=folder, check=False,
        env={**os.environ, "XDG_DATA_HOME": folder},
    )
    if done.stderr:
        return {f"failed: {done.stderr}"}
    return set(done.stdout.split())


def check_completion(bulletin, root, folder, commands, topics):
    script = os.path.join(root, COMPLETION)
    sample = os.path.join(root, "data/samples/ferry-returns-2026-03-18.txt")
    uid = ask(bulletin, "import", sample, "--library", folder + "/a b").split()[0]
    open(os.path.join(folder, "script.txt"), "w", encoding="utf-8").close()
    cases = [
        ([""], set(commands)),
        (["sa"], {"salvage"}),
        (["help", "f"], {"find", "findings", "fsck"}),
        (["help", ""], set(commands) | set(topics)),
        (["--ver"], {"--version"}),
        (["notice", "--lang", ""], {"ko", "en"}),
        (["notice", "--lang", "=", "k"], {"ko"}),
        (["export", "-o", "scr"], {"script.txt"}),
        (["parse", "scr"], {"script.txt"}),
        (["parse", "--encoding", "scr"], set()),
        (["correct", "--weight", ""], {"meaning", "slip"}),
        (["correct", "--class", "w"], {"wording"}),
        (["correct", "--found-by", ""], {"newsroom", "viewer", "party", "court"}),
        (["show", "--library", "a b", uid[:2]], {uid}),
        (["--library", "a b", "show", ""], {uid}),
        (["--library", "a b", "export", uid[:3]], {uid}),
        (["show", ""], set()),
        (["bake", ""], set()),
    ]
    cases += [
        ([name, "--"], {f"--{option}" for _, option, _ in options} | {"--library", "--help"})
        for name, (_, options) in commands.items()
    ]
    for words, wanted in cases:
        offered = complete(bulletin, script, folder, *words)
        if offered != wanted:
            yield f"{COMPLETION}: after {words} it offers {sorted(offered)}, not {sorted(wanted)}"


def check_readme(root, commands):
    with open(os.path.join(root, "README.md"), encoding="utf-8") as file:
        section = file.read().split("## The command", 1)[1].split("\n## ", 1)[0]
    cells = " ".join(re.findall(r"^\| (.*?) \|", section, re.M))
    told = set(re.findall(r"`([a-z]+)", cells)) - {"bulletin"}
    for name in sorted(told ^ set(commands)):
        yield f"README.md: {name} is {'missing' if name in commands else 'no command'}"


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8") as file:
        return file.read()


def check_window(desk, root):
    told = subprocess.run(
        [desk, "--help"], capture_output=True, text=True, check=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    ).stdout.split("Application Options:", 1)[1]
    wanted = set(re.findall(r"^  (?:-\w, )?--([a-z-]+)", told, re.M)) | {"help"}
    for path in WINDOW_MANUALS:
        heads = [head for section in read_manual(read(root, path)) for head in section]
        shown = {name for head in heads for name in re.findall(r"--([a-z-]+)", head)}
        for name in sorted(wanted ^ shown):
            yield f"{path}: --{name} is {'missing' if name in wanted else 'no option'}"


def self_test(root, commands, statuses):
    """A check that cannot fail is worth nothing: spoilt manuals must be told."""
    sound = read(root, MANUALS[0])
    spoilt = [
        ("an option less", sound.replace(" [\\fB\\-\\-repair\\fR]", "", 1), "--repair  is missing"),
        ("a value", sound.replace("ko|en", "ko|fr", 1), "notice: --lang ko|fr is none"),
        ("arguments", sound.replace("\\fIUID…\\fR", "\\fIUID\\fR"), "export takes “UID…”"),
        ("a command less", sound.replace("\\fBfsck\\fR [", "\\fBfsk\\fR ["), "fsck is missing"),
        ("a command more", sound.replace("\\fBfsck\\fR [", "\\fBfsk\\fR ["), "no command fsk"),
        ("an option's words", sound.replace(".TP\n\\fB\\-\\-take\\fR", "\n"), "--take ID is missing"),
        ("a letter", sound.replace("\\fB\\-o\\fR, ", ""), "--output FILE|DIR is missing"),
        ("a status", sound.replace(".TP\n.B 4\n", ""), "exit status 4 is missing"),
    ]
    for what, text, words in spoilt:
        told = list(check_manual("spoilt", text, commands, statuses))
        if not any(words in line for line in told):
            yield f"self-test: {what}: not found, it said {told}"


def tell(wrong, what):
    print("\n".join(wrong) or what)
    return 1 if wrong else 0


def main(bulletin, root):
    bulletin, root = os.path.abspath(bulletin), os.path.abspath(root)
    commands, topics, statuses = read_help(bulletin)
    wrong = list(self_test(root, commands, statuses))
    for path in MANUALS:
        wrong += check_manual(path, read(root, path), commands, statuses)
        wrong += [f"{path}: topic {name} is missing" for name in topics if name not in read(root, path)]
    wrong += check_readme(root, commands)
    with tempfile.TemporaryDirectory() as folder:
        wrong += check_completion(bulletin, root, folder, commands, topics)
    return tell(wrong, f"{len(commands)} commands are documented")


if __name__ == "__main__":
    if sys.argv[1] == "--window":
        sys.exit(tell(list(check_window(*sys.argv[2:])), "the window's options are documented"))
    sys.exit(main(*sys.argv[1:]))
