r"""Sessions as drawings: an article with the selection in it, then what is said about it.

    The [quick|] fox              `[` is the anchor, `|]` the head to its right
    The [|quick] fox              the head to its left
    The |quick fox                nothing selected, the cursor on the q

Below the article, a line each, in this order:

    - actor: quick                an annotation; `*` in the place of `-` for the current one
    - actor: the #2               on the second `the` of the article
    - claim: It rained // worth=2; note: doubtful
    ? actor: quick                a suggestion that waits; `!` in the place of `?` for that in hand
    ? actor: fox // memory        made by `memory`; else by `rules`
    - attributed_to: 1 > 2        a link, by the numbers of the annotations in this list
    - reviewed: 2                 the paragraph of that number
    - done
    - refused: actor 4-9          a suggestion that was refused, by its offsets
    sweep: 0-20                   what is swept
    mode: extend                  unless it is read
    read-only: bob has it open    only in what is given

`\u00a0`, `\x20`, `\r`, `\[` … stand for characters that would be lost or misread.
"""

import re
from dataclasses import dataclass
from itertools import count

from escapes import TOKEN, escaped, escaped_end, literal, one_line, unescaped
from msgspec.structs import replace

from annotator.marking.anchor import context
from annotator.marking.annotation import Annotation, Mark, Record, Relation
from annotator.marking.labels import Attribute, Label, LabelSchema, RelationType
from annotator.marking.selection import Selection
from annotator.marking.suggestion import Suggestion
from annotator.marking.suggestion_set import suggestion_set
from annotator.session.commands import all_commands, press
from annotator.session.event import Event
from annotator.session.finding import search
from annotator.session.hinting import begin, refreshed
from annotator.session.keymap import build_keymap
from annotator.session.moment import Moment
from annotator.session.offering import open_in
from annotator.session.request import AskNote, AskSearch, FindVisible, Request
from annotator.session.reviewing import digest, reviewed_id
from annotator.session.session import Mode, Session
from annotator.session.state import History, fold
from annotator.session.tagging import write_note
from annotator.text.article import Article
from annotator.text.read import read_article
from annotator.text.span import Span

MODALITY = Attribute("modality", "choice", ("asserted", "denied"))
SCHEMA = LabelSchema(
    name="drawn",
    labels=(
        Label("actor", "a", "blue"),
        Label("location", "l", "green"),
        Label("source", "s", "red", attributes=(MODALITY, Attribute("role", "text"))),
        Label(
            "claim",
            "c",
            "amber",
            unit="clause",
            attributes=(MODALITY, Attribute("worth", "scale", maximum=3)),
        ),
        Label("saying", "q", "teal", unit="quotation"),
        Label("event", "e", "pink", unit="sentence", attributes=(Attribute("worth", "text"),)),
        Label("lead", "p", "grey", unit="paragraph"),
    ),
    relations=(RelationType("attributed_to", ("claim",), ("source",), "t"),),
)
KEYMAP = build_keymap(all_commands(SCHEMA))
START = Moment(1_800_000_000_000, 0)

_FACT = re.compile(r"[-*?!] |mode: |read-only: |sweep: ")
_LINK = re.compile(r"- (\w+): (\d+) > (\d+)")
_ANNOTATION = re.compile(r"([-*?!]) (\w+): (.*?)(?: #(\d+))?(?: // (.*))?")
_ANSWER_OR_KEY = re.compile(r"<[^<>\s][^<>]*>|\S+")


@dataclass(frozen=True)
class Played:
    """What became of a session by some keys."""

    session: Session
    events: tuple[Event, ...]
    requests: tuple[Request, ...]


def check(before: str, keys: str, after: str, says: str = "") -> None:
    """Fail unless the keys make the drawing `before` into `after`."""
    played = play(drawn(before), keys)
    assert drawing(played.session) == canonical(after)
    assert says in played.session.message


