"""Public addresses."""

from django.urls import path, re_path

from news.views import (
    archive,
    articles,
    attachments,
    corrections,
    feeds,
    front,
    lists,
    photos,
    previews,
    reads,
    robots,
    search,
    sitemaps,
)

app_name = "news"

urlpatterns = [
    path("", front.front, name="front"),
    path("rss.xml", feeds.paper, name="feed"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-muc.xml", sitemaps.lists, name="sitemap_lists"),
    path("sitemap-bai-<int:number>.xml", sitemaps.articles, name="sitemap_articles"),
    path("robots.txt", robots.robots, name="robots"),
    path("manifest.webmanifest", robots.manifest, name="manifest"),
    path("favicon.ico", robots.favicon, name="favicon"),
    path("tim-kiem/", search.search, name="search"),
    path("xem-truoc/<str:token>/", previews.preview, name="preview"),
    path("tac-gia/<slug:slug>/", lists.author, name="author"),
    path("chu-de/<slug:slug>/", lists.topic, name="tag"),
    path("luu-tru/", archive.today, name="archive"),
    re_path(r"^luu-tru/(?P<year>[0-9]{4})/(?P<month>[0-9]{2})/(?P<day>[0-9]{2})/$", archive.day, name="archive_day"),
    path("cai-chinh/", corrections.page, name="corrections"),
    path("cai-chinh/rss.xml", corrections.feed, name="corrections_feed"),
    path("anh/<str:key>/<str:size>.<str:ending>", photos.photo, name="photo"),
    re_path(r"^tep/(?P<key>[0-9a-f]{20})/$", attachments.attachment, name="attachment"),
    path("luot-doc/<int:pk>/", reads.read, name="read"),
    path("<str:slug>-<int:pk>.html", articles.article, name="article"),
    path("<slug:section>/", lists.section, name="section"),
    path("<slug:section>/rss.xml", feeds.section, name="section_feed"),
    path("<slug:section>/<slug:subsection>/", lists.subsection, name="subsection"),
]
