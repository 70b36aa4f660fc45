"""Two articles that come in the same minute where readers look for one: told as a warning, never refused."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from news.models import Article
from news.models.article_questions import ArticleQuerySet

NAMED = 3  # headlines in a warning; whoever sees three knows enough


def clash_warning(article: Article) -> str:
    """The warning for a scheduled article; "" if it has its minute for itself. One query."""
    if article.published_at is None or not article.is_scheduled():
        return ""
    return in_words(Article.objects.clashing_with(article, article.published_at).order_by("id")[:NAMED])


def warnings_for(articles: Iterable[Article], among: ArticleQuerySet) -> dict[int, str]:
    """The warnings for those of the scheduled articles that clash with others `among`, by id. One query for all."""
    due = [article for article in articles if article.is_scheduled()]
    minutes = [article.published_at for article in due if article.published_at]
    rivals = list(among.due_in_the_minutes_of(minutes).only("headline", "section", "featured", "published_at"))
    others = {each.pk: [one for one in rivals if same_minute(each, one) and each.clashes_with(one)] for each in due}
    return {pk: in_words(clashing[:NAMED]) for pk, clashing in others.items() if clashing}


def same_minute(one: Article, other: Article) -> bool:
    """Whether both come in the same minute."""
    minutes = {each.published_at.replace(second=0, microsecond=0) for each in (one, other) if each.published_at}
    return len(minutes) == 1


def in_words(others: Iterable[Article]) -> str:
    """Trùng giờ với “…”, “…”; "" for none."""
    headlines = ", ".join(f"“{other.headline}”" for other in others)
    return _("Trùng giờ với %(headlines)s.") % {"headlines": headlines} if headlines else ""
