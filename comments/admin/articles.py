"""What comments add to the articles at the desk: how many wait, and how this article takes them."""

from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.admin import StackedInline

from comments.models import Discussion
from comments.moderation.errors import NotAllowed
from comments.moderation.policy import set_policy
from news import rights
from news.admin.articles import ArticleAdmin
from news.desk.pages import person
from news.models import Article, CommentPolicy


class DiscussionInline(StackedInline):
    """The policy of one article."""

    model = Discussion
    fields = ("policy", "for_a_while")
    readonly_fields = ("for_a_while",)
    can_delete = False
    max_num = 1
    hide_title = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """For editors who hold the article's section; a new article has none yet."""
        may = request.user.has_perm("comments.change_discussion")
        return may and (rights.holds(person(request), obj.section) if obj else person(request).holds_all)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Setting a policy where none was set is no other right than changing it."""
        return self.has_add_permission(request, obj)

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """A free row only for those who may fill it: Django offers one wherever there can be but one."""
        return 1 if self.has_add_permission(request, obj) else 0

    @admin.display(description=_("tạm thời"))
    def for_a_while(self, discussion: Discussion) -> SafeString | str:
        """The way to where comments are closed or slowed down; what holds now is told there, and asks no query here."""
        if not discussion.article_id:
            return "–"
        address = reverse("comments_desk:article", args=[discussion.article_id])
        return format_html('<a href="{}">{}</a>', address, _("Đóng tạm, giãn nhịp…"))

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """No choice is a choice, and has a name."""
        field = super().formfield_for_choice_field(db_field, request, **kwargs)
        if field:
            field.choices = [("", _("theo thiết lập chung của báo")), *CommentPolicy.choices]
        return field


class ArticleWithDiscussionAdmin(ArticleAdmin):
    """The newsroom's article with its discussion."""

    inlines = [*ArticleAdmin.inlines, DiscussionInline]
    list_display = (*ArticleAdmin.list_display, "comments_waiting")
    list_select_related = ("discussion",)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """The policy goes through the rule: a plain save would write yesterday's counts over today's."""
        if formset.model is not Discussion:
            super().save_formset(request, form, formset, change)
            return
        formset.save(commit=False)  # only so that the form's report knows what was changed
        for each in formset.forms:
            if each.has_changed():
                try:
                    set_policy(form.instance, each.cleaned_data["policy"], person(request))
                except NotAllowed as refused:  # the article has just moved out of reach: the text is kept all the same
                    messages.warning(request, str(refused))

    @admin.display(description=_("bình luận chờ"))
    def comments_waiting(self, article: Article) -> SafeString | str:
        """How many wait; leads to them."""
        discussion: Discussion | None = getattr(article, "discussion", None)
        if discussion is None or not discussion.waiting_count:
            return "–"
        address = f"{reverse('admin:comments_comment_changelist')}?bai={article.pk}"
        return format_html('<a href="{}">{}</a>', address, discussion.waiting_count)


admin.site.unregister(Article)
admin.site.register(Article, ArticleWithDiscussionAdmin)
