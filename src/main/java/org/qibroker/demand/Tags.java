package org.qibroker.demand;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The programmes and scenarios that the region's guidance names (产业质量攻关活动, 2024), and their names in English. */
public final class Tags {
    private static final Map<String, String> PROGRAMMES = new LinkedHashMap<>();
    private static final Map<String, String> SCENARIOS = new LinkedHashMap<>();

    static {
        PROGRAMMES.put("中小企业计量伙伴", "Metrology partners for SMEs");
        PROGRAMMES.put("小微企业质量管理体系认证提升", "Management systems for small enterprises");
        PROGRAMMES.put("检验检测赋能", "Testing as an enabler");
        PROGRAMMES.put("产品质量帮扶", "Product quality support");
        SCENARIOS.put("个性化定制生产", "Customised production");
        SCENARIOS.put("设备联网监控", "Networked equipment monitoring");
        SCENARIOS.put("远程诊断监控和维保管理协同", "Remote diagnosis and maintenance");
        SCENARIOS.put("机器视觉质量检测", "Machine-vision inspection");
        SCENARIOS.put("柔性化工厂运营", "Flexible factory operation");
        SCENARIOS.put("智能化供应链管理", "Smart supply chains");
    }

    private Tags() {}

    /** The programmes to choose from, those chosen already among them. */
    public static List<String> programmes(Collection<String> chosen) {
        return with(PROGRAMMES.keySet(), chosen);
    }

    /** The scenarios to choose from, those chosen already among them. */
    public static List<String> scenarios(Collection<String> chosen) {
        return with(SCENARIOS.keySet(), chosen);
    }

    private static List<String> with(Collection<String> known, Collection<String> chosen) {
        List<String> all = new ArrayList<>(known);
        chosen.stream().filter(tag -> !all.contains(tag)).forEach(all::add);
        return all;
    }

    /** The English name of one of them, if it is known. */
    public static @Nullable String english(String tag) {
        return PROGRAMMES.getOrDefault(tag, SCENARIOS.get(tag));
    }
}
