"""How likely two names were written for one: what speaks for it, and what against."""

from __future__ import annotations

import pytest

from factcheck.normalise.names import organisation_name, person_name
from factcheck.ruleset import Ruleset
from factcheck.values.similarity import organisation_score, person_score


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Emanuel Macron", "Emmanuel Macron"),
        ("RamiMakhlouf", "Rami Makhlouf"),
        ("bin Salman Mohammed", "Mohammed bin Salman"),
        ("N. Nazarbayev", "Nursultan Nazarbayev"),
        ("Володимир Зеленський", "Volodymyr Oleksandrovych Zelenskyy"),
        ("Sergey Sergey Shoigu", "Sergey Shoigu"),
        ("Präsident Barack Obama", "Barak Obama"),
        ("Klayman, Alison", "Alison Klayman"),
        ("JC Juncker", "Jean-Claude Juncker"),
        ("Kirk Wong", "Che-Kirk Wong"),
        ("Hillary Rodham", "Hillary Rodham Clinton"),
        ("Lew Alcindor", "Kareem Abdul-Jabbar"),
        ("Mikael H\ufffdfstr\ufffdm", "Mikael Håfström"),
        ("Sergejs Lavrovs", "Sergey Viktorovich Lavrov"),
        ("Osama bin Laden", "Usama bin Muhammad ibn Awad ibn Ladin"),
    ],
)
def test_one_person(ruleset: Ruleset, a: str, b: str) -> None:
    one, other = (person_name(text, ruleset.language.names) for text in (a, b))
    assert person_score(one, other) == person_score(other, one) >= 0.5


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Andrew Cohen", "Andrea Cohen"),
        ("Michelle Obama", "Barack Obama"),
        ("Sergey Ivanevich Lavrov", "Sergey Viktorovich Lavrov"),
        ("A. Nazarbayev", "Nursultan Nazarbayev"),
        ("Salman bin Muhammad al-Rawi", "Muhammad bin Salman al-Rawi"),
        ("习近朋", "习近平"),
        ("", "Alison Klayman"),
        ("Robert Downey Sr.", "Robert Downey Jr."),
        ("Robert Jaffe", "Stanley R. Jaffe"),  # an initial between names is no first name
        ("Andrew Sugerman", "Andrew S. Karsch"),  # and no last name
        ("Harry J. Ufland", "Mary Jane Ufland"),
        ("Chris Hanley", "Christian Halsey Solomon"),
        ("Michael Katz", "Mike Karz"),
        ("John Carney", "Joan Collins Carey"),
        ("Cathy Beckerman", "Matty Beckerman"),
        ("Abdul Kabir Abdul Jan", "Abdul Kabir Mohammad Jan"),
    ],
)
def test_two_people(ruleset: Ruleset, a: str, b: str) -> None:
    one, other = (person_name(text, ruleset.language.names) for text in (a, b))
    assert person_score(one, other) == person_score(other, one) < 0.5


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("OAO Gazprom", "Open Joint Stock Company Gazprom", True),
        ("The Bank for International Settlements", "Bank for International Settlements", True),
        ("Standard & Poor's", "Standard and Poor's", True),
        ("1st International Bank", "First International Bank", True),
        ("Cargille, Incorporated", "Cargill, Incorporated", True),
        ("International Business Machines", "IBM", True),
        ("Apollo Investment Fund VIII L.P.", "Apollo Investment Fund IX L.P.", False),
        ("Government of Estonia", "Government of Ethiopia", False),
        ("Saudi Arabian Gas Company", "Saudi Arabian Oil Company", False),
        ("Bank of China (Hong Kong) Limited", "Bank of China (Australia) Limited", False),
    ],
)
def test_organisations(ruleset: Ruleset, a: str, b: str, same: bool) -> None:
    one, other = (organisation_name(text, ruleset.language.organisations) for text in (a, b))
    assert (organisation_score(one, other) >= 0.5) is same
    assert organisation_score(one, other) == organisation_score(other, one)
