package org.qibroker.shared;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A district of Shanghai, with its code (GB/T 2260) and the seat of its government as its centre. */
public enum District {
    /** 黄浦区. */
    HUANGPU("310101", "黄浦区", "Huangpu", 31.2317, 121.4846),
    /** 徐汇区. */
    XUHUI("310104", "徐汇区", "Xuhui", 31.1885, 121.4365),
    /** 长宁区. */
    CHANGNING("310105", "长宁区", "Changning", 31.2204, 121.4246),
    /** 静安区. */
    JINGAN("310106", "静安区", "Jing'an", 31.2286, 121.4484),
    /** 普陀区. */
    PUTUO("310107", "普陀区", "Putuo", 31.2496, 121.3976),
    /** 虹口区. */
    HONGKOU("310109", "虹口区", "Hongkou", 31.2646, 121.5051),
    /** 杨浦区. */
    YANGPU("310110", "杨浦区", "Yangpu", 31.2595, 121.526),
    /** 闵行区. */
    MINHANG("310112", "闵行区", "Minhang", 31.1128, 121.3817),
    /** 宝山区. */
    BAOSHAN("310113", "宝山区", "Baoshan", 31.4053, 121.4895),
    /** 嘉定区. */
    JIADING("310114", "嘉定区", "Jiading", 31.3747, 121.2655),
    /** 浦东新区. */
    PUDONG("310115", "浦东新区", "Pudong", 31.2214, 121.5447),
    /** 金山区. */
    JINSHAN("310116", "金山区", "Jinshan", 30.7418, 121.342),
    /** 松江区. */
    SONGJIANG("310117", "松江区", "Songjiang", 31.0322, 121.2277),
    /** 青浦区. */
    QINGPU("310118", "青浦区", "Qingpu", 31.1498, 121.1242),
    /** 奉贤区. */
    FENGXIAN("310120", "奉贤区", "Fengxian", 30.9179, 121.4741),
    /** 崇明区. */
    CHONGMING("310151", "崇明区", "Chongming", 31.623, 121.3975);

    private static final double EARTH_RADIUS_KM = 6371.0;

    private final String code;
    private final String nameZh;
    private final String nameEn;
    private final double latitude;
    private final double longitude;

    District(String code, String nameZh, String nameEn, double latitude, double longitude) {
        this.code = code;
        this.nameZh = nameZh;
        this.nameEn = nameEn;
        this.latitude = latitude;
        this.longitude = longitude;
    }

    /** The district of a six-digit code, if it is one of the city's. */
    public static Optional<District> ofCode(String code) {
        return Arrays.stream(values()).filter(d -> d.code.equals(code)).findFirst();
    }

    /** Six digits, GB/T 2260. */
    public String code() {
        return code;
    }

    /** The name in the reader's language: Chinese unless English is asked for. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? nameEn : nameZh;
    }

    /** Great-circle distance between the centres, in kilometres. */
    public double distanceKm(District other) {
        double dLat = Math.toRadians(other.latitude - latitude) / 2;
        double dLon = Math.toRadians(other.longitude - longitude) / 2;
        double h = Math.pow(Math.sin(dLat), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(dLon), 2);
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h));
    }
}
