"""Money that is written the same in every language: symbols, ISO 4217 codes, and whose "$" it is."""

from typing import Final

from pipeline.numbers.wordlists import word_set

__all__ = ["AMBIGUOUS_CODES", "BY_COUNTRY", "ISO_CODES", "MARKS", "NAMES", "PREFIXES", "SCALED_WORDS_BEFORE", "whose"]

# A code, or a family ("dollar") whose member the country of the publisher names.
MARKS: Final = {
    "$": "dollar", "＄": "dollar", "£": "GBP", "￡": "GBP", "€": "EUR", "¥": "yen", "￥": "yen", "₹": "INR", "₽": "RUB",
    "₩": "KRW", "₪": "ILS", "₺": "TRY", "₦": "NGN", "฿": "THB", "₫": "VND", "₴": "UAH", "₱": "PHP", "₡": "CRC",
    "₭": "LAK", "₮": "MNT", "₲": "PYG", "₵": "GHS", "₸": "KZT", "₼": "AZN", "₾": "GEL", "₨": "rupee", "৳": "BDT",
}  # fmt: skip

# Letters before a "$" ("HK$") or behind it ("$US"), glued or not.
PREFIXES: Final = {
    "US": "USD", "U.S": "USD", "A": "AUD", "AU": "AUD", "AUS": "AUD", "C": "CAD", "CA": "CAD", "CAN": "CAD",
    "Can": "CAD", "Cdn": "CAD", "HK": "HKD", "NZ": "NZD", "S": "SGD", "SG": "SGD", "NT": "TWD", "R": "BRL", "MX": "MXN",
    "Mex": "MXN", "J": "JMD", "TT": "TTD", "Z": "ZWL", "FJ": "FJD", "N": "NAD", "B": "BSD", "BZ": "BZD", "EC": "XCD",
    "G": "GYD",
}  # fmt: skip
SPACED_PREFIXES: Final = frozenset({"US", "HK", "NZ", "NT", "AU", "SG", "S"})

# Words in front of digits that are money although they are no ISO code; "PS" and "Y=" are "£" and "¥" after a
# transliteration to ASCII, which feeds do.
WORDS_BEFORE: Final = {
    "RM": "MYR", "Rs": "rupee", "Re": "rupee", "RMB": "CNY", "Tk": "BDT", "KSh": "KES", "Ksh": "KES", "KSH": "KES",
    "Sh": "shilling", "USh": "UGX", "TSh": "TZS", "Rp": "IDR", "kr": "krone", "Kr": "krone", "Dh": "AED", "Dhs": "AED",
    "GH": "GHS", "Php": "PHP", "Stg": "GBP", "Fr": "franc", "SFr": "CHF", "Kč": "CZK", "Ft": "HUF", "zł": "PLN",
    "NIS": "ILS", "CFA": "cfa", "FCFA": "cfa", "Tsh": "TZS", "Ush": "UGX", "PhP": "PHP", "Bds": "BBD",
    "GHC": "GHS", "GHc": "GHS",
}  # fmt: skip
SCALED_WORDS_BEFORE: Final = {  # only before "20,000" and "2 million"
    "Hr": "UAH", "TL": "TRY", "QR": "QAR", "SR": "SAR", "LE": "EGP", "KD": "KWD", "BD": "BHD", "JD": "JOD", "RO": "OMR",
}  # fmt: skip
GLUED_WORDS_BEFORE: Final = {
    "PS": "GBP", "R": "ZAR", "P": "PHP", "N": "NGN", "S": "SGD", "K": "kwacha", "QR": "QAR", "SR": "SAR", "LE": "EGP",
    "JD": "JOD",
}  # fmt: skip
GLUED_ALWAYS: Final = frozenset({"PS"})
CODES_BEHIND: Final = {
    "RMB": "CNY", "kr": "krone", "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "lei": "RON", "R": "ZAR", "NIS": "ILS",
    "TL": "TRY",
}  # fmt: skip

