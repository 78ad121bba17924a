"""Common nicknames of the United States: which first names one person may go by."""

from functools import cache

# Each line: the formal names, a bar, their nicknames.
_NAMES = """
abigail | abby gail
albert | al bert
alexander | alex xander sasha
alexandra | alex alexa lexi sandra sasha
alfred | al fred
alice | ali
allison | allie ally
amanda | mandy
andrew | andy drew
angela | angie
anthony | tony
antonio | tony
barbara | barb babs
benjamin | ben benji benny
bernard | bernie
beth elizabeth | beth betsy betty bess eliza liz lizzie libby lisa
beverly | bev
bradley | brad
caroline carolyn | carrie carol
catherine katherine kathryn kathleen | cathy kathy kate katie kat kay kitty
charles | charlie chuck chip chas
christina christine | chris chrissy christy tina
christopher | chris kit topher
cynthia | cindy
daniel | dan danny
danielle | dani
david | dave davey
deborah debra | deb debbie
dennis | denny
donald | don donnie
dorothy | dot dottie dolly
douglas | doug
edward | ed eddie ned ted
eleanor | ellie nell nora
emily | em emmy
eugene | gene
evelyn | evie
florence | flo
frances | fran frannie
francis | frank fran
franklin | frank
frederick | fred freddie rick
gabriel | gabe
gabrielle | gabby
gerald | gerry jerry
geraldine | gerry
geoffrey jeffrey | geoff jeff
gregory | greg
gwendolyn | gwen
harold | hal harry
henry | hank harry
howard | howie
isabella isabel | bella izzy
jacob | jake
jacqueline | jackie
james | jim jimmy jamie
janet | jan
jennifer | jen jenn jenny
jeremy jeremiah | jerry
jessica | jess jessie
joan | joanie
joanna joanne | jo
john | jack johnny
jonathan | jon jonny nate
joseph | joe joey
josephine | jo josie
joshua | josh
judith | judy jude
julian julia | jules
kenneth | ken kenny
kimberly | kim
lawrence laurence | larry lars
leonard | len lenny leo
leslie | les
lillian | lil lily
linda | lindy
lucille lucy | lu lucy
madeline | maddie
margaret | maggie meg marge margie peg peggy greta rita
martha | marty
martin | marty
matthew | matt
megan | meg
melanie | mel
melissa | mel missy lissa
melvin | mel
michael | mike mikey mick mickey
michelle | shelly mickey
mitchell | mitch
mildred | millie
nancy | nan
natalie | nat
nathan nathaniel | nate nat
nicholas | nick nicky
nicole | nicky nikki
norman | norm
olivia | liv livvy
pamela | pam
patricia | pat patty tricia trish
patrick | pat paddy rick
peter | pete
philip phillip | phil
rachel | rach
randall randolph | randy
raymond | ray
rebecca | becca becky
reginald | reggie
richard | dick rich rick ricky
robert | bob bobby rob robbie bert
roberta | bobbie robbie
rodney | rod
roger | rog
ronald | ron ronnie
rosemary | rose rosie
russell | russ
samantha | sam sammie
samuel | sam sammy
sandra | sandy
sarah | sally
sharon | shari
stephanie | steph
stephen steven | steve stevie
stuart stewart | stu
susan suzanne | sue susie suzy
sylvester | sly
teresa theresa | terry tess tessa
terrence terence | terry
theodore | ted teddy theo
thomas | tom tommy
timothy | tim timmy
tobias | toby
valerie | val
vanessa | nessa
veronica | ronnie
victor | vic
victoria | vicky vicki tori
vincent | vince vinny
virginia | ginny
walter | walt wally
wesley | wes
william | bill billy will willie liam
zachary | zach zack
"""


def may_be_called(one: str, other: str) -> bool:
    """Whether two different folded first names may be one person's."""
    return one != other and not _groups().get(one, frozenset()).isdisjoint(_groups().get(other, frozenset()))


def is_nickname(first_name: str) -> bool:
    """Whether a folded first name is only ever short for another."""
    return first_name in _groups() and first_name not in _formal()


@cache
def _groups() -> dict[str, frozenset[int]]:
    """The lines that each name stands in."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_lines()):
        for name in line.replace("|", " ").split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


@cache
def _formal() -> frozenset[str]:
    return frozenset(name for line in _lines() for name in line.partition("|")[0].split())


def _lines() -> list[str]:
    return _NAMES.strip().splitlines()
