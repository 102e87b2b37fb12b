"""What programs ask every site for."""


def test_robots_may_read_the_pages_but_not_every_search(client):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    assert response.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /search/?",
        "Disallow: /en/search/?",
        "Disallow: /admin/",
        "",
        "Sitemap: http://testserver/sitemap.xml",
    ]


def test_the_icon_is_found_under_its_oldest_address(client):
    response = client.get("/favicon.ico")
    assert response.status_code == 302
    assert response["Location"].endswith("site/favicon.svg")
