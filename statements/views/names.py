"""Names for the search boxes while a reader types, as JSON for the pages' script."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from statements.search.completing import complete

_LONGEST = 100  # code points that are looked at


@require_safe
@cache_control(max_age=60, public=True)
def names(request: HttpRequest) -> JsonResponse:
    """`{"names": [{"name", "slug", "kind", "said"}, …]}`: actors whose names may go on as `q`."""
    found = complete(request.GET.get("q", "")[:_LONGEST].replace("\0", ""))
    return JsonResponse(
        {
            "names": [
                {"name": actor.name, "slug": actor.slug, "kind": actor.get_kind_display(), "said": said}
                for actor, said in found
            ]
        }
    )
