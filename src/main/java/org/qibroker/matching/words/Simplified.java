package org.qibroker.matching.words;

/** Traditional characters of measuring, testing and everyday requests, each of which has just one simplified form. */
public final class Simplified {
    private static final String TRADITIONAL = "個們傳儀億內兩動務匯區員問單國圍圓團報塊塗壓壩寧寶對導層幹幾張後徑從態應擊擴擾數於曆書東條楊業極標樣機檢歷氣測準溫滅漿濃"
            + "濕濾為熱燈環產監確穩範紀約紋級紡組結絕絡給統絲維網緊線緣縣縫縮總織續纖纜聯聲脈膠與興萬藥號蝕衛衝裡規計試認誤請證譜護變貼"
            + "資質賽車軸輪輻轉農這連週進遊運過達遞遠適選還針鉛鉻銅鋁鋅鋼錄錳錶鍛鎘鎢鎳鏡鐵鑄鑒長門開間閔閥關陰陽際隻雙離電霧靜須預領頭"
            + "頻顆題額類顧顯飲飼養館騷驗體魚鳥鹽麥黃點齊齒齡龍";
    private static final String SIMPLE = "个们传仪亿内两动务汇区员问单国围圆团报块涂压坝宁宝对导层干几张后径从态应击扩扰数于历书东条杨业极标样机检历气测准温灭浆浓"
            + "湿滤为热灯环产监确稳范纪约纹级纺组结绝络给统丝维网紧线缘县缝缩总织续纤缆联声脉胶与兴万药号蚀卫冲里规计试认误请证谱护变贴"
            + "资质赛车轴轮辐转农这连周进游运过达递远适选还针铅铬铜铝锌钢录锰表锻镉钨镍镜铁铸鉴长门开间闵阀关阴阳际只双离电雾静须预领头"
            + "频颗题额类顾显饮饲养馆骚验体鱼鸟盐麦黄点齐齿龄龙";

    private Simplified() {}

    /** The simplified form of a character; itself if it has none here. */
    public static char of(char c) {
        int place = c < 0x4E00 || c > 0x9FFF ? -1 : TRADITIONAL.indexOf(c);
        return place < 0 ? c : SIMPLE.charAt(place);
    }

    static String text(String text) {
        StringBuilder simplified = new StringBuilder(text.length());
        text.chars().forEach(c -> simplified.append(of((char) c)));
        return simplified.toString();
    }
}
