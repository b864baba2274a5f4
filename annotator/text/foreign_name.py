"""Foreign names and titles in Chinese and Japanese: marks show them, not capitals."""

import re
from functools import cache
from typing import Final

# With these characters Chinese writes the sounds of foreign names.
_TRANSLITERATING: Final = (
    "阿埃艾安奥巴白贝本比宾波伯博布查达大戴丹德迪蒂杜多顿恩尔法菲费弗福夫盖冈高戈格古哈海汉赫亨洪华怀霍基吉"
    "加贾杰金卡凯坎康科克肯孔库拉莱兰劳勒雷里利莉丽林卢鲁路罗洛吕马玛迈麦曼梅蒙米密明莫默穆纳娜奈南内尼涅努"
    "诺帕潘佩皮平珀普奇契齐乔切琼热荣茹瑞萨塞赛森沙山尚绍舍申圣史什施舒朔思斯丝苏索塔泰坦汤唐特提廷图托瓦万"
    "旺威韦维魏温文翁沃乌吾武西希锡夏香肖谢辛欣休许雪亚延扬耶叶伊因英尤于宇约泽扎詹珍朱兹祖佐"
)
_TITLE: Final = "《[^《》]{1,40}》"


@cache
def foreign_name_pattern(language: str) -> re.Pattern[str] | None:
    """Return the pattern of names with a middle dot and of titles; None for other languages."""
    if language == "ja":
        return re.compile(rf"[ァ-ヺー]+(?:[・＝][ァ-ヺー]+)+|{_TITLE}")
    if language == "zh":
        part = f"[{_TRANSLITERATING}]{{1,7}}"
        return re.compile(rf"{part}(?:[·•・]{part})+|{_TITLE}")
    return None
