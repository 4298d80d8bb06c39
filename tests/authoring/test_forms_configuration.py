"""What the form has: every field of the model, in plain words, as Sveltia CMS understands it."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import BaseModel

from mkdocs_evidence.authoring.forms import form_configuration
from mkdocs_evidence.authoring.forms.labels import SECTION, labels
from mkdocs_evidence.authoring.guidance import group_of, words_of_choice
from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.checking import open_project
from mkdocs_evidence.configuration import read_configuration
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.summary import summary_model
from tests.authoring.vendored_form import node_modules, path_to_node
from tests.conftest import MakeSite
from tests.hosts.site import summary

Field = dict[str, Any]

PLAIN = Settings()
FULL = Settings.model_validate(
    {
        "language": "fr",
        "topics": ["Health", "Couple therapy"],
        "author": "ana",
        "authors": {"ana": {"name": "Ana Exemplo"}, "bo": {"name": "Bo Muster"}},
        "comments": {"provider": "mastodon", "account": "https://social.example/@ana"},
        "sections": [
            {"id": "method"},
            {"id": "further_reading", "heading": {"en": "Read on", "fr": "Pour aller plus loin"}},
        ],
        "forms": {"repository": "ana-exemplo/site", "sign_in": "https://auth.example.org"},
    }
)
ENGLISH_ONLY = Settings.model_validate({"sections": [], "forms": {"repository": "a/b.c"}})
SITES = {"plain": PLAIN, "full": FULL, "without sections": ENGLISH_ONLY}


def configured(settings: Settings, library: Library | None = None) -> dict[str, Any]:
    endings = {"yaml", "yml", "md"}
    return form_configuration(settings, library or Library(), "docs/summaries", endings)


def fields_of(configuration: Mapping[str, Any]) -> dict[str, Field]:
    """Return the fields of the form by their ways, as the shapes are named."""
    return dict(walk(configuration["cms"]["collections"][0]["fields"], ""))


def walk(fields: list[Field], before: str) -> Iterator[tuple[str, Field]]:
    for field in fields:
        path = before + field["name"]
        yield path, field
        inside = f"{path}.*." if field["widget"] == "list" else f"{path}."
        yield from walk(field.get("fields", []), inside)


def ways(model: type[BaseModel], before: str = "") -> Iterator[str]:
    """Yield the ways to all fields of a model."""
    for name, field in model.model_fields.items():
        yield before + name
        if group := group_of(field):
            several = "list[" in str(field.annotation) or "dict[" in str(field.annotation)
            yield from ways(group, f"{before}{name}{'.*.' if several else '.'}")


@pytest.fixture(scope="module")
def schema() -> Draft7Validator:
    """What Sveltia CMS itself says of its configuration."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", path_to_node())
        text = (node_modules() / "@sveltia/cms/schema/sveltia-cms.json").read_text("utf-8")
    return Draft7Validator(json.loads(text))


@pytest.mark.parametrize("name", SITES)
def test_sveltia_understands_the_configuration(schema: Draft7Validator, name: str) -> None:
    schema.validate(configured(SITES[name])["cms"])


@pytest.mark.parametrize("settings", SITES.values(), ids=SITES)
def test_every_field_of_the_model_is_in_the_form(settings: Settings) -> None:
    assert set(ways(summary_model(settings.section_ids))) <= fields_of(configured(settings)).keys()


def test_every_field_is_called_something_and_explained_in_plain_words() -> None:
    fields = fields_of(configured(PLAIN))
    del fields["_source"]
    sections = {name for name in fields if name.split(".")[0] in PLAIN.section_ids}
    known = labels().keys()

    assert fields.keys() - sections <= known
    assert known - fields.keys() <= {SECTION, f"{SECTION}.text", f"{SECTION}.heading"}
    for path, field in fields.items():
        said = field.get("hint", "") + field.get("comment", "")
        assert field["label"], path
        assert not set(said) & set("`{}_"), path
        assert "YAML" not in said, path
        assert said or path.endswith((".lower", ".upper")), path


def test_each_word_of_a_vocabulary_can_be_chosen_and_says_what_it_means() -> None:
    fields = fields_of(configured(PLAIN))

    def offered(path: str) -> dict[str, str]:
        return {option["value"]: option["label"] for option in fields[path]["options"]}

    evidence = group_of(summary_model(()).model_fields["evidence"])
    assert evidence is not None
    designs = offered("evidence.design")
    assert list(designs) == words_of_choice(evidence.model_fields["design"].annotation)
    assert designs["cohort"] == "Cohort study – People were followed over time."
    assert offered("evidence.outcomes.*.effect.type")["OR"].startswith("OR – Odds ratio")
    assert offered("evidence.harms")["reported"] == "The article tells of harms."
    assert fields["evidence.certainty.reasons"]["multiple"] is True


