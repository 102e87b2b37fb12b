"""The queue's page: what waits, runs and failed, with the error; what failed is run again from here."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from statements import queue_state
from statements.queue_state import FAILED, RUNNING, WAITING, Key

ROWS = 25  # failed tasks a page
# What workers do by themselves, by the names of their tasks.
UPKEEP = {
    "analyze_grown_tables": gettext_lazy("عدّ صفوف الجداول التي كبرت، لتبقى القوائم سريعة"),
    "group_changed": gettext_lazy("جمع ما غيّره المحررون مع ما هو واحد معه"),
    "merge_sure_doubles": gettext_lazy("دمج جهات ظهر أنها واحدة"),
    "queue_strays": gettext_lazy("إعادة ما ضاع من الطابور إليه"),
    "retry_lost_jobs": gettext_lazy("إعادة مهام العمال الذين توقفوا"),
    "forget_old_jobs": gettext_lazy("حذف المهام القديمة من الطابور"),
    "send_digests": gettext_lazy("جمع ما جدّ في عمليات البحث المتابَعة"),
    "send_digest": gettext_lazy("إرسال ما جدّ في بحث متابَع بالبريد"),
    "send_confirmation": gettext_lazy("إرسال رسالة تأكيد المتابعة بالبريد"),
}
AT_HAND = 10  # of those that run, or wait, the next ones


def queue(site, request: HttpRequest) -> HttpResponse:
    """Show the queue; or, as the pressed button says, run failed tasks again: one, the chosen ones, or all."""
    if not request.user.has_perm("statements.view_article"):
        raise PermissionDenied
    if request.method == "POST":
        return _run_again(request)
    failed = Paginator(queue_state.keys(FAILED), ROWS).get_page(request.GET.get("page"))
    counts, workers = queue_state.counts(), queue_state.workers()
    running = queue_state.load(queue_state.keys(RUNNING, AT_HAND)[:AT_HAND])
    waiting = queue_state.load(queue_state.keys(WAITING, AT_HAND)[:AT_HAND])
    context = site.each_context(request) | {
        "title": _("الطابور"),
        "counts": counts,
        "workers": workers,
        "stands_still": not workers["living"] and counts[WAITING] + counts[RUNNING] > 0,
        "page": failed,
        "failed": queue_state.load(failed),
        "running": running,
        "more_running": counts[RUNNING] - len(running),
        "waiting": waiting,
        "more_waiting": counts[WAITING] - len(waiting),
        "upkeep": [(UPKEEP.get(one.task, one.task), one) for one in queue_state.failed_upkeep()],
        "may_run": request.user.has_perm("statements.change_article"),
    }
    return render(request, "admin/desk/queue.html", context)


def _run_again(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("statements.change_article"):
        raise PermissionDenied
    count = queue_state.run_again(_wanted(request))
    if count:
        told = ngettext("أُعيدت مهمة واحدة إلى الطابور.", "أُعيدت %(n)s مهمة إلى الطابور.", count) % {
            "n": count
        }
        messages.success(request, told)
    else:
        messages.warning(request, _("لم تُعد أي مهمة: اختر مما أخفق ما تريد إعادته."))
    return redirect("admin:queue")


def _wanted(request: HttpRequest) -> list[Key]:
    if "all" in request.POST:
        return queue_state.keys(FAILED)
    named = [request.POST["one"]] if "one" in request.POST else request.POST.getlist("task")
    parts = (name.rpartition("-") for name in named)
    return [(kind, int(number)) for kind, _dash, number in parts if number.isascii() and number.isdigit()]
