"""How gunicorn serves: two processes of four threads, enough for a newsroom on one machine."""

worker_class = "newsarchive.refusals.Worker"
workers = 2
threads = 4
timeout = 60
graceful_timeout = 4
keepalive = 5
limit_request_line = 8190  # bytes; a search of 1,000 Arabic letters takes 6,000
max_requests = 10_000
max_requests_jitter = 1_000
loglevel = "error"  # a warning for every HEAD request says nothing