def test_the_names_of_the_site_can_be_chosen(make_site: MakeSite) -> None:
    site = make_site(
        {"docs/summaries/one.yaml": summary()},
        evidence={"topics": ["Health", "Love"], "authors": {"ana": {"name": "Ana Exemplo"}}},
    )
    found = read_configuration(site.folder / "mkdocs.yml")
    assert found.settings is not None
    library = open_project(found, found.settings).library

    fields = fields_of(configured(found.settings, library))

    assert [option["value"] for option in fields["topics"]["options"]] == ["Health", "Love"]
    assert fields["authors"]["options"] == [{"label": "Ana Exemplo", "value": "ana"}]
    assert fields["article.key"]["options"] == [
        {"label": "Bowlby (1969): Attachment [bowlby1969]", "value": "bowlby1969"},
        {
            "label": "Coan & Beckes (2017): Relationship status and perceived support [coan2017]",
            "value": "coan2017",
        },
    ]


def test_where_a_site_lists_no_names_they_are_written() -> None:
    fields = fields_of(configured(PLAIN))
    assert (fields["topics"]["widget"], fields["authors"]["widget"]) == ("list", "list")
    assert fields["article.key"]["widget"] == "string"


def test_the_post_comes_first_and_what_is_seldom_needed_last() -> None:
    names = [f["name"] for f in configured(FULL)["cms"]["collections"][0]["fields"]]
    first = "draft title date article topics lead method further_reading conclusion image evidence"
    assert names[:11] == first.split()


def test_a_draft_needs_no_more_than_a_title() -> None:
    configuration = configured(PLAIN)
    fields = configuration["cms"]["collections"][0]["fields"]
    visible = [field for field in fields if field["widget"] != "hidden"]

    asked = [f["name"] for f in visible if f["required"] and f["widget"] != "object"]
    open_groups = [f for f in visible if f["required"] and f["widget"] == "object"]

    assert asked == ["title"]
    assert not any(inner["required"] for group in open_groups for inner in group["fields"])
    assert configuration["needed"] == {
        "date": "Date",
        "article.key": "Article",
        "study.text": "The study",
        "implications.text": "Implications",
        "limitations.text": "Limitations",
    }


def test_sections_are_called_as_their_headings() -> None:
    configuration = configured(FULL)
    fields = fields_of(configuration)
    assert fields["further_reading"]["label"] == "Pour aller plus loin"
    assert configuration["headings"]["conclusion"] == fields["conclusion"]["label"] == "Conclusion"
    assert configuration["sections"]["Read on"] == "further_reading"


def test_shapes_say_how_a_file_may_be_written() -> None:
    shapes = configured(PLAIN)["shapes"]
    assert shapes["article"] == {"short": "key"}
    assert shapes["study"] == {"short": "text"}
    assert shapes["lead"] == {"markdown": True}
    assert shapes["topics"] == shapes["nocite"] == {"listed": True}
    assert shapes["comments"] == {"yes_no_or_text": True}
    assert shapes["evidence.outcomes.*.events"] == {"mapping": "group"}
    assert shapes["evidence.outcomes.*.effect.ci"] == {"pair": ("lower", "upper")}
    assert shapes["evidence.participants.n"] == {"type": "integer"}


def test_a_collection_is_there_for_each_ending_and_only_yaml_is_new() -> None:
    both = form_configuration(PLAIN, Library(), "docs/summaries", {"md"})["cms"]["collections"]
    assert [(each["name"], each["create"]) for each in both] == [
        ("summaries", True),
        ("summaries_md", False),
    ]


def test_the_form_is_called_as_the_site_is() -> None:
    named = form_configuration(PLAIN, Library(), "docs/summaries", title="The Reading Chair")
    assert named["cms"]["app_title"] == "The Reading Chair"
    assert configured(PLAIN)["cms"]["app_title"] == "Summaries"


def test_github_is_known_only_where_a_repository_is_set() -> None:
    made_up = form_configuration(PLAIN, Library(), "docs/summaries", name="Ana's site")
    assert made_up["cms"]["backend"]["repo"] == "local/Ana-s-site"
    assert configured(FULL)["cms"]["backend"] == {
        "name": "github",
        "repo": "ana-exemplo/site",
        "branch": "main",
        "base_url": "https://auth.example.org",
        "auth_methods": ["oauth", "token"],
    }
    assert configured(ENGLISH_ONLY)["cms"]["backend"]["auth_methods"] == ["token"]
