"""What stands in the way of work: one thing beside another, none of them said twice."""

BETWEEN = "; "


def beside(stands: str, why: str) -> str:
    """«hộ ông Vương đòi giá; hết xăng»: what a voice says stands there without words; of the same
    thing in more and in fewer words the more stay."""
    kept = [] if stands.startswith("@") else stands.split(BETWEEN)
    if not why or any(_says(one, why) for one in kept):
        return BETWEEN.join(kept)
    return BETWEEN.join([*(one for one in kept if one and not _says(why, one)), why])


def _says(whole: str, part: str) -> bool:
    """Every word of the one stands in the other, in a row."""
    more, fewer = (words.casefold().strip(" .!") for words in (whole, part))
    return f" {fewer} " in f" {more} "