ISO_CODES: Final = word_set("""
    USD EUR GBP JPY CNY INR CAD AUD CHF SEK NOK DKK KRW HKD NZD RUB BRL MXN ZAR TRY SGD NGN PHP THB PLN CZK HUF
    RON BGN ILS EGP SAR AED QAR KWD IRR IQD PKR LKR BDT IDR MYR VND TWD ARS CLP COP PEN UAH KZT KES UGX TZS GHS
    ETB MAD ISK RSD NPR LBP SYP XOF XAF GNF CDF DZD TND CRC GTQ HNL UYU PYG
    OMR BHD JOD LYD RWF MWK ZMW BWP NAD AOA MZN JMD TTD BBD GYD DOP BOB NIO MUR KHR MMK MNT GEL AZN UZS MKD BYN
""")

# Codes that are also words or the names of events (COP30).
AMBIGUOUS_CODES: Final = frozenset({"COP", "TRY", "PEN", "MAD", "RON", "SYP", "KES"})

BY_COUNTRY: Final[dict[str, dict[str, str]]] = {
    "dollar": {
        "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "TW": "TWD", "MX": "MXN", "AR": "ARS",
        "CL": "CLP", "CO": "COP", "JM": "JMD", "TT": "TTD", "BB": "BBD", "BS": "BSD", "BZ": "BZD", "GY": "GYD",
        "FJ": "FJD", "NA": "NAD", "BM": "BMD", "KY": "KYD", "UY": "UYU", "DO": "DOP", "CU": "CUP",
    },
    "yen": {"CN": "CNY", "JP": "JPY"},
    "rupee": {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR"},
    "krone": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "IS": "ISK"},
    "peso": {"MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP", "PH": "PHP", "UY": "UYU", "CU": "CUP", "DO": "DOP"},
    "franc": {"CH": "CHF", "SN": "XOF", "CI": "XOF", "ML": "XOF", "CM": "XAF", "RW": "RWF", "CD": "CDF"},
    "shilling": {"KE": "KES", "UG": "UGX", "TZ": "TZS", "SO": "SOS"},
    "dinar": {"KW": "KWD", "IQ": "IQD", "RS": "RSD", "JO": "JOD", "DZ": "DZD", "TN": "TND", "LY": "LYD", "BH": "BHD"},
    "dirham": {"AE": "AED", "MA": "MAD"},
    "riyal": {"SA": "SAR", "QA": "QAR", "OM": "OMR", "IR": "IRR", "YE": "YER"},
    "grand": {"GB": "GBP", "IE": "EUR", "CA": "CAD", "AU": "AUD", "NZ": "NZD"},
    "won": {"KR": "KRW", "KP": "KPW"},
    "cfa": {"SN": "XOF", "CI": "XOF", "ML": "XOF", "BF": "XOF", "NE": "XOF", "BJ": "XOF", "TG": "XOF", "GW": "XOF",
            "CM": "XAF",
            "TD": "XAF", "GA": "XAF", "CG": "XAF", "CF": "XAF", "GQ": "XAF"},
    "kwacha": {"MW": "MWK", "ZM": "ZMW", "PG": "PGK"},
    "pound": {"GB": "GBP", "EG": "EGP", "LB": "LBP", "SY": "SYP"},
}  # fmt: skip
_DEFAULTS: Final = {
    "dollar": "USD",
    "grand": "USD",
    "yen": "JPY",
    "rupee": "INR",
    "won": "KRW",
    "pound": "GBP",
    "cfa": "XOF",
}

