"""An entry becomes a CSL-JSON item."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.bibliography import csl_json, read_bibliography
from mkdocs_evidence.sources import Source


def item(fields: str, kind: str = "article") -> dict[str, Any]:
    (entry,), _ = read_bibliography(Source("a.bib", f"@{kind}{{key, {fields}}}"))
    return csl_json(entry)


def test_an_article() -> None:
    found = item(
        "author = {Coan, James A. and de la Cruz, Ana}, title = {Lending a hand}, "
        "journal = {Psychological Science}, year = 2006, volume = 17, number = 12, "
        "pages = {1032--1039}, doi = {10.1111/j.1467}, note = {read again}"
    )
    assert found == {
        "id": "key",
        "type": "article-journal",
        "author": [
            {"family": "Coan", "given": "James A."},
            {"family": "Cruz", "given": "Ana", "non-dropping-particle": "de la"},
        ],
        "title": "Lending a hand",
        "container-title": "Psychological Science",
        "issued": {"date-parts": [[2006]]},
        "volume": "17",
        "issue": "12",
        "page": "1032–1039",
        "DOI": "10.1111/j.1467",
    }


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("{World Health Organization}", {"literal": "World Health Organization"}),
        (r'Fl{\"u}ckiger, Christoph', {"family": "Flückiger", "given": "Christoph"}),
        ("King, Jr, Martin", {"family": "King", "given": "Martin", "suffix": "Jr"}),
        ("Ludwig van Beethoven",
         {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"}),
        ("{Van Os}, Jim", {"family": "Van Os", "given": "Jim"}),
        ("Akker, Olmo R. van den",
         {"family": "Akker", "given": "Olmo R.", "dropping-particle": "van den"}),
        ("Veer, Anna van 't", {"family": "Veer", "given": "Anna", "dropping-particle": "van ’t"}),
        ("Adams Jr, Reginald", {"family": "Adams", "given": "Reginald", "suffix": "Jr."}),
        ("Initiative, for the Lasting Peace", {"literal": "for the Lasting Peace Initiative"}),
        ("Nicenboim, Bruno,", {"family": "Nicenboim", "given": "Bruno"}),
    ],
)  # fmt: skip
def test_names(written: str, name: dict[str, str]) -> None:
    assert item(f"author = {{{written} and others}}")["author"] == [name, {"literal": "others"}]


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("year = {2017}", {"date-parts": [[2017]]}),
        ("year = 2017, month = may", {"date-parts": [[2017, 5]]}),
        ("year = 2017, month = {May}, day = 2", {"date-parts": [[2017, 5, 2]]}),
        ("year = 2017, month = {10~} # oct", {"date-parts": [[2017, 10, 10]]}),
        ("year = 2017, month = {5}", {"date-parts": [[2017, 5]]}),
        ("year = 2017, month = {Jan--Feb}", {"date-parts": [[2017, 1], [2017, 2]]}),
        ("year = 2017, month = {Summer}", {"date-parts": [[2017]], "season": 2}),
        ("date = {2017-05-02}", {"date-parts": [[2017, 5, 2]]}),
        ("date = {2017-05}, year = 1999", {"date-parts": [[2017, 5]]}),
        ("date = {2017-05-02/2017-06-01}", {"date-parts": [[2017, 5, 2], [2017, 6, 1]]}),
        ("date = {2017~}", {"date-parts": [[2017]], "circa": True}),
        ("date = {2017-05-02T10:11:12Z}", {"date-parts": [[2017, 5, 2]]}),
        ("year = {in press}", {"literal": "in press"}),
        ("year = {2017--2018}", {"date-parts": [[2017], [2018]]}),
    ],
)
def test_dates(fields: str, issued: dict[str, Any]) -> None:
    assert item(fields)["issued"] == issued


@pytest.mark.parametrize(
    "doi",
    [
        "10.1000/x.1", "https://doi.org/10.1000/x.1", "http://dx.doi.org/10.1000/x.1",
        "doi:10.1000/x.1", "DOI: 10.1000/x.1", "doi.org/10.1000/x.1", r"10.1000/x{.}1",
        "https://doi.org/10.1000%2Fx.1",
    ],
)  # fmt: skip
def test_any_spelling_of_a_doi(doi: str) -> None:
    assert item(f"doi = {{{doi}}}")["DOI"] == "10.1000/x.1"


def test_a_doi_given_as_the_address_is_the_doi() -> None:
    assert item(r"url = {https://doi.org/10.1000/a\_b}")["DOI"] == "10.1000/a_b"


def test_an_address_that_is_not_of_the_web_is_left_out() -> None:
    assert "URL" not in item("url = {javascript:alert(1)}")
    assert item("url = {https://example.org/~a_b?c=1}")["URL"] == "https://example.org/~a_b?c=1"


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("phdthesis", "school = {UvA}",
         {"type": "thesis", "genre": "Doctoral dissertation", "publisher": "UvA"}),
        ("thesis", "type = {mathesis}, institution = {UvA}",
         {"type": "thesis", "genre": "Master’s thesis", "publisher": "UvA"}),
        ("techreport", "institution = {WHO}, number = {7}",
         {"type": "report", "genre": "Technical report", "publisher": "WHO", "number": "7"}),
        ("inbook", "booktitle = {Handbook}, editor = {Day, Ann}, edition = {2nd}",
         {"type": "chapter", "container-title": "Handbook", "edition": "2",
          "editor": [{"family": "Day", "given": "Ann"}]}),
        ("book", "publisher = {P}, address = {London}, edition = {Second}, series = {S}, number=4",
         {"type": "book", "publisher": "P", "publisher-place": "London", "edition": "2",
          "collection-title": "S", "collection-number": "4"}),
        ("online", "url = {https://a.example}, urldate = {2020-01-02}, organization = {A}",
         {"type": "webpage", "accessed": {"date-parts": [[2020, 1, 2]]}, "container-title": "A"}),
        ("article", "journaltitle = {J}, eid = {e12}, issue = {3}",
         {"type": "article-journal", "number": "e12", "issue": "3"}),
        ("misc", "eprint = {2002.07764}, archiveprefix = {arXiv}",
         {"type": "article", "publisher": "arXiv", "URL": "https://arxiv.org/abs/2002.07764"}),
        ("inproceedings", "booktitle = {P}, eventtitle = {E}, venue = {Lisbon}",
         {"type": "paper-conference", "event-title": "E", "event-place": "Lisbon"}),
        ("something", "", {"type": "document"}),
    ],
)  # fmt: skip
def test_types_and_their_fields(kind: str, fields: str, expected: dict[str, Any]) -> None:
    found = item(fields, kind)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"The \emph{Homo} genus", "The <i>Homo</i> genus"),
        (r"{\em x} and {\it y} z", "<i>x</i> and <i>y</i> z"),
        (r"The {EEG} in {{Brazil}}",
         'The <span class="nocase">EEG</span> in <span class="nocase">Brazil</span>'),
        (r"Sz\H{u}cs, {\'E}tude, na\"{\i}ve, \c{c}a, Stra{\ss}e, \v Capek",
         "Szűcs, Étude, naïve, ça, Straße, Čapek"),
        (r"H$_2$O and $\chi^2$, $\alpha$", "H<sub>2</sub>O and χ<sup>2</sup>, α"),
        (r"a~b -- c---d ``e'' 100\% \& f", "a\u00a0b – c—d “e” 100% & f"),
        (r"pain (p < .05) <script>", "pain (p < .05) <script>"),
        (r"\textsc{Sc} and \unknown{kept}",
         '<span style="font-variant:small-caps;">Sc</span> and '
         '<span class="nocase">kept</span>'),
    ],
)  # fmt: skip
def test_latex(latex: str, text: str) -> None:
    assert item(f"title = {{{latex}}}, langid = {{ngerman}}")["title"] == text


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Social Relationships and Mortality Risk: A Meta-analytic Review",
         "Social relationships and mortality risk: A meta-analytic review"),
        ("Alzheimer's Care in Brazil and May Depression Groups in Dutch and American Clinics",
         "Alzheimer’s care in Brazil and May depression groups in Dutch and American clinics"),
        ("Type I Error in Category A Studies", "Type I error in category A studies"),
        ("The alliance in Brazil and Portugal", "The alliance in Brazil and Portugal"),
        ("Effects of fMRI Feedback on {Freud}ian Slips",
         'Effects of fMRI feedback on <span class="nocase">Freud</span>ian slips'),
    ],
)  # fmt: skip
def test_titles_in_title_case_become_sentence_case(title: str, expected: str) -> None:
    assert item(f"title = {{{title}}}")["title"] == expected


def test_titles_in_other_languages_keep_their_capitals() -> None:
    title = "Die Wirkung der Psychotherapie"
    assert item(f"title = {{{title}}}, langid = {{ngerman}}")["title"] == title


def test_quotation_marks_become_curly() -> None:
    assert item("""title = {On "this" and 'that', don't {"}}""")["title"].startswith(
        "On “this” and ‘that’, don’t"
    )


