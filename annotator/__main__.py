"""Run the annotator with `python -m annotator`, safely in any folder.

`-m` puts the current folder first on the path. It may hold articles from anywhere, and a `yaml.py`
among them must never be run; so the folder goes before anything else is imported.
"""

import sys

if __name__ == "__main__":
    if not sys.flags.safe_path:
        del sys.path[0]

    from annotator.cli import main

    main()