def play(session: Session, keys: str) -> Played:
    """Press keys, parted by blanks; `<words>` is the answer to a question for a search or note."""
    events: list[Event] = []
    requests: tuple[Request, ...] = ()
    for token in _ANSWER_OR_KEY.findall(keys):
        moment = Moment(session.moment.ms + 1000, session.moment.entropy + (1 << 40))
        if len(token) > 1 and token.startswith("<"):
            step = _answered(session.stamped(moment), requests, unescaped(token[1:-1]))
        else:
            step = press(session, KEYMAP, token, moment)
        session, requests = step.session, step.requests
        for request in requests:
            if isinstance(request, FindVisible):
                seen = Span(0, len(session.article.text))
                if request.stays:
                    session = refreshed(session, seen)
                else:
                    session = begin(session, seen, extends=request.extends)
        requests = tuple(r for r in requests if not isinstance(r, FindVisible) or not r.stays)
        events += step.events
    return Played(session, tuple(events), requests)


def _answered(session: Session, requests: tuple[Request, ...], answer: str):
    match requests:
        case (AskSearch(),):
            return search(session, answer)
        case (AskNote(annotation),):
            return write_note(session, annotation, answer)
    raise AssertionError(f"nothing was asked that “{answer}” answers")


def article_of(text: str) -> Article:
    """Return an article of that text."""
    return read_article("drawn.txt", text.encode())


def drawn(drawing_: str) -> Session:
    """Return the session that a drawing shows. What is given in it cannot be undone."""
    text, facts = _parted(drawing_)
    text, anchor, head = _marked(text)
    article = article_of(text)
    session = Session(article, SCHEMA, annotator="ana", moment=START).at(0)
    if anchor is not None and head is not None:
        session = session.selected(Selection(anchor, head))
    records: list[Record] = []
    suggestions: list[Suggestion] = []
    focus = ""
    for fact in facts:
        key, _, value = fact.partition(": ")
        if fact.startswith(("?", "!")):
            suggestions.append(_suggestion(article, fact))
        elif key == "sweep":
            session = replace(session, sweep=Span(*map(int, value.split("-"))))
        elif key == "mode":
            session = replace(session, mode=Mode(value))
        elif key == "read-only":
            session = replace(session, read_only=value)
        else:
            records.append(_record(article, records, fact))
            focus = records[-1].id if fact.startswith("*") else focus
    given = [Event(id=r.id, rev=1, by="ana", ts=START.ts, batch=r.id, record=r) for r in records]
    state = replace(fold(given), history=History())
    offer = next((s for s, f in zip(suggestions, _offers(facts), strict=True) if f[0] == "!"), None)
    offered = suggestion_set(suggestions)
    return replace(session, state=state, focus=focus, suggestions=offered, offer=offer)


def _offers(facts: list[str]) -> list[str]:
    return [fact for fact in facts if fact.startswith(("?", "!"))]


def drawing(session: Session) -> str:
    """Return the drawing of a session."""
    text = session.article.text
    anchor, head = session.selection
    if anchor == head:
        marks = [(head, "|")]
    else:
        marks = sorted(
            [(anchor, "[" if anchor < head else "]"), (head, "|]" if anchor < head else "[|")]
        )
    pieces, last = [], 0
    for offset, mark in marks:
        pieces += [escaped(text[last:offset]), mark]
        last = offset
    picture = "".join([*pieces, escaped_end(text[last:])])
    return "\n".join([picture, *_facts(session)])


def canonical(drawing_: str) -> str:
    """Return a drawing as `drawing` writes it, whatever is escaped or not."""
    text, facts = _parted(drawing_)
    pieces = re.split(r"((?<!\\)(?:\[\||\|\]|[\[\]|]))", text)
    plain = [p if i % 2 else unescaped(p) for i, p in enumerate(pieces)]
    parts = [p if i % 2 else escaped(p) for i, p in enumerate(plain[:-1])]
    return "\n".join(
        ["".join([*parts, escaped_end(plain[-1])]), *(one_line(unescaped(f)) for f in facts)]
    )


def _parted(drawing_: str) -> tuple[str, list[str]]:
    """Return the article's lines, and the lines below it."""
    lines = drawing_.split("\n")
    facts = next((i for i, line in enumerate(lines) if _FACT.match(line)), len(lines))
    return "\n".join(lines[:facts]), [line for line in lines[facts:] if line]


def _marked(text: str) -> tuple[str, int | None, int | None]:
    pieces: list[str] = []
    anchor = head = None
    for token in TOKEN.finditer(text):
        offset = sum(map(len, pieces))
        match token["marker"]:
            case None:
                pieces.append(literal(token))
            case "[" | "]":
                anchor = offset
            case "[|" | "|]":
                head = offset
            case _:
                anchor = head = offset
    return "".join(pieces), anchor, head


