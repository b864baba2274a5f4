"""Find the article that a record to import is about: by its id, its name, or its text."""

from collections.abc import Iterator
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from annotator.errors import AnnotatorError, ArticleError, StorageError
from annotator.exchange.incoming import Incoming
from annotator.storage.article_file import load_article
from annotator.storage.article_meta import SUFFIX, encode_meta
from annotator.storage.cause import cause
from annotator.storage.durable import create, sync_folder
from annotator.storage.limits import limits
from annotator.storage.log_folder import obstacle
from annotator.storage.project import Project, article_ids, article_path
from annotator.text.article import Article
from annotator.text.display import display_line
from annotator.text.meta import UNKNOWN
from annotator.text.read import read_article

NEW = "imported"
"""The folder of new articles whose record does not say where they belong."""


class ArticleIndex:
    """The articles of a project, for an import. Texts are read only if no id helps."""

    def __init__(self, project: Project, *, may_create: bool) -> None:
        self.created: list[str] = []
        self._project = Project(project.root)
        self._may_create = may_create
        self._last: Article | None = None

    def find(self, record: Incoming, *, write: bool) -> Article | str:
        """Return the article of a record, made anew if that is wanted, or why there is none.

        Without `write` a new article is only thought up.
        """
        found = self._known(record)
        if found is not None:
            return found
        if not self._may_create or record.text is None:
            return self._why_not(record)
        return self._create(record, write=write)

    def _known(self, record: Incoming) -> Article | None:
        if record.article and (article := self._load(record.article)):
            return article
        if record.text is None:
            return self._by_name(record)
        if article := self._load(self._texts.get(_digest(record.text), "")):
            return article
        if record.loose and (article := self._load(self._solids.get(_solid(record.text), ""))):
            return article
        return None if record.loose else self._by_name(record)

    def _by_name(self, record: Incoming) -> Article | None:
        """Return the only article of the record's name, told apart by folders if need be."""
        name = record.name.rpartition("/")[2]
        named = self._names.get(name, []) if name else []
        told = f"/{record.name}"
        whole = [each for each in named if told.endswith((f"/{each}", f"/{_stem(each)}"))]
        chosen = whole if len(whole) == 1 else named
        return self._load(chosen[0]) if len(chosen) == 1 else None

    def _load(self, article_id: str) -> Article | None:
        if self._last is not None and self._last.id == article_id:
            return self._last
        if not article_id or article_path(self._project.root, article_id) is None:
            return None
        try:
            self._last = load_article(self._project, article_id)
        except ArticleError:
            return None
        return self._last

    def _why_not(self, record: Incoming) -> str:
        shown = display_line(record.article or record.name)
        which = f"there is no article '{shown}' here" if shown else "no article here has its text"
        way = "--create makes one" if record.text is not None else "put it there first"
        return f"{which}; {way}"

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for article_id in article_ids(self._project):
            name = article_id.rpartition("/")[2]
            for called in {name, _stem(name)}:
                found.setdefault(called, []).append(article_id)
        return found

    @cached_property
    def _texts(self) -> dict[bytes, str]:
        return {_digest(article.text): article.id for article in self._all()}

    @cached_property
    def _solids(self) -> dict[bytes, str]:
        return {_solid(article.text): article.id for article in self._all()}

    def _all(self) -> Iterator[Article]:
        for article_id in reversed(article_ids(self._project)):  # Of equal ones the first counts.
            try:
                yield load_article(self._project, article_id)
            except AnnotatorError:
                continue

    def _create(self, record: Incoming, *, write: bool) -> Article | str:
        text = record.text or ""
        raw = _bytes(text, record.encoding)
        if raw is None:
            return "its text holds half a character, so it cannot be written as UTF-8"
        if not 0 < len(raw) <= limits().article:
            return "its text is empty" if not raw else "its text is too long for an article"
        article_id = self._new_id(record)
        path = article_path(self._project.root, article_id)
        if path is None or obstacle(self._project.root, path):
            return f"'{display_line(article_id)}' cannot be the name of a new article"
        try:
            article = read_article(article_id, raw)
        except ArticleError as error:
            return str(error)
        if article.text != text:
            return "its text would be read otherwise than it is written"
        if write:
            if record.meta != UNKNOWN:
                _write(Path(path + SUFFIX), encode_meta(record.meta))
            _write(Path(path), raw)
            self.created.append(article_id)
        self._texts[_digest(text)] = article_id
        self._solids[_solid(text)] = article_id
        self._last = article
        return article

    def _new_id(self, record: Incoming) -> str:
        """Return where the new article goes: where the record says, if nothing is there."""
        named = record.name.rpartition("/")[2]
        wanted = record.article or (f"{NEW}/{named}" if named else "")
        if wanted and not wanted.startswith("./"):
            for candidate in (wanted, f"{wanted}.txt"):
                path = article_path(self._project.root, candidate)
                if path is not None:
                    return candidate if not Path(path).exists() else self._numbered(candidate)
        return f"{NEW}/{_digest(record.text or '').hex()[:12]}.txt"

    def _numbered(self, article_id: str) -> str:
        stem, _, ending = article_id.rpartition(".")
        number = 2
        while Path(self._project.root, f"{stem}-{number}.{ending}").exists():
            number += 1
        return f"{stem}-{number}.{ending}"


def _stem(article_id: str) -> str:
    """Return an id without the ending of its file."""
    return article_id.rpartition(".")[0]


def _write(path: Path, raw: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        create(str(path), raw)
        sync_folder(str(path.parent))
    except OSError as error:
        raise StorageError(f"'{path}' was not written: {cause(error)}.") from error


def _bytes(text: str, encoding: str) -> bytes | None:
    """Return the bytes of a text as it was encoded, if they are read back as it, else in UTF-8."""
    try:
        if encoding:
            raw = text.encode(encoding)
            if raw.decode(encoding) == text and read_article("it", raw).text == text:
                return raw
    except (ArticleError, LookupError, UnicodeError):
        pass
    try:
        return text.encode()
    except UnicodeEncodeError:
        return None


def _digest(text: str) -> bytes:
    return blake2b(text.encode(errors="surrogatepass"), digest_size=16).digest()


def _solid(text: str) -> bytes:
    return _digest("".join(text.split()))
