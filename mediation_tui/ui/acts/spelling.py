"""The pinyin of the closed vocabularies, kept here so that opening a dialog need not load a dictionary."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

_READINGS = """
an安案 ban般办 bao报 bei被备 bi毕 biao表 bie别 bing并 bo驳 bu部不 cai裁材 cha察查 chai拆 chan产 chang偿场 che撤
cheng成 chu出 ci次 cun村 da大达 dai待 dan单 dang档当 dao道到 deng登 di地第 dian电 diao调 ding定 dong动 dou斗
dui对 duo多 e额 fa法发 fan反 fang房访方防 fei费废 fen纷分份 fu副复 gao高告 ge格个 geng更 gong工公功 gu故顾
guan关管 gui归规 guo过果 hai害 han函 he合 hua话化 huan环 hui回会悔 hun婚 huo或 ji级及基机记继 jia家加 jian检间件简见
jiao交较 jie解结届接 jin禁金 jing经境警静 jiu纠 ju拒据居 juan卷 jue决绝 kou口 kuang况 kui馈 lai来 lao劳 lei类 li里理利
lian联 liao疗料 lin邻林 lu路录 luo落 lv旅履律 man满 men门 mian面 min民 ming明 nan男难 nong农 nv女 pai排派 pan判
pei赔 pin聘 ping凭评 qi其歧期起 qian迁欠前 qing请情 qu去区 quan权 que确 qun群 ran染 ren人认任 ri日 ru入 san三
sha杀 shan山 shang上商尚 she社涉 shen申身 sheng生 shi事式实时 shou受授收 shu书属数 shuang双 shuo说 si司 song送讼
su诉 sun损 suo所 ta他 ti体 tiao调 ting庭 tong同通 tou头 tu土 tuo拖托 wan完 wang网 wei委位未为 wen问 wu屋污务物无
xi系 xia辖下 xian县限线现险 xiang向乡项响 xiao消效销 xie协械 xin信新 xing行刑性型形 xu续 xuan选 yan研延 yao要 ye业
yi以议医依移一疑已意义易 yin姻引 ying营应 you游有由 yu予于预 yuan院员源 ze择 zeng增 zhai宅 zhang长 zhen镇
zheng征争政证正 zhi指止知 zhong重中仲终 zhu主注 zhuan专转 zi资子自 zong宗 zou走 zuo作 bian变 feng风
bao包 cheng承程 dan担 de的 deng等 dun盾 fu负 gai改 gan干 ge各 hai海 he和 huai坏 huan患 huo活 ji济集 jian建 jiao教 jie界街
jun军 kuang矿 liang量 mao矛 po破 qi企 shui水 tai态 ti题 tuan团 tui退 wu伍 xiao小校 xue学 yu渔 zhi制执治织置质 zhu筑
zong综 zu族组
can参 guan观 hou后 hui恢 ji计 jian鉴 ke客 li立 ling另 lun论 neng能 pu普 shi示 ti提 xu序 yin因 yuan原 yue约 zhao照
"""


@cache
def _by_character() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for reading, characters in re.findall(r"([a-z]+)([^a-z\s]+)", _READINGS):
        for character in characters:
            found[character] = (*found.get(character, ()), reading)
    return found


@cache
def spelling(word: str) -> str:
    """The initials and the whole pinyin of a vocabulary's Chinese word: 婚姻家庭 gives `hyjt hunyinjiating`.

    Characters that no vocabulary uses are left out.
    """
    readings = [_by_character()[character] for character in word if character in _by_character()]
    ways = list(product(*readings))
    initials = ("".join(each[0] for each in way) for way in ways)
    return " ".join(dict.fromkeys((*initials, *("".join(way) for way in ways))))