def _record(article: Article, records: list[Record], fact: str) -> Record:
    record_id = f"given{len(records)}"
    if link := _LINK.fullmatch(fact):
        annotations = sorted((r for r in records if isinstance(r, Annotation)), key=_place)
        source, target = (annotations[int(number) - 1].id for number in link.group(2, 3))
        return Relation(id=record_id, relation=link[1], source=source, target=target)
    if fact == "- done":
        return Mark(id="done", mark="done")
    if fact.startswith("- reviewed: "):
        span = article.paragraphs[int(fact.removeprefix("- reviewed: ")) - 1]
        place = {"start": span.start, "end": span.end, "digest": digest(article, span)}
        return Mark(id=reviewed_id(span), mark="reviewed", **place)
    found = _ANNOTATION.fullmatch(fact)
    assert found, fact
    span = _places(article.text, unescaped(found[3]))[int(found[4] or 1) - 1]
    prefix, suffix = context(article.text, span)
    return Annotation(
        id=record_id,
        label=found[2],
        start=span.start,
        end=span.end,
        quote=article.quote(span),
        prefix=prefix,
        suffix=suffix,
        **_details(found[5] or ""),
    )


def _suggestion(article: Article, fact: str) -> Suggestion:
    found = _ANNOTATION.fullmatch(fact)
    assert found, fact
    span = _places(article.text, unescaped(found[3]))[int(found[4] or 1) - 1]
    source, _, alias_of = (found[5] or "rules").partition(" of ")
    return Suggestion(
        start=span.start, end=span.end, label=found[2], source=source, alias_of=alias_of
    )


def _details(text: str) -> dict[str, object]:
    attributes: dict[str, str | int] = {}
    note = ""
    for part in filter(None, text.split("; ")):
        if part.startswith("note: "):
            note = part.removeprefix("note: ")
        else:
            name, _, value = part.partition("=")
            attributes[name] = int(value) if value.isdecimal() else value
    return {"attributes": attributes, "note": note}


def _facts(session: Session) -> list[str]:
    state = session.state
    current = session.current()
    numbers = dict(zip((a.id for a in state.annotations), count(1), strict=False))
    lines = []
    for annotation in state.annotations:
        words = _numbered(session.article.text, annotation)
        details = [f"{name}={value}" for name, value in annotation.attributes.items()]
        details += [f"note: {annotation.note}"] if annotation.note else []
        more = f" // {'; '.join(details)}" if details else ""
        bullet = "*" if annotation is current else "-"
        lines.append(f"{bullet} {annotation.label}: {words}{more}")
    for each in open_in(session, Span(0, len(session.article.text))):
        words = _numbered(session.article.text, each)
        made = each.source + (f" of {each.alias_of}" if each.alias_of else "")
        more = "" if made == "rules" else f" // {made}"
        lines.append(f"{'!' if each == session.offer else '?'} {each.label}: {words}{more}")
    for link in state.relations.values():
        ends = f"{numbers.get(link.source)} > {numbers.get(link.target)}"
        lines.append(f"- {link.relation}: {ends}")
    for number, span in enumerate(session.article.paragraphs, 1):
        if reviewed_id(span) in state.marks:
            lines.append(f"- reviewed: {number}")
    lines += ["- done"] if "done" in state.marks else []
    for mark in state.marks.values():
        if mark.mark == "rejected":
            lines.append(f"- refused: {mark.suggested} {mark.start}-{mark.end}")
    if session.sweep is not None:
        lines.append(f"sweep: {session.sweep.start}-{session.sweep.end}")
    lines += [f"mode: {session.mode.value}"] if session.mode is not Mode.READ else []
    return [one_line(line) for line in lines]


def _numbered(text: str, marked: Annotation | Suggestion) -> str:
    quote = text[marked.start : marked.end]
    number = _places(text, quote).index(marked.span) + 1
    return quote if number == 1 else f"{quote} #{number}"


def _places(text: str, words: str) -> list[Span]:
    starts = [found.start() for found in re.finditer(f"(?={re.escape(words)})", text)]
    return [Span(start, start + len(words)) for start in starts]


def _place(annotation: Annotation) -> tuple[int, int, str, str]:
    return annotation.start, -annotation.end, annotation.label, annotation.id