def test_a_full_stop_after_a_title_is_dropped() -> None:
    assert item("title = {On this.}")["title"] == "On this"
    assert item("title = {On this ...}")["title"] == "On this ..."


def test_an_r_package_is_software() -> None:
    found = item("title = {pwr: Power}, note = {R package version 1.3-0}", "manual")
    assert (found["type"], found["version"]) == ("software", "1.3-0")


def test_subtitles_are_joined() -> None:
    assert item("title = {One}, subtitle = {two}")["title"] == "One: two"
    assert item("title = {One?}, subtitle = {Two}")["title"] == "One? Two"


def test_a_very_long_name_is_split_in_time() -> None:
    (name,) = item("author = {Day, Ann " + "longwords" * 2000 + "^ x}")["author"]
    assert name["family"] == "Day"


@given(st.text(alphabet=st.sampled_from(r"\{}$^_%&~-'`\"aeio ,.@#LaTeX/12" + "\n")))
def test_any_value_is_mapped_without_an_error(value: str) -> None:
    names = ("author", "title", "journal", "date", "year", "month", "pages", "doi", "url")
    entries, _ = read_bibliography(
        Source("a.bib", "@article{k," + ",\n".join(f"{name} = {{{value}}}" for name in names) + "}")
    )
    for entry in entries:
        csl_json(entry)
