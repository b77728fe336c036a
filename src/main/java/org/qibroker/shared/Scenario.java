package org.qibroker.shared;

import java.util.Arrays;
import java.util.Optional;

/**
 * The scenarios of use that the region's guidance names (产业质量攻关活动, 2024). Capabilities and requests may carry others
 * too.
 */
public enum Scenario {
    /** 个性化定制生产. */
    CUSTOMISED_PRODUCTION("个性化定制生产", "Customised production"),
    /** 设备联网监控. */
    NETWORKED_EQUIPMENT("设备联网监控", "Networked equipment monitoring"),
    /** 远程诊断监控和维保管理协同. */
    REMOTE_MAINTENANCE("远程诊断监控和维保管理协同", "Remote diagnosis and maintenance"),
    /** 机器视觉质量检测. */
    MACHINE_VISION("机器视觉质量检测", "Machine-vision inspection"),
    /** 柔性化工厂运营. */
    FLEXIBLE_FACTORY("柔性化工厂运营", "Flexible factory operation"),
    /** 智能化供应链管理. */
    SMART_SUPPLY_CHAIN("智能化供应链管理", "Smart supply chains");

    private final String text;
    private final String nameEn;

    Scenario(String text, String nameEn) {
        this.text = text;
        this.nameEn = nameEn;
    }

    /** How scopes and requests write it. */
    public String text() {
        return text;
    }

    /** Its English name. */
    public String nameEn() {
        return nameEn;
    }

    /** The scenario that is written so, if it is one of these. */
    public static Optional<Scenario> of(String written) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.text.equals(written))
                .findFirst();
    }
}
