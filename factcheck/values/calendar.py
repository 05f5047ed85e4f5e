"""Days as whole numbers: the proleptic Gregorian calendar without limits on the year.

A day is its number counted from 1970-01-01; years are astronomical (0 is 1 BC), as in EDTF.
The standard library's dates stop at year 1, which archives do not.
"""

from __future__ import annotations

MONTHS_IN_YEAR = 12
UNITS_IN_YEAR = {"half": 2, "quarter": 4, "week": 53}
# Meteorological and astronomical seasons of the northern half, joined: (month, day) of the first
# day and of the first day after. EDTF 21 to 24. Equinoxes and solstices fall on the 20th to 23rd.
SEASONS = {21: ((3, 1), (6, 22)), 22: ((6, 1), (9, 24)), 23: ((9, 1), (12, 22)), 24: ((12, 1), (3, 21))}


def day_number(year: int, month: int, day: int) -> int:
    """Return the day's number. Source: H. Hinnant, "chrono-compatible low-level date algorithms"."""
    year -= month <= 2
    era, year_of_era = divmod(year, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    return era * 146_097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719_468


def civil(number: int) -> tuple[int, int, int]:
    """Return (year, month, day) of a day's number: the inverse of `day_number`."""
    era, day_of_era = divmod(number + 719_468, 146_097)
    year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * day_of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    day = day_of_year - (153 * shifted + 2) // 5 + 1
    return year_of_era + era * 400 + (month <= 2), month, day


def days_in_month(year: int, month: int) -> int:
    """Return how many days a month has."""
    return day_number(*next_month(year, month), 1) - day_number(year, month, 1)


def next_month(year: int, month: int) -> tuple[int, int]:
    """Return the month after this one, with its year."""
    return (year + 1, 1) if month == MONTHS_IN_YEAR else (year, month + 1)


def exists(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has this day."""
    return 1 <= month <= MONTHS_IN_YEAR and 1 <= day <= days_in_month(year, month)


def problem(year: int, month: int, day: int) -> str:
    """Say why the calendar has no such day; nothing where it has it."""
    if not 1 <= month <= MONTHS_IN_YEAR:
        return f"there is no month {month}"
    days = days_in_month(year, month)
    return "" if 1 <= day <= days else f"there is no day {day} in {year_text(year)}-{month:02d}, which has {days}"


def iso(number: int) -> str:
    """Write a day's number as ISO 8601, with a sign and four digits at least before year 0."""
    year, month, day = civil(number)
    return f"{year_text(year)}-{month:02d}-{day:02d}"


def year_text(year: int) -> str:
    """Write a year with four digits, as ISO 8601 and EDTF do."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def weekday(number: int) -> int:
    """Return the day of the week, 1 for Monday to 7 for Sunday, as ISO 8601 counts."""
    return (number + 3) % 7 + 1  # 1970-01-01 was a Thursday


def monday(year: int, week: int) -> int:
    """Return the day number of an ISO week's Monday; week 1 is the one with 4 January."""
    fourth = day_number(year, 1, 4)
    return fourth - weekday(fourth) + 1 + 7 * (week - 1)


def iso_week(number: int) -> tuple[int, int]:
    """Return a day's ISO year and week."""
    year = civil(number - weekday(number) + 4)[0]  # the week's Thursday decides
    return year, (number - monday(year, 1)) // 7 + 1


def easter(year: int) -> int:
    """Return the day number of Easter Sunday in the Gregorian calendar.

    Source: the anonymous computus of Nature, 20 April 1876 (Meeus, Jones, Butcher).
    """
    golden, century, rest = year % 19, year // 100, year % 100
    corrected = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - corrected + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    month = (golden + 11 * epact + 22 * shift) // 451
    days = epact + shift - 7 * month + 114
    return day_number(year, days // 31, days % 31 + 1)


def holiday(rule: str, year: int) -> int:
    """Return the day of a holiday: "12-25", "easter-2", or "11:4:4+1", the day after November's fourth Thursday.

    A number of -1 is the last such weekday of the month.
    """
    if rule.startswith("easter"):
        return easter(year) + int(rule.removeprefix("easter"))
    if ":" not in rule:
        month, day = map(int, rule.split("-"))
        return day_number(year, month, day)
    rule, _, after = rule.partition("+")
    month, number, wanted = map(int, rule.split(":"))
    if number > 0:
        first = day_number(year, month, 1)
        return first + (wanted - weekday(first)) % 7 + 7 * (number - 1) + int(after or 0)
    last = day_number(year, month, days_in_month(year, month))
    return last - (weekday(last) - wanted) % 7 + int(after or 0)


def season(year: int, season: int) -> tuple[int, int]:
    """Return a season's first day and the first day after it, the season by its EDTF number.

    A winter is counted with the year that it begins in, or with the one it ends in.
    """
    (start_month, start_day), (end_month, end_day) = SEASONS[season]
    winter = season == 24
    return day_number(year - winter, start_month, start_day), day_number(year + winter, end_month, end_day)


def months(year: int, month: int, number: int) -> tuple[int, int]:
    """Return the first day of a number of months and the first day after them."""
    end = year * MONTHS_IN_YEAR + month - 1 + number
    return day_number(year, month, 1), day_number(end // MONTHS_IN_YEAR, end % MONTHS_IN_YEAR + 1, 1)
