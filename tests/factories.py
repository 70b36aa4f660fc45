"""Things to test with. Each factory makes the plainest valid one; a test says what matters to it."""

from datetime import timedelta
from io import BytesIO

import factory
from django.contrib.auth.models import Group
from django.utils import timezone
from PIL import Image

from comments.models import Comment, Discussion
from comments.models import State as CommentState
from news import pictures
from news.models import Article, ArticleAuthor, Author, Correction, Photo, Section, State, Tag, User


class UserFactory(factory.django.DjangoModelFactory):
    """A person at the desk; `role="biên tập viên"` puts them into that group."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"nguoi{n}")
    display_name = factory.Sequence(lambda n: f"Người {n}")
    password = factory.django.Password("mat-khau-thu")

    @factory.post_generation
    def role(self, create: bool, extracted: str | None, **kwargs: object) -> None:
        if extracted:
            self.groups.add(Group.objects.get(name=extracted))


class SectionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Section

    name = factory.Sequence(lambda n: f"Mục {n}")
    slug = factory.Sequence(lambda n: f"muc-{n}")
    order = factory.Sequence(lambda n: n)


class TagFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Tag

    name = factory.Sequence(lambda n: f"Chủ đề {n}")
    slug = factory.Sequence(lambda n: f"chu-de-{n}")


class AuthorFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Author

    name = factory.Sequence(lambda n: f"Tác giả {n}")
    slug = factory.Sequence(lambda n: f"tac-gia-{n}")


class ArticleFactory(factory.django.DjangoModelFactory):
    """A draft."""

    class Meta:
        model = Article

    headline = factory.Sequence(lambda n: f"Đường phố Đà Nẵng được đổi tên lần {n}")
    standfirst = "Thành phố công bố danh sách tên đường mới."
    body = "<p>Ủy ban thông qua nghị quyết sáng nay.</p>"
    section = factory.SubFactory(SectionFactory)


class LiveArticleFactory(ArticleFactory):
    """Published an hour ago."""

    state = State.PUBLISHED
    published_at = factory.LazyFunction(lambda: timezone.now() - timedelta(hours=1))
    first_published_at = factory.SelfAttribute("published_at")


class BylineFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = ArticleAuthor

    article = factory.SubFactory(LiveArticleFactory)
    author = factory.SubFactory(AuthorFactory)


class CorrectionFactory(factory.django.DjangoModelFactory):
    """Shown to readers since a minute ago."""

    class Meta:
        model = Correction

    article = factory.SubFactory(LiveArticleFactory)
    headline = factory.SelfAttribute("article.headline")
    section = factory.SelfAttribute("article.section.name")
    published_at = factory.SelfAttribute("article.published_at")
    was_false = factory.Sequence(lambda n: f"Con đường dài {n}00 km.")
    what_is_right = "Con đường dài 3 km."
    at = factory.LazyFunction(lambda: timezone.now() - timedelta(minutes=1))


class CommentFactory(factory.django.DjangoModelFactory):
    """A waiting comment; counts of the discussion are not kept in step (use comments.moderation for that)."""

    class Meta:
        model = Comment
        skip_postgeneration_save = True

    article = factory.SubFactory(LiveArticleFactory)
    name = "Trần Thị Bạn Đọc"
    text = factory.Sequence(lambda n: f"Bài viết rất bổ ích, cảm ơn tòa soạn lần {n}.")
    created_at = factory.LazyFunction(timezone.now)
    in_answer_to = factory.SelfAttribute("parent")
    parent = None
    starts_thread = factory.LazyAttribute(lambda made: not made.parent or made.parent.state != CommentState.APPROVED)

    @factory.post_generation
    def parent_has_answers(self, create: bool, extracted: None, **kwargs: object) -> None:
        if self.parent:
            self.parent.has_answers = True
            Comment.objects.filter(pk=self.parent.pk).update(has_answers=True)


class ApprovedCommentFactory(CommentFactory):
    state = CommentState.APPROVED


class DiscussionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Discussion

    article = factory.SubFactory(LiveArticleFactory)


def picture_file(width: int = 640, height: int = 400, kind: str = "JPEG", colour: str = "#7a3b2e") -> bytes:
    """The bytes of a real picture."""
    file = BytesIO()
    Image.new("RGB", (width, height), colour).save(file, kind)
    return file.getvalue()


def make_photo(**kwargs: str) -> Photo:
    """A stored photo, taken in through the same door as an editor's."""
    return pictures.take_in(picture_file(), **kwargs)
