"""Addresses of the public pages."""

from django.urls import path

urlpatterns: list[path] = []
