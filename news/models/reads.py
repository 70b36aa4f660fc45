"""How often readers read, by the hour. Written by news/reads/storing.py alone."""

from datetime import datetime, timedelta
from functools import reduce
from operator import or_
from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from news.models.articles import Article


def on_days(field: str, *starts: datetime) -> models.Q:
    """Whether the field's moment falls on one of the days that begin then (aware)."""
    days = ({f"{field}__gte": start, f"{field}__lt": start + timedelta(days=1)} for start in starts)
    return reduce(or_, (models.Q(**day) for day in days))


class HourQuerySet(models.QuerySet["ReadHour"]):
    """Questions about the paper's hours."""

    def of_days(self, *starts: datetime) -> Self:
        """The hours of the days that begin then (aware)."""
        return self.filter(on_days("hour", *starts))


class ReadHour(models.Model):
    """How often the whole paper was read in an hour."""

    hour = models.DateTimeField(_("giờ"), primary_key=True)  # when it begins
    reads = models.PositiveBigIntegerField(_("lượt đọc"))

    objects = HourQuerySet.as_manager()

    class Meta:
        verbose_name = _("lượt đọc theo giờ")
        verbose_name_plural = _("lượt đọc theo giờ")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.hour:%Y-%m-%d %H}: {self.reads}"


class ArticleReadsQuerySet(models.QuerySet["ArticleReads"]):
    """Questions about the articles' hours."""

    def hours_before(self, moment: datetime) -> Self:
        """What is still kept by the hour and began before that moment (aware), the oldest first."""
        return self.filter(whole_day=False, hour__lt=moment).order_by("hour")


class ArticleReads(models.Model):
    """How often an article was read in an hour; of hours long gone, in a day."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="reads")
    hour = models.DateTimeField(_("giờ"))  # when it begins
    reads = models.PositiveIntegerField(_("lượt đọc"))
    whole_day = models.BooleanField(default=False, db_default=False)  # then `hour` is the midnight with which it begins

    objects = ArticleReadsQuerySet.as_manager()

    class Meta:
        verbose_name = _("lượt đọc của bài")
        verbose_name_plural = _("lượt đọc của bài")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["article", "hour"], name="reads_once_an_hour")]
        indexes = [models.Index(fields=["hour"], name="reads_by_hour", condition=models.Q(whole_day=False))]

    def __str__(self) -> str:
        return f"{self.article_id}, {self.hour:%Y-%m-%d %H}: {self.reads}"
