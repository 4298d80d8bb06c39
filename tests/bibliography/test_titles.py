"""Titles: LaTeX, letter case, and the fields that they are made of."""

import pytest

from tests.bibliography.items import item


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"The \emph{Homo} genus", "The <i>Homo</i> genus"),
        (r"{\em x} and {\it y} z", "<i>x</i> and <i>y</i> z"),
        (r"The {EEG} in {{Brazil}}", "The EEG in Brazil"),
        (r"Sz\H{u}cs, {\'E}tude, na\"{\i}ve, \c{c}a, Stra{\ss}e, \v Capek",
         "Szűcs, Étude, naïve, ça, Straße, Čapek"),
        (r"H$_2$O and $\chi^2$, $\alpha$", "H<sub>2</sub>O and χ<sup>2</sup>, α"),
        (r"a~b -- c---d ``e'' 100\% \& f", "a\u00a0b – c—d “e” 100% & f"),
        (r"pain (p < .05) <script>", "pain (p < .05) <script>"),
        (r"\textsc{Sc} and \unknown{kept}",
         '<span style="font-variant:small-caps;">Sc</span> and kept'),
        (r"{\em x}, \emph{{x}}, \enquote{x}, \href{https://a}{x}, \url{https://a_b}",
         "<i>x</i>, <i>x</i>, “x”, x, https://a_b"),
        (r"{\'{\i}}, \t{oo}, \ss{} \o, \AA, \ldots, \textemdash\ \S 5, \$4, 5\% \{x\}",
         "í, o͡o, ß ø, Å, …, — §5, $4, 5% {x}"),
        (r"$p=.05$, $\frac{1}{2}$, \(R^{2}\), $<$50, \ensuremath{\beta}-blocker, $x",
         "p = .05, 1/2, R<sup>2</sup>, <50, β-blocker, $x"),
        (r"\noopsort{a}B {\relax Ch} {\textless}i{\textgreater}x{\textless}/i{\textgreater}",
         "B Ch <i>x</i>"),
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
        ("Teaching Replication", "Teaching replication"),
        ("Random Draws With Distributions.jl", "Random draws with Distributions.jl"),
        ("the alliance: a review? yes! no — perhaps", "The alliance: A review? Yes! No — Perhaps"),
        ("2019 27th European Conference on Sleep", "2019 27th European conference on sleep"),
        ("lme4 and iPhones: iPhone Usage", "lme4 and iPhones: iPhone usage"),
        ("tidyr: Tidy Messy Data", "tidyr: Tidy messy data"),
        ("foreign: Read Data Stored by 'Stata'", "foreign: Read data stored by ‘Stata’"),
        ("Effects of fMRI Feedback on {Freud}ian Slips",
         'Effects of fMRI feedback on <span class="nocase">Freud</span>ian slips'),
    ],
)  # fmt: skip
def test_titles_in_title_case_become_sentence_case(title: str, expected: str) -> None:
    assert item(f"title = {{{title}}}")["title"] == expected


def test_braces_and_mathematics_keep_their_capitals_in_english() -> None:
    span = '<span class="nocase">{}</span>'.format
    found = item(r"title = {The {EEG} in {{Brazil}} and $\Omega$}")["title"]
    assert found == f"The {span('EEG')} in {span('Brazil')} and {span('Ω')}"


def test_titles_in_other_languages_keep_their_capitals() -> None:
    title = "Die Wirkung der Psychotherapie"
    assert item(f"title = {{{title}}}, langid = {{ngerman}}")["title"] == title


def test_quotation_marks_become_curly() -> None:
    assert item("""title = {On "this" and 'that', don't {"}}""")["title"].startswith(
        "On “this” and ‘that’, don’t"
    )


def test_subtitles_are_joined() -> None:
    assert item("title = {One}, subtitle = {two}")["title"] == "One: Two"
    assert item("title = {One?}, subtitle = {Two}")["title"] == "One? Two"
    assert item("title = {One.}, titleaddon = {A review}")["title"] == "One. A review"


def test_the_titles_of_a_part_and_of_the_whole() -> None:
    chapter = item("title = {A}, booktitle = {B}, maintitle = {C}, booksubtitle = {D}", "inbook")
    assert (chapter["title"], chapter["container-title"]) == ("A", "C")
    assert chapter["volume-title"] == "B: D"
    volume = item("title = {A}, maintitle = {C}", "book")
    assert (volume["title"], volume["volume-title"]) == ("C", "A")
    issue = item("title = {A}, issuetitle = {Special}", "periodical")
    assert (issue["title"], issue["container-title"]) == ("Special", "A")


@pytest.mark.parametrize(
    ("fields", "short"),
    [
        ("title = {Long: and longer}", "Long"),
        ("title = {Long}, subtitle = {and longer}", "Long"),
        ("title = {Long: and longer}, shorttitle = {Short}", "Short"),
        (r"title = {\emph{Long: and} longer}", None),
        ("title = {Long}", None),
    ],
)
def test_a_short_title_is_given_or_stands_before_the_colon(fields: str, short: str | None) -> None:
    assert item(fields).get("title-short") == short
