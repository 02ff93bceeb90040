"""The dossier: the whole analysis in one HTML file that opens anywhere."""

from __future__ import annotations

from .page import DossierPage

__all__ = ["DossierPage"]
