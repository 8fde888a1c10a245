"""What a mention is in its sentence, told by whom a pronoun behind it means: (text, mention, actors of the last)."""

import pytest

from linked_samples import last

CLAUSES = [
    # The subject of what is told.
    ("The IMF said that Togo had met its targets.", "its", ("TGO",)),
    ("The European Commission reported that Serbia has adopted its plan.", "its", ("SRB",)),
    ("Peru said Chile must reverse its decision.", "its", ("CHL",)),
    ("Peru demands that Chile immediately stop its war.", "its", ("CHL",)),
    ("Peru said that Chile and Mali praised its war.", "its", ("PER",)),
    ("Germany stood ready once the British government submits its plan.", "its", ("GBR",)),
    ("Togo thinks Benin has closed its port.", "its", ("BEN",)),
    # Who is to do something.
    ("Norway helped Chad draft its law.", "its", ("TCD",)),
    ("USAID will help Malawi reach its goal.", "its", ("MWI",)),
    ("USAID will help Malawi with its goal.", "its", ("MWI",)),
    ("Norway urged Mali to open its border.", "its", ("MLI",)),
    ("Peru called on Chile to revoke its decision.", "its", ("CHL",)),
    ("Togo stopped Benin from closing its port.", "its", ("BEN",)),
    ("Norway asked Chile to open its ports.", "its", ("CHL",)),
    ("Kenya accused Malawi of hiding its troops.", "its", ("MWI",)),
    ("Norway met Mali to open its border.", "its", ("NOR",)),
    ("Peru called Chile to open its summit.", "its", ("PER",)),
    ("Angola asked UNITA to free its prisoners.", "its", ("/UNITA",)),
    ("Norway wishes Peru well in reaching its goals.", "its", ("PER",)),
    ("Norway wishes Peru every success in its work.", "its", ("PER",)),
    # A clause that is joined to another.
    ("As Mali left, Norway closed its border.", "its", ("NOR",)),
    ("Peru, Chile, and Chad agreed. Norway met Chad and praised its border.", "its", ("NOR",)),
    ("Benin agreed, and Togo closed its port.", "its", ("TGO",)),
    # A list leads its sentence as its first name does.
    ("The IMF took stock of the work of Fiji and Tonga and considered its aid.", "its", ("IMF",)),
    ("After talks with Togo, Benin left. It agreed.", "It", ("BEN",)),
    ("Togo praised the work of Fiji and Tonga and opened its port.", "its", ("TGO",)),
]  # fmt: skip
LISTS = [
    ("Malawi and UNICEF signed with NORAD a renewal of their accord.", "their", ("MWI", "UNICEF")),
    ("The European Union (EU) and Chad held their talks.", "their", ("EU", "TCD")),
    ("President Jo Lind of Fiji and President Al Mora of Tonga left. They agreed.", "They",
     ("FJI/Jo Lind", "TON/Al Mora")),
    ("Togo, together with Benin and Ghana, agreed. They left.", "They", ("TGO", "BEN", "GHA")),
]  # fmt: skip
PERSONS = [
    # Who opens the sentence without leading it, and who invites or is only cited.
    ("In talks with U.S. Special Envoy Jo Lind, Minister Al Mora of Chad announced that he would ask Mali.", "he",
     ("TCD/Al Mora",)),
    ("At the invitation of President Jo Lind of Peru, the President of Chad, Al Mora, visited Peru. He left.", "He",
     ("TCD/Al Mora",)),
    ("At the invitation of President Jo Lind of Peru, President Al Mora of Chad, on 5 May, visited Peru. He left.",
     "He", ("TCD/Al Mora",)),
    ("There were talks with Minister Bo Berg of Chad, according to Minister Al Mora of Peru. He left.", "He",
     ("TCD/Bo Berg",)),
    ("The talks failed, according to Minister Al Mora of Peru. He left.", "He", ("PER/Al Mora",)),
    ("Minister Jo Lind of Chad asked Minister Al Mora of Peru if he had left.", "he", ("PER/Al Mora",)),
    ("Minister Ed Roth of Togo praised the work of Minister Jo Lind of Fiji, Minister Al Mora of Tonga and Minister Bo "
     "Berg of Samoa. He left.", "He", ("TGO/Ed Roth",)),
    # A man or a woman, by a word.
    ("President Al Mora of Chad met her Minister Jo Lind. She left.", "She", ("TCD/Al Mora",)),
    ("Minister Al Mora of Chad met spokeswoman Jo Lind of Peru. She left.", "She", ("PER/Jo Lind",)),
    ("Peru's President Jo Lind, who is ill, met his Kenyan counterpart Al Mora in Oman. He left.", "He",
     ("PER/Jo Lind",)),
    ("Malta's Minister Jo Lind, aged 50, met her Fijian counterpart Al Mora in Oman. She left.", "She",
     ("MLT/Jo Lind",)),
    ("Minister Al Mora of Chad met the Queen of Denmark. She left.", "She", ("DNK/Queen of Denmark",)),
    ("Minister Al Mora of Chad met Her Excellency Jo Lind, Minister of Peru. She left.", "She", ("PER/Jo Lind",)),
    ("Minister Bo Berg of Chad came with his wife, Minister Jo Lind of Chad. She left.", "She", ("TCD/Jo Lind",)),
    ("Minister Al Mora of Chad met Mrs Jo Lind, Minister of Peru. She left.", "She", ("PER/Jo Lind",)),
    ("Minister Al Mora of Chad met His Excellency Bo Berg, Minister of Peru. She left.", "She", ("TCD/Al Mora",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "mention", "actors"), [*CLAUSES, *LISTS, *PERSONS])
def test_whom_a_sentence_is_about(text: str, mention: str, actors: tuple[str, ...]) -> None:
    assert last(text, mention) == actors
