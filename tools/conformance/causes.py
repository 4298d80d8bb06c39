"""Why cases of CSL's test suite fail that are known to."""

from __future__ import annotations

CAUSES = {
    "The terms of the locale files have changed since the case was written": (
        "bugreports_SortedIeeeItalicsFail",
        "date_NegativeDateSort",
        "date_NegativeDateSortViaMacroOnYearMonthOnly",
        "magic_SubsequentAuthorSubstituteNotFooled",
    ),
    "The case wants what citeproc-js does and the specification does not say: raised letters of "
    "Unicode as markup, variables within the note, words about an error in the style, labels "
    "within a locator": (
        "bugreports_NumberAffixEscape",
        "date_DateNoDateNoTest",
        "label_NameLabelThroughSubstitute",
        "locator_TrickyEntryForPlurals",
        "magic_SuperscriptChars",
        "number_LimitOrdinalsToDayOne",
        "number_NewOrdinalsEdition",
        "number_NewOrdinalsWithGenderChange",
        "number_OrdinalSpacing",
        "number_SeparateOrdinalNamespaces",
        "sort_OmittedBibRefMixedNumericStyle",
        "variables_ContainerTitleShort2",
    ),
    "The same look, with the markup nested or parted otherwise": (
        "bugreports_MatchedAuthorAndDate",
        "decorations_Baseline",
        "name_InTextMarkupInitialize",
        "name_InTextMarkupNormalizeInitials",
        "name_ParticlesDemoteNonDroppingNever",
    ),
    "Ours on purpose: a DOI given as an address is not doubled": ("textcase_RepeatedTitleBug",),
    "Ours on purpose: cites are told apart by all that is printed of them, not by names and "
    "year alone": (
        "date_YearSuffixImplicitWithNoDate",
        "date_YearSuffixWithNoDate",
    ),
    "Ours on purpose: apostrophes do not count in sorting (APA 7, section 9.44)": (
        "sort_LeadingApostropheOnNameParticle",
    ),
    "What parts the years of one author, where the style does not say it: the cases disagree": (
        "collapse_ChicagoAfterCollapse",
        "collapse_YearSuffixCollapseNoYearSuffixDelimiter",
        "collapse_YearSuffixImplicitCollapseNoYearSuffixDelimiter",
        "date_YearSuffixDelimiter",
        "disambiguate_YearCollapseWithInstitution",
        "disambiguate_YearSuffixWithEtAlSubsequent",
        "name_CiteGroupDelimiterWithYearSuffixCollapse2",
    ),
    "Works are told apart by their later, short form once for the whole document": (
        "bugreports_DemoPageFullCiteCruftOnSubsequent",
        "bugreports_EnvAndUrb",
        "disambiguate_IncrementalExtraText",
    ),
    "The order of works that the style's sort keys do not settle": (
        "bugreports_ChicagoAuthorDateLooping",
        "disambiguate_InitializeWithButNoDisambiguation",
    ),
    "Not done: quotation marks within quotation marks of the same kind, and marks typed in a "
    "prefix": (
        "bugreports_NoCaseEscape",
        "flipflop_LeadingMarkupWithApostrophe",
    ),
    "Not done: Turkish capitals, joined words in Hebrew and Chinese, non-breaking spaces that were "
    "typed, blank lines within a term": (
        "label_EditorTranslator1",
        "name_EtAlWithCombined",
        "name_HebrewAnd",
        "punctuation_FrenchOrthography",
        "textcase_LocaleUnicode",
    ),
    "Not done: an empty term as a substitute, several notes before an ibid., cites joined without "
    "a space": (
        "bugreports_MissingItemInJoin",
        "position_IbidWithMultipleSoloCitesInBackref",
        "substitute_SubstituteOnlyOnceTermEmpty",
    ),
}
"""The names of the cases by their cause."""


def cause(name: str) -> str:
    """Return why a case fails, as far as that is known; else an empty text."""
    return next((why for why, names in CAUSES.items() if name in names), "")
