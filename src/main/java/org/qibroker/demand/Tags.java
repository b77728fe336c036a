package org.qibroker.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Scenario;

/** The programmes and scenarios that the region's guidance names (产业质量攻关活动, 2024), and their names in English. */
public final class Tags {
    private static final Map<String, String> PROGRAMMES = new LinkedHashMap<>();
    private static final List<String> SCENARIOS =
            Arrays.stream(Scenario.values()).map(Scenario::text).toList();

    static {
        PROGRAMMES.put("中小企业计量伙伴", "Metrology partners for SMEs");
        PROGRAMMES.put("小微企业质量管理体系认证提升", "Management systems for small enterprises");
        PROGRAMMES.put("检验检测赋能", "Testing as an enabler");
        PROGRAMMES.put("产品质量帮扶", "Product quality support");
    }

    private Tags() {}

    /** The programmes to choose from, those chosen already among them. */
    public static List<String> programmes(Collection<String> chosen) {
        return with(PROGRAMMES.keySet(), chosen);
    }

    /** The scenarios to choose from, those chosen already among them. */
    public static List<String> scenarios(Collection<String> chosen) {
        return with(SCENARIOS, chosen);
    }

    private static List<String> with(Collection<String> known, Collection<String> chosen) {
        List<String> all = new ArrayList<>(known);
        chosen.stream().filter(tag -> !all.contains(tag)).forEach(all::add);
        return all;
    }

    /** The English name of one of them, if it is known. */
    public static @Nullable String english(String tag) {
        return Scenario.of(tag).map(Scenario::nameEn).orElseGet(() -> PROGRAMMES.get(tag));
    }
}
