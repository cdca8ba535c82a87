"""Text that is the same on every machine and with every version of Python."""

WORDS = """
access account action address agent alert amount answer archive area array asset attempt audit backup balance base batch
block board border branch bridge budget buffer bundle cache call capacity case chain change channel check choice circle
claim class client clock cluster code column command comment commit condition contract control copy core cost count cover
cycle data date debt default degree delay delivery demand design detail device draft driver edge effect effort element
entry error event example exit factor failure feature field file filter flag flow folder force form format frame function
gateway goal graph group growth guard guide handle hash header health history hour image impact index input instance
interface interval issue item job journal key label language layer layout ledger length level library limit line link list
load lock log loop machine manual map margin market mask matter measure meeting memory message method metric migration
minute mirror model module moment monitor name network node note notice number object offer offset option order origin
output owner package page pair panel parent part patch path pattern payment people period phase picture pipeline place plan
platform point policy pool port portal power practice price principle priority problem process product profile program
project proof protocol purpose quality quarter query question queue range rate ratio reader reason record region register
relay release report request reserve resource response result review right ring risk role root round route row rule sample
scale schedule schema scope score screen script search season section segment sequence server service session setting
shape share shift signal size skill sketch source space speed sprint stage standard state status step stock storage store
stream structure subject summary supply support surface switch system table target task team template term test text theme
thread threshold ticket time token tool topic trace track trade traffic transfer tree trend trial trigger unit update usage
user value vendor version view volume warning week weight window word work worker workshop zone
""".split()

VERBS = """
accept adjust approve arrange assess assign balance build calculate change check choose clean close collect compare compile
confirm connect coordinate count deliver describe design develop direct document draft estimate evaluate examine explain
follow gather guide handle identify improve inspect install keep lead maintain manage measure monitor negotiate observe
operate order organize plan prepare present process propose record reduce release repair report research resolve review
schedule select separate store study supervise support teach test train translate update verify watch write
""".split()


class Random:
    """A linear congruential generator (Knuth's MMIX constants): Python's own may change between versions."""

    def __init__(self, seed):
        self.state = (seed * 2862933555777941757 + 3037000493) % 2**64

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def choice(self, items):
        return items[self.below(len(items))]

    def sample(self, items, count):
        """Different items, in the order in which they are drawn."""
        drawn = {}
        while len(drawn) < min(count, len(items)):
            drawn[self.below(len(items))] = True
        return [items[index] for index in drawn]

    def phrase(self, count):
        return " ".join(self.choice(WORDS) for _ in range(count))

    def sentence(self):
        words = self.phrase(7 + self.below(9)).split()
        if self.below(4) == 0:
            words[2] = f"*{words[2]}*"
        if self.below(6) == 0:
            words[4] = f"`{words[4]}`"
        if self.below(6) == 0:
            words[5] = f"**{words[5]}**"
        return " ".join(words).capitalize() + "."

    def paragraph(self, sentences):
        return " ".join(self.sentence() for _ in range(sentences))


def title(words):
    return " ".join(word.capitalize() for word in words.split())
