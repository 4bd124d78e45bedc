"""The two sides of an identity card beside one another."""

from __future__ import annotations

from tests.extract.pages import At, page


def test_an_address_goes_on_beside_the_other_side_of_the_card(value):
    shown = page(
        At(320, 139, "姓名 张三", 10),
        At(96, 139, "居民身份证", 10),
        At(321, 206, "住址", 10),
        At(358, 206, "山西省样例市旧城区钟楼", 10),
        At(358, 220, "巷31号文博小区2栋3", 10),
        At(70, 236, "签发机关", 10),
        At(122, 236, "样例市公安局", 10),
        At(358, 234, "单元9号", 10),
        At(323, 262, "公民身份号码", 10),
        At(397, 262, "14990019850521128X", 10),
    )
    assert value("address", shown) == "山西省样例市旧城区钟楼巷31号文博小区2栋3单元9号"
