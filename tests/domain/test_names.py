"""How names are folded, and which written form may stand for which name."""

import pytest

from dealbot.domain.names import fold, may_mean


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Dr. Lena Ortiz", "lena ortiz"),
        ("Prof. Dr. Lena Ortiz, M.D., Ph.D.", "lena ortiz"),
        ("LENA ORTIZ RN MSN", "lena ortiz"),
        ("Lena Ortiz Jr.", "lena ortiz"),
        ("Dana's", "dana"),
        ("DANA\u2019S", "dana"),
        ("@dana.ruiz", "dana ruiz"),
        ("Ruiz MD", "ruiz"),
        ("Renée Müller-Łukasz", "renee muller-lukasz"),
        ("Søren O\u2019Brien", "soren o'brien"),
        ("'Dana'", "dana"),
        ("John A. Smith", "john a smith"),
        ("JR Smith", "jr smith"),
        ("MD Rahman", "md rahman"),
    ],
)
def test_a_name_is_folded_without_honorific_credentials_accents_case_and_punctuation(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize("written", ["Lena Ortiz, DO", "Lena Ortiz DO", "Lena Ortiz D.O.", "Lena Ortiz, PA, MBA"])
def test_do_and_pa_are_credentials_where_they_are_written_as_such(written: str) -> None:
    assert fold(written) == "lena ortiz"


@pytest.mark.parametrize(("written", "folded"), [("Anh Do", "anh do"), ("ANH DO", "anh do"), ("Linh Pa", "linh pa")])
def test_do_and_pa_are_family_names_elsewhere(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize("written", ["李 明", "Иван Петров", "प्रिया शर्मा", "محمد علي", "김민준"])
def test_a_name_in_any_script_keeps_its_words(written: str) -> None:
    assert len(fold(written).split()) == len(written.split())
    assert fold(fold(written)) == fold(written)


def test_two_names_in_another_script_stay_two() -> None:
    assert fold("प्रिया शर्मा") != fold("पूजा शर्मा")


@pytest.mark.parametrize("written", ["🎓", "- -", "?!", "Dr", ""])
def test_what_has_no_letters_or_is_only_a_title_of_address_stays_itself(written: str) -> None:
    assert fold(written) == written.strip().casefold()


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("dana ruiz", "dana ruiz"),
        ("dana", "dana ruiz"),
        ("ruiz", "dana ruiz"),
        ("d ruiz", "dana ruiz"),
        ("dana r", "dana ruiz"),
        ("d r", "dana ruiz"),
        ("john smith", "john a smith"),
        ("john a smith", "john adam smith"),
        ("maria lopez", "maria lopez garcia"),
        ("lopez", "maria lopez garcia"),
        ("berg", "lena van der berg"),
        ("van der berg", "lena van der berg"),
        ("abara", "whitney abara-stone"),
        ("abara-stone", "whitney abara-stone"),
        ("whitney stone", "whitney abara-stone"),
        ("su", "su-jin park"),
        ("al", "al gomez"),
        ("samir el amin", "samir el-amin"),
        ("sam obrien", "sam obrien"),
    ],
)
def test_a_shorter_form_may_mean_a_name(short: str, full: str) -> None:
    assert may_mean(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("dana cole", "dana ruiz"),
        ("rae ruiz", "dana ruiz"),
        ("john b smith", "john a smith"),
        ("dana ruiz", "dana"),
        ("dana ruiz", "d ruiz"),
        ("d", "dana ruiz"),
        ("it", "ivan torres"),
        ("der", "lena van der berg"),
        ("ann lee", "mary ann lee"),
        ("a lee", "mary ann lee"),
        ("stone-abara", "whitney abara-stone"),
        ("samir el-amin", "samir el amin"),
        ("ruiz", "ruis"),
        ("", "dana ruiz"),
    ],
)
def test_another_name_never_means_it(short: str, full: str) -> None:
    assert not may_mean(short, full)
