"""Records of JSON, as the API answers them and as JSON Lines are exported.

Days are ISO 8601. Spans are half open, in code points of the article's text. `page` is the address of the page
for people, `url` that of the record; both are whole.
"""

from rest_framework import serializers

from statements.models import Actor, Article, Event, EventParticipant, Outlet, Party, Statement
from statements.pages.spellings import public_names
from statements.pages.wording import balanced


class PageField(serializers.CharField):
    """The whole address of a row's page."""

    def __init__(self, **options):
        super().__init__(source="get_absolute_url", read_only=True, **options)

    def to_representation(self, address: str) -> str:
        return self.context["request"].build_absolute_uri(address)


def record_address(view: str, field: str = "id") -> serializers.HyperlinkedIdentityField:
    """The whole address of a row's record."""
    return serializers.HyperlinkedIdentityField(f"api:{view}", lookup_field=field)


class OutletSerializer(serializers.ModelSerializer):
    class Meta:
        model = Outlet
        fields = ["name", "name_ar", "name_en", "slug", "kind", "country"]


class ActorSerializer(serializers.ModelSerializer):
    url = record_address("actor", "slug")
    page = PageField()

    class Meta:
        model = Actor
        fields = ["id", "url", "page", "slug", "name", "kind", "country"]


class WholeActorSerializer(ActorSerializer):
    """With every spelling and office that published articles use for the actor."""

    names = serializers.SerializerMethodField()
    offices = serializers.SerializerMethodField()

    class Meta(ActorSerializer.Meta):
        fields = [*ActorSerializer.Meta.fields, "names", "offices"]

    def get_names(self, actor: Actor) -> list[str]:
        return [name.text for name in self._spellings(actor) if name.kind == name.Kind.NAME]

    def get_offices(self, actor: Actor) -> list[str]:
        return [name.text for name in self._spellings(actor) if name.kind == name.Kind.OFFICE]

    def _spellings(self, actor: Actor) -> list:
        if not hasattr(actor, "shown_spellings"):
            actor.shown_spellings = public_names(actor)
        return actor.shown_spellings


class PartySerializer(serializers.ModelSerializer):
    """Somebody's part: `name` as the article has it; `actor` is null where the archive is not sure who it is."""

    actor = ActorSerializer(allow_null=True)

    class Meta:
        model = Party
        fields = ["name", "actor", "start", "end"]


class ParticipantSerializer(serializers.ModelSerializer):
    """Somebody at an event; `actor` is null where the archive is not sure who it is."""

    actor = ActorSerializer(allow_null=True)

    class Meta:
        model = EventParticipant
        fields = ["name", "actor"]


class ArticleSerializer(serializers.ModelSerializer):
    """An article without its text; `source` is its address at the outlet, "" where none is known."""

    url = record_address("article")
    page = PageField()
    title = serializers.CharField(source="__str__")
    outlet = OutletSerializer(allow_null=True)
    source = serializers.CharField(source="url")

    class Meta:
        model = Article
        fields = ["id", "url", "page", "title", "author", "outlet", "date", "source"]


class EventSerializer(serializers.ModelSerializer):
    """An occasion; `day` is null where the article tells none, `date_text` is what it says of the day."""

    url = record_address("event")
    page = PageField()

    class Meta:
        model = Event
        fields = ["id", "url", "page", "type", "place", "day", "date_text"]


class WholeEventSerializer(EventSerializer):
    """With who took part and the article that tells of it."""

    participants = ParticipantSerializer(many=True)
    article = ArticleSerializer()

    class Meta(EventSerializer.Meta):
        fields = [*EventSerializer.Meta.fields, "participants", "article"]


class CueSerializer(serializers.Serializer):
    """The reporting word: its letters, its dictionary form and what it does (said, denied, called_on …)."""

    text = serializers.CharField(source="cue")
    lemma = serializers.CharField(source="cue_lemma")
    sense = serializers.CharField()
    start = serializers.IntegerField(source="cue_start", allow_null=True)
    end = serializers.IntegerField(source="cue_end", allow_null=True)


class StatementSerializer(serializers.ModelSerializer):
    """Who said what to whom, on which occasion, as relayed by whom, and where it stands in the source.

    `content` is what stands at `spans`, letter for letter; `shown` is that with the quotation marks which close it
    in the article, as pages and tables have it. `kind` is direct, indirect or mixed; `day` that of the event, else of the article's publication.
    """

    url = record_address("statement")
    page = PageField()
    content = serializers.CharField()
    shown = serializers.SerializerMethodField()
    spans = serializers.ListField(child=serializers.ListField(child=serializers.IntegerField()))
    cue = CueSerializer(source="*")
    speakers = PartySerializer(many=True)
    addressees = PartySerializer(many=True)
    reported_by = PartySerializer(source="reporters", many=True)
    event = EventSerializer(allow_null=True)
    article = ArticleSerializer()
    reviewed = serializers.BooleanField(source="is_reviewed")

    class Meta:
        model = Statement
        fields = [
            *("id", "url", "page", "content", "shown", "spans", "kind", "cue"),
            *("speakers", "addressees", "reported_by", "event", "day", "article", "reviewed"),
        ]

    def get_shown(self, statement: Statement) -> str:
        return balanced(statement)


class WholeArticleSerializer(ArticleSerializer):
    """With its text and every statement in it, in the order of the text."""

    statements = serializers.SerializerMethodField()

    class Meta(ArticleSerializer.Meta):
        fields = [*ArticleSerializer.Meta.fields, "text", "statements"]

    def get_statements(self, article: Article) -> StatementSerializer(many=True):
        rows = Statement.objects.published().filter(article=article).with_parts().order_by("start", "id")
        return StatementSerializer(rows, many=True, context=self.context).data


SERIALIZERS = {
    Statement: StatementSerializer,
    Article: ArticleSerializer,
    Event: WholeEventSerializer,
    Actor: ActorSerializer,
    Outlet: OutletSerializer,
}
