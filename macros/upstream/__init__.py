"""What machines see upstream: releases, repositories, the pages that sources name; polite and resumable."""
