package org.qibroker.matching.understanding.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qibroker.demand.Tags;
import org.qibroker.matching.words.Lexicon;
import org.qibroker.shared.District;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;
import org.qibroker.shared.TextKey;

/** Fixed phrases and what they say. */
final class Phrases {
    private static final List<String> MARKS = List.of(
            "CNAS",
            "CMA",
            "CAL",
            "CQC",
            "ILAC",
            "ILAC-MRA",
            "A2LA",
            "UKAS",
            "DAKKS",
            "CNCA",
            "NVLAP",
            "JCSS",
            "COFRAC",
            "CATL");

    private final Map<String, Fact> facts = new HashMap<>();

    private Phrases() {
        kinds();
        standardsKinds();
        families();
        marks();
        places();
        say(
                new Fact.OnSite(),
                "上门",
                "到厂",
                "到现场",
                "现场",
                "来厂",
                "驻厂",
                "下厂",
                "on-site",
                "on site",
                "onsite",
                "at our premises",
                "at our site",
                "at our plant");
        say(
                new Fact.Aside(),
                "不要上门",
                "不需要上门",
                "无需上门",
                "不用上门",
                "送检",
                "送样",
                "寄样",
                "送到实验室",
                "送实验室",
                "no on-site",
                "in the lab");
        tags();
    }

    /** The lexicon of all of them. */
    static Lexicon<Fact> lexicon() {
        return new Lexicon<>(new Phrases().facts);
    }

    private void say(Fact fact, String... phrases) {
        for (String phrase : phrases) {
            facts.put(TextKey.of(phrase), fact);
        }
    }

    private void kinds() {
        kind(
                ServiceKind.CALIBRATION,
                "校准",
                "校正",
                "较准",
                "校准服务",
                "calibration",
                "calibrations",
                "calibrate",
                "calibrated",
                "calibrating");
        kind(
                ServiceKind.VERIFICATION,
                "检定",
                "强制检定",
                "强检",
                "verification",
                "verify",
                "verified",
                "metrological verification");
        kind(ServiceKind.COMPARISON_TEST, "比较试验", "比对试验", "comparison test", "comparative test");
        kind(ServiceKind.TECHNICAL_VALIDATION, "技术验证", "technical validation");
        kind(ServiceKind.TRAINING, "培训", "内审员培训", "training");
        kind(ServiceKind.CONSULTANCY, "咨询", "辅导", "consultancy", "consulting");
        kind(ServiceKind.PRODUCT_CERTIFICATION, "产品认证", "product certification");
        kind(ServiceKind.MANAGEMENT_SYSTEM_CERTIFICATION, "体系认证", "管理体系认证", "management system certification");
    }

    private void standardsKinds() {
        kind(ServiceKind.STANDARD_SEARCH, "标准查新", "查新", "标准检索", "standards search", "standard search");
        kind(
                ServiceKind.STANDARD_COMPARISON,
                "标准比对",
                "standards comparison",
                "standard comparison",
                "comparison of standards");
        kind(
                ServiceKind.STANDARD_DRAFTING,
                "标准研制",
                "标准制定",
                "标准起草",
                "制定",
                "起草",
                "研制",
                "制修订",
                "编写",
                "标准制修订",
                "标准编制",
                "standards drafting",
                "standard drafting",
                "drafting");
    }

    private void kind(ServiceKind kind, String... phrases) {
        say(new Fact.Kind(kind), phrases);
    }

    private void families() {
        say(new Fact.Hint(Family.CERTIFICATION), "认证", "贯标", "取证", "发证", "certification", "certified", "certify");
        say(new Fact.Hint(Family.METROLOGY), "计量", "metrology", "校验");
        say(
                new Fact.Hint(Family.TESTING),
                "检验检测",
                "检验",
                "检测",
                "测试",
                "试验",
                "化验",
                "送检测",
                "型式试验",
                "test",
                "tests",
                "testing",
                "tested",
                "inspection",
                "inspect",
                "analysis");
    }

    private void marks() {
        for (String mark : MARKS) {
            Fact fact = new Fact.Mark(mark);
            say(
                    fact,
                    mark,
                    mark + "章",
                    mark + "标志",
                    mark + "标识",
                    mark + "认可",
                    mark + "资质",
                    mark + "报告",
                    mark + "证书",
                    mark + "盖章",
                    "盖" + mark + "章",
                    "带" + mark,
                    "有" + mark,
                    "要" + mark,
                    "需" + mark,
                    "需要" + mark,
                    "出" + mark + "报告",
                    mark + " mark",
                    mark + " marks",
                    mark + " accredited",
                    mark + " accreditation",
                    mark + " certificate",
                    mark + " report");
            say(
                    new Fact.Aside(),
                    "不要" + mark,
                    "不需要" + mark,
                    "无需" + mark,
                    "不用" + mark,
                    "不带" + mark,
                    "no " + mark,
                    "without " + mark);
        }
    }

    private void places() {
        for (District district : District.values()) {
            Fact fact = new Fact.Place(district.code());
            String zh = district.name(Locale.SIMPLIFIED_CHINESE);
            String en = district.name(Locale.ENGLISH);
            for (String name : List.of(zh, zh.replaceFirst("(新区|区)$", ""))) {
                say(
                        fact,
                        name,
                        name + "附近",
                        name + "周边",
                        name + "就近",
                        "靠近" + name,
                        "离" + name + "近",
                        "在" + name,
                        "上海" + name,
                        "上海市" + name,
                        name + "区附近",
                        "我们在" + name,
                        "公司在" + name);
            }
            say(
                    fact,
                    en,
                    en + " district",
                    "near " + en,
                    "in " + en,
                    "around " + en,
                    "close to " + en,
                    en + " area",
                    "located in " + en,
                    "in " + en + " district",
                    "near " + en + " district");
        }
    }

    private void tags() {
        for (String programme : Tags.programmes(List.of())) {
            tag(new Fact.Programme(programme), programme);
            say(new Fact.Programme(programme), programme + "计划", programme + "项目");
        }
        for (String scenario : Tags.scenarios(List.of())) {
            tag(new Fact.Scenario(scenario), scenario);
            say(new Fact.Scenario(scenario), scenario + "场景");
        }
        say(new Fact.Programme("中小企业计量伙伴"), "计量伙伴", "计量伙伴计划", "metrology partner", "metrology partners");
        say(new Fact.Programme("小微企业质量管理体系认证提升"), "小微企业认证提升", "认证提升行动", "小微企业质量认证提升");
        say(new Fact.Scenario("机器视觉质量检测"), "机器视觉检测", "机器视觉");
    }

    private void tag(Fact fact, String tag) {
        String english = Tags.english(tag);
        say(fact, tag);
        if (english != null) {
            say(fact, english);
        }
    }
}
