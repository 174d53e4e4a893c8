"""An office writes its rules out, changes them by hand, and takes them back, or is told of every mistake."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from mediation_tui.errors import InvalidEntry, SheetError
from mediation_tui.exchange.rulefile.reading import read_rules
from mediation_tui.exchange.rulefile.writing import rules_text
from mediation_tui.i18n import use
from mediation_tui.rules.risks import RiskColour
from mediation_tui.rules.ruleset import shipped_rules
from mediation_tui.rules.terms import Unit

RULES = shipped_rules()
TEXT = rules_text(RULES)


def kept(folder: Path, text: str) -> Path:
    path = folder / "规则.toml"
    path.write_text(text, "utf-8-sig")
    return path


def mistakes(folder: Path, text: str) -> list[str]:
    with pytest.raises(InvalidEntry) as refused:
        read_rules(kept(folder, text), RULES)
    return [str(problem) for problem in refused.value.problems]


def line_in(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_written_out_is_taken_back_as_it_was(language: str, tmp_path: Path) -> None:
    use(language)  # type: ignore[arg-type]
    try:
        text = rules_text(RULES)
    finally:
        use("zh")
    assert read_rules(kept(tmp_path, text), RULES) == RULES


def test_every_word_that_may_stand_in_a_rule_is_explained_above_the_rules() -> None:
    head = TEXT.partition("[[clocks]]")[0]
    for word in ("appraisal", "both_sides", "workday", "limitation", "summary", "migrant_wages"):
        assert f'"{word}"' in head
    assert '"silence"' not in head


def test_an_office_changes_a_limit_and_turns_a_rule_on(tmp_path: Path) -> None:
    text = TEXT.replace('limit = 1\nunit = "month"', 'limit = 30\nunit = "day"')
    text = text.replace("enabled = false", "enabled = true")
    rules = read_rules(kept(tmp_path, text), RULES)
    assert (rules.clocks[0].limit, rules.clocks[0].unit) == (30, Unit.DAY)
    assert all(rule.enabled for rule in rules.clocks)
    assert rules.crosswalk == RULES.crosswalk


def test_quotes_and_backslashes_in_an_article_survive(tmp_path: Path) -> None:
    odd = 'the "town\'s" \\ rule # no comment'
    clocks = (RULES.clocks[0].model_copy(update={"article": odd}), *RULES.clocks[1:])
    rules = RULES.model_copy(update={"clocks": clocks})
    text = rules_text(rules)
    assert tomllib.loads(text)["clocks"][0]["article"] == odd
    assert read_rules(kept(tmp_path, text), RULES) == rules


def test_each_mistake_is_said_with_its_line_and_the_nearest_word(tmp_path: Path) -> None:
    text = TEXT.replace('purpose = "visit"', 'purpose = "vist"', 1).replace("limit = 15\n", "limt = 15\n", 1)
    said = mistakes(tmp_path, text)
    assert said == [
        f"第 {line_in(text, 'limt')} 行：不认识“limt”，最接近的是“limit”",
        f"第 {line_in(text, 'vist')} 行：不认识“vist”，最接近的是“visit”",
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('start = "applied"', 'start = "aplied"', "不认识“aplied”，最接近的是“applied”"),
        ("limit = 15\n", "limit = 0\n", "“limit”：不应小于 1"),
        ("limit = 15\n", 'limit = "十五"\n', "“limit”：应为整数"),
        ("limit = 15\n", "", "这里缺少“limit”"),
        ("late_after_days = 7", "late_after_day = 7", "不认识“late_after_day”，最接近的是“late_after_days”"),
        ("silent_after_days = 10", "silent_after_days = 0", "“silent_after_days”：不应小于 1"),
        ('replaces = ["general"]', 'replaces = ["genral"]', "不认识“genral”，最接近的是“general”"),
        ('id = "labour"', 'id = "general"', "规则“general”写了两次"),
        ('purpose = "court"', 'purpose = "feedback"', "“feedback”由协议、移交或设置决定"),
        ('pauses = ["appraisal"]', 'pauses = ["apraisal"]', "不认识“apraisal”，最接近的是“appraisal”"),
        (
            'purpose = "confirmation"',
            'pauses = ["other"]\npurpose = "confirmation"',
            "只有调解期限（mediation）可以写 pauses",
        ),
        ('extension = "leader"', 'extension = "大家"', "不认识“大家”；可以写：none、both_sides"),
    ],
)
def test_a_mistake_names_its_line_and_what_was_meant(
    before: str, after: str, said: str, tmp_path: Path
) -> None:
    text = TEXT.replace(before, after, 1)
    assert text != TEXT
    found = mistakes(tmp_path, text)
    assert any(said in each for each in found), found
    if after:
        pairs = zip(TEXT.split("\n"), text.split("\n"), strict=False)
        changed = next(number for number, (was, now) in enumerate(pairs, start=1) if was != now)
        assert any(each.startswith(f"第 {changed} 行") for each in found), found


def test_a_file_without_any_rule_is_refused(tmp_path: Path) -> None:
    assert "这里缺少“clocks”" in mistakes(tmp_path, "late_after_days = 7\nsilent_after_days = 10\n")[0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('late_after_days = 7\n[[clocks]\nid = "x"\n', "第 2 行不合 TOML 的写法"),
        ("a = 1\nb = [1,\n\n", "第 2 行不合 TOML 的写法"),
        ('name = "开\n', "第 1 行不合 TOML 的写法"),
    ],
)
def test_what_is_no_toml_is_refused_with_its_line(text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(SheetError, match=said):
        read_rules(kept(tmp_path, text), RULES)


def test_a_file_that_is_not_there_or_no_text_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SheetError, match="不在"):
        read_rules(tmp_path / "不在.toml", RULES)
    odd = tmp_path / "gbk.toml"
    odd.write_bytes("# 规则".encode("gb18030"))
    with pytest.raises(SheetError, match="UTF-8"):
        read_rules(odd, RULES)
    odd.write_text("#" * (2 << 20), "utf-8")
    with pytest.raises(SheetError, match="太大"):
        read_rules(odd, RULES)


RED = TEXT.replace('name = "重大"\nname_en = "Major"\ncolour = "yellow"', 'name = "红色"\ncolour = "red"')


def test_an_office_calls_the_steps_of_risk_by_its_own_words_and_colours(tmp_path: Path) -> None:
    steps = read_rules(kept(tmp_path, RED), RULES).risks
    assert [step.label for step in steps] == ["一般", "关注", "较高", "红色"]
    assert steps[3].colour is RiskColour.RED
    assert steps[:3] == RULES.risks[:3]


def test_a_file_of_before_that_says_nothing_of_risk_leaves_its_words_alone(tmp_path: Path) -> None:
    own = read_rules(kept(tmp_path, RED), RULES)
    head, clocks = TEXT.partition("\n[[risks]]")[0], TEXT.partition("\n[[clocks]]")[2]
    assert read_rules(kept(tmp_path, f"{head}\n[[clocks]]{clocks}"), own).risks == own.risks


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('name = "关注"', 'name  = "重大"', "各有自己的叫法"),
        ('colour = "yellow"', 'colour = "yelow"', "最接近的是“yellow”"),
        ('name = "重大"', 'nam = "重大"', "最接近的是“name”"),
    ],
)
def test_what_is_wrong_with_the_steps_of_risk_is_said_with_its_line(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    text = TEXT.replace(before, after)
    (problem, *_others) = mistakes(tmp_path, text)
    assert said in problem
    wrong = 'name = "重大"' if before == 'name = "关注"' else after
    assert problem.startswith(f"第 {line_in(text, wrong)} 行")
