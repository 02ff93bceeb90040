"""What each fault says in English."""

from __future__ import annotations

__all__ = ["WORDS"]

WORDS: dict[str, tuple[str, str]] = {
    "no_claims": ("there are no claims here", "name a directory that holds one or more of {files}"),
    "unknown_file": ("no kind of claim is kept in a file of this name", "rename it{maybe} or move it away"),
    "file_missing": (
        'there is no such file, but {column} of {by}:{at} names "{text}" in it',
        "add the file with a row for each id that other files name",
    ),
    "unreadable": ("the file cannot be read", "put a readable file of this name here, or move it away"),
    "not_csv": ("this is not text: it holds binary data", "export the table as CSV in UTF-8"),
    "workbook": ("this is an Excel workbook or a zip archive, not CSV", "export its sheet as CSV in UTF-8"),
    "encoding": (
        "the file is in {encoding}, not in UTF-8",
        "save it as UTF-8 (in Excel: CSV UTF-8; else: iconv -f {codec} -t UTF-8)",
    ),
    "bad_utf8": (
        "the file is in UTF-8 but for damaged bytes, the first of them {byte}",
        "type that text again and save as UTF-8",
    ),
    "empty_file": ("the file is empty", "add the line of column names and the rows, or delete the file"),
    "json_form": (
        "this is not JSON from here on",
        "mend the JSON, or delete the file: the tables can be read without it",
    ),
    "json_shape": (
        "the JSON is no object",
        'write {{"asOf": "YYYY-MM-DD", "resources": [...]}}, or delete the file',
    ),
    "as_of_form": ('the date of the data is "{text}", which is no day', "write the day as YYYY-MM-DD{maybe}"),
    "as_of_outside": (
        "the date of the data is {text}, far from the dates of the claims (the first is {first})",
        "write the day up to which the claims were collected",
    ),
    "resource_missing": (
        'it lists the file "{text}", which is not here',
        "add the file, or correct its path{maybe}",
    ),
    "unknown_column": (
        'column {place} is called "{text}", which is no column of this table',
        "rename it{maybe} or remove it",
    ),
    "missing_column": (
        "this column is required and is not there",
        "add it to the first line, and its value to every row",
    ),
    "duplicate_column": (
        'column {place} is called "{text}", as an earlier one is',
        "remove or rename one of them",
    ),
    "delimiter": (
        'the cells are separated by "{found}", not by commas',
        "save the table with commas between the cells",
    ),
    "row_short": (
        "the row has {have} cells, the first line has {want}",
        "add the missing commas, also for blank cells at the end",
    ),
    "row_long": (
        "the row has {have} cells, the first line has {want}",
        "put a text that holds a comma between double quotes, or remove the commas too many",
    ),
    "blank_row": ("the row has commas but no value", "delete the line"),
    "quote_open": (
        "a double quote is opened on this line and never closed",
        "close it before the comma that ends the cell",
    ),
    "quote_stray": ("a double quote stands within a quoted cell", 'write it twice ("") or remove it'),
    "line_break": ("a cell of this row goes on over {lines} lines", "put its text on one line"),
    "field_large": (
        "a cell has more than {limit} characters",
        "shorten it, and look for a double quote that is not closed",
    ),
    "missing": ("the cell is blank, and a value is required", "fill it in"),
    "no_label_en": ("the English label or text is missing", "write it"),
    "no_label_zh": ("the Chinese label or text is missing", "write it"),
    "no_name_zh": (
        "the Chinese name is missing",
        "write the customary one; if there is none, repeat the Latin name and put latin into name_zh_status",
    ),
    "id_form": (
        '"{text}" cannot be an id',
        'use lower-case letters a-z, digits, "_", "." and "-", beginning with a letter or digit',
    ),
    "provider_form": (
        '"{text}" cannot be a provider',
        "write the id of an organization, IN_HOUSE, UNKNOWN or OPEN:standard",
    ),
    "month_form": ('"{text}" is not a month', "write it as YYYY-MM"),
    "url_form": (
        '"{text}" is not a web address',
        "write it whole, beginning with https:// or http://, without spaces",
    ),
    "unit_form": ('"{text}" cannot be a unit', 'use letters, digits, "_", "%" and "/" only'),
    "metric_form": (
        '"{text}" cannot be the name of a measure',
        'use lower-case letters, digits and "_" only',
    ),
    "text_long": ("the text has {length} characters, at most {limit} are allowed", "shorten it"),
    "quote_long": (
        "the quotation has {length} characters, at most {limit} are allowed",
        "quote fewer words, and put the rest into locator",
    ),
    "date_form": ('"{text}" is not a date as tables write it', "write YYYY, YYYY-MM or YYYY-MM-DD{maybe}"),
    "impossible_date": (
        "there is no such date as {text}",
        "correct the month or day, or leave out what is not known",
    ),
    "number_form": (
        '"{text}" is not a number',
        "write digits with a point, such as 1234.5, or leave the cell blank",
    ),
    "number_grouped": ('"{text}" groups its digits', "write the number without separators{maybe}"),
    "number_comma": ('"{text}" has a decimal comma', "write a decimal point{maybe}"),
    "number_unit": (
        '"{text}" has a sign or unit with the number',
        "write the number alone; amounts are in billions{maybe}",
    ),
    "number_wide": ('"{text}" is written in full-width digits', "write ASCII digits{maybe}"),
    "number_percent": ('"{text}" is per cent', "write a share from 0 to 1{maybe}"),
    "whole_number": ('"{text}" is not a whole number', "write a whole number"),
    "share_range": (
        "the share is {text}, outside 0 to 1",
        "write 65 per cent as 0.65, neither as 65 nor as 65 %{maybe}",
    ),
    "degree_range": (
        "the degree is {text}, outside 0 to 1",
        "write 1 for a whole definition and 0.5 for half of one{maybe}",
    ),
    "out_of_range": ("{text} is outside {low} to {high}", "write a number from {low} to {high}"),
    "negative": ("{text} is below 0", "write 0 or more"),
    "not_positive": ("{text} is not above 0", "write a number above 0"),
    "bool_form": ('"{text}" is neither true nor false', "write true or false"),
    "unknown_word": ('"{text}" is not in the list of this column', "write one of {allowed}{maybe}"),
    "unknown_country": (
        '"{text}" is not an ISO 3166-1 country code of two letters',
        "write the code, such as CN or US{maybe}",
    ),
    "unknown_currency": (
        '"{text}" is not an ISO 4217 currency code',
        "write the code, such as USD or CNY{maybe}",
    ),
    "identifier_form": (
        '"{text}" is not an identifier with its scheme',
        "write wikidata:Q312, lei: and 20 characters, or ticker:XNAS:AAPL (market code, then ticker)",
    ),
    "hostile_text": (
        "character {position} is {code}, which cannot be seen or changes how text is shown",
        "remove it",
    ),
    "bad_value": (
        '"{text}" does not fit this column',
        "look at the column in datapackage.json, and correct it",
    ),
    "end_before_start": ("it ends ({end}) before it starts ({start})", "correct one of the two dates"),
    "low_above_high": ("the low value {low} is above the high value {high}", "swap them, or correct one"),
    "self_tie": (
        '"{firm}" stands on both sides',
        "name two organizations; what a firm does for itself has the provider IN_HOUSE",
    ),
    "no_source": (
        "the claim has no source",
        "name the id of a source; if none was found, write known in sources and in evidence",
    ),
    "evidence_mismatch": (
        "evidence and sources disagree",
        "write known in both if no source was found; otherwise sourced in evidence and the ids in sources",
    ),
    "latin_name": ("name_zh is marked latin but holds Chinese characters", "put customary here"),
    "unmarked_latin_name": (
        "name_zh holds no Chinese character and is not marked",
        "write the customary Chinese name, or put latin here",
    ),
    "capital_kind": (
        "capital_kind and kind disagree",
        "fill capital_kind for kind capital_source, and only for it",
    ),
    "slot_tie_incomplete": ("the tie fills a slot but lacks criticality or revocability", "fill in both"),
    "capital_slot": ("a tie on the layer capital fills a slot", "leave slot blank, or correct the layer"),
    "no_currency": ("there is an amount without its currency", "write the ISO 4217 code"),
    "duplicate_id": (
        'the id "{text}" is taken by {other}:{at}',
        "give one of the two rows another id, or delete it",
    ),
    "unknown_id": ('there is no "{text}" in {file}', "correct it{maybe}, or add it to {file}"),
    "unknown_source": ('the source "{text}" is not in {file}', "correct it{maybe}, or add it to {file}"),
    "claim_form": ('"{text}" names no claim', "write kind/id, such as valuation/v0001; kinds are {allowed}"),
    "formula_syntax": (
        '"{text}" is no formula',
        (
            'write numbers, + - * / **, brackets and functions such as valuation("v0005"); between two formulae '
            "a semicolon"
        ),
    ),
    "formula_forbidden": (
        'a formula may not hold "{text}"',
        "use numbers, + - * / **, functions on claims, and .low, .mid or .high of them",
    ),
    "formula_function": ('there is no function "{text}"', "use one of {allowed}{maybe}"),
    "formula_arguments": ("the function {text} is called in another way", "write {text}({want})"),
    "formula_large": ("the formulae have {length} characters, at most {limit} are read", "shorten them"),
    "formula_deep": ("the formula is nested more than {limit} deep", "take brackets apart"),
    "formula_power": (
        '"{text}" is no exponent that a formula may have',
        "write a number from -{limit} to {limit} after **; for others use exp and ln",
    ),
    "formula_name": ('there is no column "{text}" with a number in this row', "name a column of the table{maybe}"),
    "formula_stated": ('the statement "{text}" states no number', "name another statement, or a claim"),
    "formula_sum": (
        "the formula adds or compares {text} with {other}",
        "convert one of them: convert(x, currency, month)",
    ),
    "formula_unit": (
        "the formula gives {text}, and the number stated is in {other}",
        "mend the formula, or name the unit in formula_unit if it is another quantity on purpose",
    ),
    "formula_currency": ("{text} is no amount of one currency", "convert an amount, such as valuation(...)"),
    "formula_zero": ("the formula divides by zero, or by a range that holds zero", "mend the divisor"),
    "formula_domain": (
        "the formula takes {text} of a number that has none, or grows too large",
        "mend its argument",
    ),
    "formula_rate": (
        "there is no exchange rate of {text}, nor in the three months before",
        'name a currency and month of fx_rates.csv, as ("CNY", "2025-11")',
    ),
    "formula_definitions": (
        'definitions("{text}", "{other}") has no count',
        "name a country as ISO code and a rule: {allowed}",
    ),
    "slot_paradigm": (
        "the slot {text} belongs to the paradigm {theirs}, the row to {ours}",
        "correct the slot or the paradigm",
    ),
    "slot_layer": (
        "the layer is {text}, but that of the slot {slot} is {theirs}",
        "write {theirs}, or correct the slot",
    ),
    "shares_above_one": (
        "the providers of {slot} for {dependent} have at least {total} of it in all on {day}: {rows}",
        "lower the shares, or date the ties so that one follows the other",
    ),
    "known_too_early": (
        "it was known in {text}, before it happened in {start}",
        "correct one of the two; for something expected put forecast into modality",
    ),
    "confirmed_too_early": (
        "it was last confirmed in {text}, before it began in {start}",
        "correct one of the two dates",
    ),
    "circle": ("these follow one another in a circle: {text}", "take out the link that is wrong"),
    "slot_missing": (
        "{firm} needs {slot}, but no tie fills it",
        "add a tie for the slot (provider UNKNOWN while nobody is known), or take the slot off the list",
    ),
    "slot_gap": (
        "nobody is said to fill {slot} of {firm} from {from} to {to}",
        "add a tie for that time (provider UNKNOWN while nobody is known), or mend the dates",
    ),
    "slot_ends_early": (
        "nobody is said to fill {slot} of {firm} from {from} to {to}, the end of its activity or of the coded period",
        "add a tie, mend the end, or move the slot to former_slots",
    ),
    "slot_unlisted": (
        "{slot} is not among the slots that {firm} is listed with in {paradigm}",
        "add it to slots or former_slots in candidacies.csv, or correct the slot",
    ),
    "provider_twice": (
        "{provider} fills {slot} of {firm} in {other} too at that time, on the same terms",
        "end the earlier row where this one starts, or make them one",
    ),
    "dependent_unlisted": (
        "{firm} is not on the list of dependents of {paradigm}, so nobody enumerated its slots",
        "list it in candidacies.csv with in_rule true and its slots, or remove the tie",
    ),
    "provider_unlisted": (
        "{firm} is not on the list of {paradigm}",
        "add it to candidacies.csv (in_rule false if it only fills slots)",
    ),
    "listed_without_reason": (
        "it came onto the list of {paradigm} on {text}, after the list was frozen on {frozen}, without a reason",
        "say in listed_because why",
    ),
    "source_later": (
        "known since {text}, but the earliest of its sources is of {first}",
        "write {first}, or add a source of that time",
    ),
}
"""Code of a fault -> (what is wrong, how to mend it), with the names of its context in braces."""
