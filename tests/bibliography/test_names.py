"""Names and lists of names."""

import pytest

from tests.bibliography.items import item


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
        ("van der Kolk, Bessel A.",
         {"family": "Kolk", "given": "Bessel A.", "non-dropping-particle": "van der"}),
        ("family=Kolk, given={Bessel A.}, given-i=B, prefix=van der, suffix=Jr",
         {"family": "Kolk", "given": "Bessel A.", "non-dropping-particle": "van der",
          "suffix": "Jr"}),
        ("family=Kolk, given=Bessel, prefix=van der, useprefix=false",
         {"family": "Kolk", "given": "Bessel", "dropping-particle": "van der"}),
        ("Martin King, Jr.", {"family": "King", "given": "Martin", "suffix": "Jr."}),
        (r"{\'E}mile Zola", {"family": "Zola", "given": "Émile"}),
        ("Team, R Core", {"literal": "R Core Team"}),
        ("American Psychiatric Association", {"literal": "American Psychiatric Association"}),
        (r"Ortega y Gasset, Jos{\'e}", {"family": "Ortega y Gasset", "given": "José"}),
        ("Anonymous", {"family": "Anonymous"}),
        ("Smith~Jones, {J. K.}", {"family": "Smith Jones", "given": "J. K."}),
    ],
)  # fmt: skip
def test_names(written: str, name: dict[str, str]) -> None:
    assert item(f"author = {{{written} and others}}")["author"] == [name, {"literal": "others"}]


def test_names_that_are_not_joined_as_they_should_be() -> None:
    for written in (
        "{de Leeuw}, J., Gilbert, R., & Day, B.",
        "{de Leeuw}, J.; Gilbert, R.; Day, B.",
        "J. {de Leeuw}, R. Gilbert, B. Day",
    ):
        found = item(f"author = {{{written} et al.}}")["author"]
        assert [name["family"] for name in found[:-1]] == ["de Leeuw", "Gilbert", "Day"]
        assert found[-1] == {"literal": "others"}


def test_and_may_be_written_in_capitals_and_stand_in_braces() -> None:
    found = item("author = {Day, B. AND {Barnes and Noble}\nand\tRoe, C.}")["author"]
    assert [name.get("family", name.get("literal")) for name in found] == [
        "Day",
        "Barnes and Noble",
        "Roe",
    ]


def test_useprefix_says_what_a_particle_is() -> None:
    (name,) = item("author = {van Dam, A}, options = {useprefix=false}")["author"]
    assert name["dropping-particle"] == "van"
