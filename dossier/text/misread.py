"""Characters that the recognition models write for one another in names of people."""

SURNAMES_ALIKE = {"逢": "逄", "咎": "昝", "间": "闾", "洗": "冼", "库": "厍", "责": "贲"}
"""Characters that are hardly a surname and stand for one when it is misread."""

_READ_AS = """
    仉仇亿仍 佴饵俾但俱 佘余 亓元开 仝全 冼洗 劼劫 勖助勋 卞下卡 厍库 姞姑 婳姗 妫妨 嬴赢 崚峻
    彧或 昝智答省咎脊管 旻曼 昪昇 沄法 浍法绘会 浛洽 涑凍速沫 洹渲 湉活 湜混
    滹溥淳淖源滤瀘 禚糕祥 笪篁管萱 缑猴緱 翀种肿耕 翮翻翩 翾翻 芈华半 苌芸芒 蒯前崩荆删削 訾营
    贲责贵 赟赞资 赪桢频颍 逄逢 逯逸遗逢录 郇郁邬邻邰邹鄒郭 郄郑都郊 郈邱邸 郗都郊 酆鄂鄞邺 鋆黎鳌
    钭斜抖钟铎 钲钰征 锜绮铸 镕铬镓熔 闾间阁 阆间阅 颀顾颁 骢骋骁 麴麵魏 冮江 杳香查杏 晢哲 毋母
    菅营管
"""
READ_AS = {entry[0]: entry[1:] for entry in _READ_AS.split()}
"""Rare letters of names and places, and what they are read as where the page is faint: measured in five typefaces."""