NAMES: Final = {
    "USD": "US dollar", "EUR": "euro", "GBP": "pound sterling", "JPY": "Japanese yen", "CNY": "Chinese yuan",
    "INR": "Indian rupee", "CAD": "Canadian dollar", "AUD": "Australian dollar", "CHF": "Swiss franc",
    "SEK": "Swedish krona", "NOK": "Norwegian krone", "DKK": "Danish krone", "KRW": "South Korean won",
    "HKD": "Hong Kong dollar", "NZD": "New Zealand dollar", "RUB": "Russian ruble", "BRL": "Brazilian real",
    "MXN": "Mexican peso", "ZAR": "South African rand", "TRY": "Turkish lira", "SGD": "Singapore dollar",
    "NGN": "Nigerian naira", "PHP": "Philippine peso", "THB": "Thai baht", "PLN": "Polish zloty",
    "CZK": "Czech koruna", "HUF": "Hungarian forint", "RON": "Romanian leu", "BGN": "Bulgarian lev",
    "ILS": "Israeli shekel", "EGP": "Egyptian pound", "SAR": "Saudi riyal", "AED": "UAE dirham", "QAR": "Qatari riyal",
    "KWD": "Kuwaiti dinar", "IRR": "Iranian rial", "IQD": "Iraqi dinar", "PKR": "Pakistani rupee",
    "LKR": "Sri Lankan rupee", "BDT": "Bangladeshi taka", "IDR": "Indonesian rupiah", "MYR": "Malaysian ringgit",
    "VND": "Vietnamese dong", "TWD": "Taiwan dollar", "ARS": "Argentine peso", "CLP": "Chilean peso",
    "COP": "Colombian peso", "PEN": "Peruvian sol", "UAH": "Ukrainian hryvnia", "KZT": "Kazakh tenge",
    "KES": "Kenyan shilling", "UGX": "Ugandan shilling", "TZS": "Tanzanian shilling", "GHS": "Ghanaian cedi",
    "ETB": "Ethiopian birr", "MAD": "Moroccan dirham", "ISK": "Icelandic krona", "RSD": "Serbian dinar",
    "XOF": "West African CFA franc", "XAF": "Central African CFA franc",
    "MWK": "Malawian kwacha", "ZMW": "Zambian kwacha", "PGK": "Papua New Guinean kina",
    "NPR": "Nepalese rupee", "LBP": "Lebanese pound", "SYP": "Syrian pound",
    "AOA": "Angolan kwanza", "AZN": "Azerbaijani manat", "BBD": "Barbadian dollar", "BHD": "Bahraini dinar",
    "BMD": "Bermudian dollar", "BOB": "Bolivian boliviano", "BSD": "Bahamian dollar", "BWP": "Botswana pula",
    "BYN": "Belarusian ruble", "BZD": "Belize dollar", "CDF": "Congolese franc", "CRC": "Costa Rican colon",
    "CUP": "Cuban peso", "DOP": "Dominican peso", "DZD": "Algerian dinar", "FJD": "Fijian dollar",
    "GEL": "Georgian lari", "GNF": "Guinean franc", "GTQ": "Guatemalan quetzal", "GYD": "Guyanese dollar",
    "HNL": "Honduran lempira", "JMD": "Jamaican dollar", "JOD": "Jordanian dinar", "KHR": "Cambodian riel",
    "KPW": "North Korean won", "KYD": "Cayman Islands dollar", "LAK": "Lao kip", "LYD": "Libyan dinar",
    "MKD": "Macedonian denar", "MMK": "Myanmar kyat", "MNT": "Mongolian tugrik", "MUR": "Mauritian rupee",
    "MZN": "Mozambican metical", "NAD": "Namibian dollar", "NIO": "Nicaraguan cordoba", "OMR": "Omani rial",
    "PYG": "Paraguayan guarani", "RWF": "Rwandan franc", "SOS": "Somali shilling", "TND": "Tunisian dinar",
    "TTD": "Trinidad and Tobago dollar", "UYU": "Uruguayan peso", "UZS": "Uzbekistani som",
    "XCD": "East Caribbean dollar", "YER": "Yemeni rial", "ZWL": "Zimbabwean dollar",
}  # fmt: skip


def whose(family: str, country: str | None) -> tuple[str | None, bool]:
    """The ISO 4217 code that `family` ("dollar", or a code) means in `country`, and whether another could be meant."""
    if family not in BY_COUNTRY:
        return family, False
    local = BY_COUNTRY[family].get(country or "")
    if local is not None:
        return local, family in _DEFAULTS and local != _DEFAULTS[family]
    return _DEFAULTS.get(family), country is None or family not in _DEFAULTS
