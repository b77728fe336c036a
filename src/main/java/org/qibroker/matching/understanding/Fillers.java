package org.qibroker.matching.understanding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Words around the facts that carry no meaning of their own. */
final class Fillers {
    private static final List<String> CHINESE = Arrays.stream(
                    ("一起 请 还 一家 家 计量器具 器具 你好 您好 大家好 请问 麻烦 拜托 谢谢 多谢 感谢 我们公司 我公司 我们 我司 我厂 我要 我想 想要 想 我 有没有 有哪些 哪家 哪些 哪里 谁能 谁 能不能 能否 能够 可以 能做 能 做一下 做个 做 "
                                    + "一下 一批 一些 现有 现在 目前 最近 急需 需要 需求 需 寻找 找 帮忙 帮 申请 办理 办 进行 委托 安排 联系 机构 实验室 单位 服务 出具 出 报告 证书 资质 标志 盖章 章 附近 周边 地区 数量 共计 共 一共 总共 要求 要 不超过 "
                                    + "用的 用于 的话 的 和 与 及 以及 并且 并 还有 另外 另 同时 也 都 均 全部 所有 以上 分别 各 就 是 有 带 在 近 为 到 对 等 吧 呢 吗 呀 了 且 其中 其 每 完成 左右 大概 约 含 包括 如下 具体 项目 参数 指标 方法 标准 依据 按照 按 根据 "
                                    + "尽量 价格 仪器 设备 样品 产品 公司 工厂 车间 使用 新买 新购 一 个 做好 拿到 之前 以前 前 内 下 时 处 上 进口 国产 这 那 我们的 把 台 块 件 只 套 支 校 地点 地址 位置 时间 期限 期望 希望 最好")
                            .split(" "))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    private static final Set<String> ENGLISH = Set.of(
            ("batch lot measuring i we you need needs needed require required requires want wants looking look would like a an "
                            + "the of for and also plus with to please in at near by our my your their some is are be been on "
                            + "from report reports certificate certificates mark marks per according range get have has had "
                            + "who can could should it its us this that these those as well all each both do does done made "
                            + "make carry out provide offer service services lab laboratory company hello hi dear thanks thank "
                            + "kindly following item items instrument instruments equipment sample samples total about approx "
                            + "approximately around or up must them they there will which any via using used new urgently me "
                            + "help find someone somebody anyone point points before after within deadline district accredited "
                            + "unit uncertainty requirement requirements respectively including include covering over between "
                            + "into against under standard standards latest")
                    .split(" "));
    private static final Set<String> JOINING =
            Set.of("和", "与", "及", "以及", "还有", "另外", "另", "同时", "并", "并且", "and", "plus", "also", "+", "&");

    private static final String STRIPPED = " ,，、:;()[]{}。.!！?？\"'“”‘’《》【】…-~/|+&*_=\n";

    private Fillers() {}

    /**
     * A stretch without fillers at its ends.
     *
     * @param joined whether a word stood there that joins two things
     */
    record Trimmed(int from, int to, boolean joined) {
        boolean isEmpty() {
            return from >= to;
        }
    }

    /** Takes fillers and signs off both ends. */
    static Trimmed trim(String text, int from, int to) {
        int begin = from;
        int end = to;
        boolean joined = false;
        int taken;
        do {
            taken = leading(text, begin, end);
            joined |= JOINING.contains(word(text, begin, begin + taken));
            begin += taken;
        } while (taken > 0);
        do {
            taken = trailing(text, begin, end);
            joined |= JOINING.contains(word(text, end - taken, end));
            end -= taken;
        } while (taken > 0);
        return new Trimmed(begin, end, joined);
    }

    private static String word(String text, int from, int to) {
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }

    private static int leading(String text, int from, int to) {
        if (from >= to) {
            return 0;
        }
        if (STRIPPED.indexOf(text.charAt(from)) >= 0) {
            return 1;
        }
        if (latin(text.charAt(from))) {
            int end = from;
            while (end < to && latin(text.charAt(end))) {
                end++;
            }
            return ENGLISH.contains(word(text, from, end)) || apart(text, from, end) ? end - from : 0;
        }
        return CHINESE.stream()
                .filter(filler -> from + filler.length() <= to && text.startsWith(filler, from))
                .findFirst()
                .map(String::length)
                .orElse(0);
    }

    private static int trailing(String text, int from, int to) {
        if (from >= to) {
            return 0;
        }
        if (STRIPPED.indexOf(text.charAt(to - 1)) >= 0) {
            return 1;
        }
        if (latin(text.charAt(to - 1))) {
            int begin = to;
            while (begin > from && latin(text.charAt(begin - 1))) {
                begin--;
            }
            return ENGLISH.contains(word(text, begin, to)) || apart(text, begin, to) ? to - begin : 0;
        }
        return CHINESE.stream()
                .filter(filler -> to - filler.length() >= from && text.startsWith(filler, to - filler.length()))
                .findFirst()
                .map(String::length)
                .orElse(0);
    }

    /** A single letter behind an apostrophe, as in {@code we'd}. */
    private static boolean apart(String text, int from, int to) {
        return to - from <= 2 && from > 0 && text.charAt(from - 1) == '\'';
    }

    private static boolean latin(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }
}
