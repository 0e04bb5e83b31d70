"""`python -m kcgraph` is the same as `kcgraph`."""

from kcgraph.cli import main

if __name__ == "__main__":
    main()
