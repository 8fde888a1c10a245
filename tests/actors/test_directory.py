"""The directory: one actor behind many names, dated names and numbers, and what its files must keep to."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.actors import Directory, directory
from dragoman.actors.checks import LANGUAGES
from dragoman.actors.directory import fold, is_acronym
from dragoman.actors.mentions.words import words
from dragoman.errors import UnknownName

ISO_LIST = """
AFG ALA ALB DZA ASM AND AGO AIA ATA ATG ARG ARM ABW AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BMU BTN BOL BES BIH BWA
BVT BRA IOT BRN BGR BFA BDI CPV KHM CMR CAN CYM CAF TCD CHL CHN CXR CCK COL COM COG COD COK CRI CIV HRV CUB CUW CYP CZE
DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FLK FRO FJI FIN FRA GUF PYF ATF GAB GMB GEO DEU GHA GIB GRC GRL GRD GLP
GUM GTM GGY GIN GNB GUY HTI HMD VAT HND HKG HUN ISL IND IDN IRN IRQ IRL IMN ISR ITA JAM JPN JEY JOR KAZ KEN KIR PRK KOR
KWT KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MAC MDG MWI MYS MDV MLI MLT MHL MTQ MRT MUS MYT MEX FSM MDA MCO MNG MNE MSR
MAR MOZ MMR NAM NRU NPL NLD NCL NZL NIC NER NGA NIU NFK MKD MNP NOR OMN PAK PLW PSE PAN PNG PRY PER PHL PCN POL PRT PRI
QAT REU ROU RUS RWA BLM SHN KNA LCA MAF SPM VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SXM SVK SVN SLB SOM ZAF SGS SSD ESP
LKA SDN SUR SJM SWE CHE SYR TWN TJK TZA THA TLS TGO TKL TON TTO TUN TUR TKM TCA TUV UGA UKR ARE GBR USA UMI URY UZB VUT
VEN VNM VGB VIR WLF ESH YEM ZMB ZWE XKX
"""
ISO = ISO_LIST.split()


@pytest.fixture(scope="module")
def shipped() -> Directory:
    return directory()


def test_every_iso_state_and_territory_is_there(shipped: Directory) -> None:
    assert [code for code in ISO if code not in shipped] == []
    assert len(ISO) == 250


@pytest.mark.parametrize("code", ["SUN", "YUG", "SCG", "CSK", "DDR", "VDR", "YMD", "ANT", "SKM"])
def test_former_states_with_an_iso_code_have_ended(shipped: Directory, code: str) -> None:
    actor = shipped.actor(code)
    assert actor.iso
    assert actor.end
    assert actor.successors


def test_states_are_named_in_all_languages(shipped: Directory) -> None:
    states = [a for a in shipped.actors if a.kind in ("state", "territory")]
    assert all({n.language for n in a.names} >= set(LANGUAGES) for a in states)
    assert len(states) >= 285


def test_organisations_are_many_dated_and_coded(shipped: Directory) -> None:
    organisations = [a for a in shipped.actors if a.kind == "organisation"]
    assert len(organisations) >= 300
    assert sum(bool(a.periods) for a in organisations) >= 300
    assert {"EU", "NATO", "UN", "IMF", "WB", "EBRD", "OSCE", "CoE", "IOC", "UNHCR", "IOM"} <= {
        a.code for a in organisations
    }


NAMES = [
    ("Kosovo and Metohija", "XKX"),
    ("Косово и Метохија", "XKX"),
    ("Republika e Kosovës", "XKX"),
    ("Macedonia", "MKD"),
    ("the former Yugoslav Republic of Macedonia", "MKD"),
    ("FYROM", "MKD"),
    ("Republic of Korea", "KOR"),
    ("Democratic People's Republic of Korea", "PRK"),
    ("DPRK", "PRK"),
    ("Taiwan, Province of China", "TWN"),
    ("Niger", "NER"),
    ("Nigeria", "NGA"),
    ("Nigerien", "NER"),
    ("Nigerian", "NGA"),
    ("Guinea", "GIN"),
    ("Guinea-Bissau", "GNB"),
    ("Equatorial Guinea", "GNQ"),
    ("Papua New Guinea", "PNG"),
    ("Republic of the Congo", "COG"),
    ("Congo-Brazzaville", "COG"),
    ("Democratic Republic of Congo", "COD"),
    ("DRC", "COD"),
    ("Zaire", "COD"),
    ("Western Sahara", "ESH"),
    ("Sahrawi Arab Democratic Republic", "ESH"),
    ("Burma", "MMR"),
    ("Turkey", "TUR"),
    ("Türkiye", "TUR"),
    ("Turkiye", "TUR"),
    ("Swaziland", "SWZ"),
    ("Persia", "IRN"),
    ("Ivorian", "CIV"),
    ("Dutch", "NLD"),
    ("Serb", "SRB"),
    ("Sjedinjene Američke Države", "USA"),
    ("OTAN", "NATO"),
    ("Организација уједињених нација", "UN"),
    ("Pentagon", "USA/Department of Defense"),
    ("State Department", "USA/Department of State"),
    ("Bundestag", "DEU/Bundestag"),
    ("European Commission", "EU/European Commission"),
    ("UNSC", "UN/Security Council"),
    ("Kosovo Force", "NATO/KFOR"),
    ("EULEX", "EU/EULEX"),
    ("UNMIK", "UN/UNMIK"),
    ("UN Office for West Africa and the Sahel", "UN/UNOWAS"),
    ("Operation Artemis", "EU/Operation Artemis"),
    ("SAPMIL", "SADC/SAPMIL"),
    ("Supreme National Security Council", "IRN/Supreme National Security Council"),
    ("NATO Support and Procurement Organization", "NSPO"),
    ("African Development Fund", "AfDF"),
    ("Hizballah", "/Hezbollah"),
    ("Da'esh", "/ISIS"),
    ("Kosovo Liberation Army", "/Kosovo Liberation Army (KLA)"),
    ("Conference on Disarmament", "/Conference on Disarmament"),
    ("RAMSI", "PIF/RAMSI"),
    ("Multinational Security Support Mission", "/Multinational Security Support Mission (MSS)"),
    ("Arab Energy Organization", "OAPEC"),
    ("Weimar Triangle", "/Weimar Triangle"),
    ("European Union Drugs Agency", "EUDA"),
    ("General Fisheries Commission for the Mediterranean", "GFCM"),
    ("Nordic Environment Finance Corporation", "NEFCO"),
    ("Afripol", "AFRIPOL"),
    ("East African Legislative Assembly", "EAC/East African Legislative Assembly"),
    ("Volta Basin Authority", "VBA"),
    ("Arab Inter-Parliamentary Union", "AIPU"),
    ("AICHR", "ASEAN/ASEAN Intergovernmental Commission on Human Rights"),
    ("Pacific Islands Development Forum", "PIDF"),
    ("Caribbean Disaster Emergency Management Agency", "CDEMA"),
    ("Latin American Parliament", "PARLATINO"),
    ("International Military Tribunal for the Far East", "IMTFE"),
    ("Kirgizstan", "KGZ"),
    ("Việt Nam", "VNM"),
    ("Bosnia Herzegovina", "BIH"),
    ("the Comoros Islands", "COM"),
    ("Republic of Guinea Bissau", "GNB"),
    ("Federation of St Kitts and Nevis", "KNA"),
    ("Transdniestrian", "XTN"),
    ("Belorussian", "BLR"),
    ("MONUA", "UN/MONUA"),
    ("UNAVEM III", "UN/UNAVEM"),
    ("ECOWAS Mission in The Gambia", "ECOWAS/ECOWAS Mission in The Gambia (ECOMIG)"),
    ("Eurasian Union", "EAEU"),
    ("Foreign & Commonwealth Office", "GBR/Foreign and Commonwealth Office (FCO)"),
    ("Group of States against Corruption", "CoE/GRECO"),
    ("PACE", "CoE/Parliamentary Assembly (PACE)"),
    ("CoE Parliamentary Assembly", "CoE/Parliamentary Assembly (PACE)"),
    ("ECHR", "CoE/European Court of Human Rights (ECHR)"),
    ("World Court", "ICJ"),
    ("IACHR", "OAS/Inter-American Commission on Human Rights (IACHR)"),
    ("Milli Majlis", "AZE/Milli Majlis"),
    ("Oliy Majlis", "UZB/Oliy Majlis"),
    ("Majlisi Namoyandagon", "TJK/Majlisi Namoyandagon"),
    ("Anadolu Agency", "TUR/Anadolu Agency"),
    ("BelTA", "BLR/BelTA"),
    ("Qatar News Agency", "QAT/Qatar News Agency (QNA)"),
    ("Reuters", "/Reuters"),
    ("CIDA", "CAN/Canadian International Development Agency (CIDA)"),
    ("Lux-Development", "LUX/LuxDev (Lux-Development)"),
    ("Supreme Eurasian Economic Council", "EAEU/Supreme Eurasian Economic Council"),
    ("Authority of Heads of State and Government of ECOWAS", "ECOWAS/Authority"),
    ("Council of CIS Heads of Government", "CIS/Council of Heads of Government"),
    ("SCO RATS", "SCO/Regional Anti-Terrorist Structure"),
]


@pytest.mark.parametrize(("name", "code"), NAMES)
def test_a_name_leads_to_its_actor(shipped: Directory, name: str, code: str) -> None:
    assert shipped.lookup(name)[0].code == code


def test_no_body_of_the_word_lists_is_in_the_directory_as_well(shipped: Directory) -> None:
    """One that stands in both is two actors, as "GRECO" and "Group of States against Corruption" would be."""
    listed = [name for names in words().known_bodies.values() for name in names if name not in words().seats]
    twice = [name for name in (*listed, *words().named_groups) if any(e.surface == name for e in shipped.lookup(name))]
    assert [name for name in twice if not any(actor.generic and actor.name == name for actor in shipped.actors)] == []


def test_the_wording_is_kept_beside_the_actor(shipped: Directory) -> None:
    (entry,) = shipped.lookup("Kosovo and Metohija")
    assert (entry.code, entry.surface, entry.actor.contested) == ("XKX", "Kosovo and Metohija", True)


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("Republic of China", "1930-05-01", "CHN"),
        ("Republic of China", "1990-05-01", "TWN"),
        ("Macedonia", "2010-01-01", "MKD"),
        ("Macedonia", "2022-01-01", "MKD"),
        ("North Macedonia", "2022-01-01", "MKD"),
        ("Korea", "1900-01-01", "XKO"),
        ("Korea", "2010-01-01", "KOR"),
        ("Moscow", "1975-01-01", "SUN"),
        ("Moscow", "2015-01-01", "RUS"),
        ("Belgrade", "1999-01-01", "YUG"),
        ("Belgrade", "2004-01-01", "SCG"),
        ("Belgrade", "2016-01-01", "SRB"),
        ("Yugoslavia", "2016-01-01", "YUG"),
        ("Aden", "1980-01-01", "YMD"),
        ("Prague", "1980-01-01", "CSK"),
    ],
)
def test_the_day_decides_between_actors_of_one_name(shipped: Directory, name: str, day: str, code: str) -> None:
    assert shipped.lookup(name, date.fromisoformat(day))[0].code == code


@pytest.mark.parametrize(
    ("name", "flag"),
    [
        ("Georgia", "us-state"),
        ("Jordan", "person-name"),
        ("Chad", "person-name"),
        ("Turkey", "common-word"),
        ("Guinea", "states"),
        ("Congo", "states"),
        ("Korea", "states"),
        ("Niger", "river"),
        ("Micronesia", "region"),
        ("Samoa", "territory"),
        ("Dominican", "states"),
        ("American", "region"),
        ("US", "common-word"),
        ("Washington", "us-state"),
        ("Geneva", "place"),
        ("Macedonia", "region"),
        ("WHO", "common-word"),
    ],
)
def test_words_with_other_meanings_are_flagged(shipped: Directory, name: str, flag: str) -> None:
    assert flag in shipped.lookup(name)[0].ambiguous


def test_both_congos_and_all_of_brussels_are_offered(shipped: Directory) -> None:
    assert {e.code for e in shipped.lookup("Congo")} == {"COD", "COG"}
    assert {e.code for e in shipped.lookup("Congolese")} == {"COD", "COG"}
    assert {e.code for e in shipped.lookup("Brussels", date(2020, 1, 1))} >= {"BEL", "EU", "NATO"}


@pytest.mark.parametrize("word", ["us", "who", "it", "turkey", "polish", "pole", "is"])
def test_common_words_in_lower_case_are_no_names(shipped: Directory, word: str) -> None:
    assert shipped.lookup(word) == ()


@pytest.mark.parametrize(
    ("code", "day", "cow", "gw"),
    [
        ("DEU", "1930-01-01", 255, 255),
        ("DEU", "1960-01-01", 260, 260),
        ("DEU", "1990-10-02", 260, 260),
        ("DEU", "1990-10-03", 255, 260),
        ("DDR", "1960-01-01", 265, 265),
        ("DDR", "1991-01-01", None, None),
        ("SRB", "1900-01-01", 345, 340),
        ("SRB", "1999-01-01", None, None),
        ("YUG", "1999-01-01", 345, 345),
        ("YUG", "1942-01-01", None, 345),
        ("SCG", "2004-01-01", 345, 345),
        ("SRB", "2010-01-01", 345, 340),
        ("XKX", "2010-01-01", 347, 347),
        ("XKX", "2008-02-18", None, 347),
        ("VDR", "1970-01-01", 816, 816),
        ("RVN", "1970-01-01", 817, 817),
        ("VNM", "1990-01-01", 816, 816),
        ("YAR", "1980-01-01", 678, 678),
        ("YMD", "1980-01-01", 680, 680),
        ("YEM", "2000-01-01", 679, 678),
        ("RUS", "1910-01-01", 365, 365),
        ("SUN", "1950-01-01", 365, 365),
        ("XOT", "1910-01-01", 640, 640),
        ("TUR", "1950-01-01", 640, 640),
        ("XTA", "1962-01-01", 510, 510),
        ("TZA", "1970-01-01", 510, 510),
        ("KIR", "2010-01-01", 946, 970),
        ("TON", "2010-01-01", 955, 972),
        ("ABK", "2010-01-01", None, 396),
        ("AUH", "1910-01-01", 300, 300),
        ("USA/Marco Rubio", "2025-01-01", 2, 2),
    ],
)
def test_numbers_are_those_of_the_day(shipped: Directory, code: str, day: str, cow: int | None, gw: int | None) -> None:
    codes = shipped.codes(code, date.fromisoformat(day))
    assert (codes.cow, codes.gw) == (cow, gw)


# Members of each system on these days, counted in the published lists (Gleditsch-Ward with microstates).
@pytest.mark.parametrize(
    ("day", "cow", "gw"),
    [
        ("1950-01-01", 75, 86),
        ("1975-01-01", 143, 150),
        ("2000-01-01", 190, 191),
        ("2016-01-01", 195, 197),
    ],
)
def test_as_many_numbers_as_the_lists_have(shipped: Directory, day: str, cow: int, gw: int) -> None:
    on = date.fromisoformat(day)
    found = [shipped.codes(a.code, on) for a in shipped.actors if a.kind in ("state", "territory")]
    assert (len({c.cow for c in found} - {None}), len({c.gw for c in found} - {None})) == (cow, gw)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("srb", "SRB"),
        ("KOSOVA", "XKX"),
        ("cote d'ivoire", "CIV"),
        ("nato", "NATO"),
        ("us", "USA"),
        ("Шпанија", "ESP"),
        ("Ujedinjene nacije", "UN"),
        ("zar", "COD"),
        ("the pentagon", "USA/Department of Defense"),
        ("Kfor", "NATO/KFOR"),
        ("macedonia", "MKD"),
        ("Republic of China", "TWN"),
    ],
)
def test_a_person_may_ask_in_any_case_and_language(shipped: Directory, query: str, code: str) -> None:
    assert shipped.resolve(query).code == code


def test_an_unknown_name_is_answered_with_near_ones(shipped: Directory) -> None:
    with pytest.raises(UnknownName, match=r"Serbia \(SRB\)"):
        shipped.resolve("Serbai")
    with pytest.raises(UnknownName, match=r"COD .* COG .* use the code"):
        shipped.resolve("Congo")
    with pytest.raises(UnknownName, match="XXX"):
        shipped.actor("XXX")


@pytest.mark.parametrize("query", ["x" * 1_000_000, "", "\0", "\u202e", "(((((", "Кос" * 500])
def test_a_hostile_query_is_only_unknown(shipped: Directory, query: str) -> None:
    assert shipped.lookup(query) == ()
    with pytest.raises(UnknownName) as raised:
        shipped.resolve(query)
    assert len(str(raised.value)) < 400


def test_language_keeps_to_a_language(shipped: Directory) -> None:
    assert shipped.lookup("Serbie", language="en") == ()
    assert shipped.lookup("Serbie", language="fr")[0].code == "SRB"
    assert shipped.lookup("Србија", language="sr")[0].code == "SRB"
    assert shipped.lookup("NATO", language="fr")[0].code == "NATO"


def test_surface_forms_are_sorted_words_of_texts(shipped: Directory) -> None:
    forms = dict(shipped.surface_forms())
    assert list(forms) == sorted(forms)
    assert {"Serbia", "Serbs", "U.S.", "the Alliance", "PfP", "Quai d'Orsay"} <= set(forms)
    assert not {"AND", "CAN", "PER", "SRB", "Serbie"} & set(forms)
    assert not {"National Assembly", "Ministry of Foreign Affairs", "DC", "AC"} & set(forms)
    assert {entry.code for entry in forms["Security Council"]} == {"UN/Security Council"}


@pytest.mark.parametrize(
    ("title", "office", "sector"),
    [
        ("Foreign Minister", "foreign minister", "GOV"),
        ("Prime Minister", "head of government", "GOV"),
        ("Secretary of State", "secretary of state", "GOV"),
        ("Minister of Agriculture", "minister", "GOV"),
        ("Ministry of Health", "health ministry", "MED"),
        ("Ministry of Spatial Planning", "ministry", "GOV"),
        ("Constitutional Court", "court", "JUD"),
        ("Border Police", "police", "COP"),
        ("Attorney General's Office", "prosecution", "JUD"),
        ("Office of the Attorney General", "prosecution", "JUD"),
        ("Prime Minister's Office", "government", "GOV"),
        ("Special Operations Force", "armed forces", "MIL"),
        ("Parliament", "parliament", "LEG"),
    ],
)
def test_offices_and_kinds_of_bodies(shipped: Directory, title: str, office: str, sector: str) -> None:
    found = shipped.office(title)
    assert found is not None
    assert (found.name, found.sector) == (office, sector)
    assert shipped.office("green banana") is None


def test_missions_have_hosts_and_dates(shipped: Directory) -> None:
    kfor = shipped.actor("NATO/KFOR")
    assert (kfor.parent, kfor.sector, kfor.hosts, kfor.start) == ("NATO", "MIL", ("XKX",), date(1999, 6, 12))


@pytest.mark.parametrize(
    ("text", "yes"), [("NATO", 1), ("U.S.", 1), ("ООН", 1), ("BiH", 1), ("G7", 1), ("Iran", 0), ("UK", 1)]
)
def test_acronyms_are_told_from_names(text: str, yes: int) -> None:
    assert is_acronym(text) is bool(yes)


def test_folding() -> None:
    assert fold("Bosnia  &  Herzegovina") == fold("bosnia and herzegovina")
    assert fold("Đurić–Élysée’s") == "duric-elysee's"
